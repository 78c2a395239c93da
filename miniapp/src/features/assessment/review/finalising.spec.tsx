import type { AssessmentView } from '@jiannuo/shared/assessment';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { draw } from '../../../../test/render';
import { sampleAssessment } from '../../../../test/sample-scores';
import { fakeTaro } from '../../../../test/taro';
import { correctClock } from '../../../platform/clock';
import { ReviewDesk } from './review-desk';

const FRAME = { title: '逊克县4月复核', top: null, tabs: null };
const press = (words: string) => fireEvent.click(screen.getByText(words));

beforeEach(() => {
  correctClock(sampleAssessment().serverNow);
});
afterEach(cleanup);

describe('a county’s month that can be made final', () => {
  it('is made final after one more question about what is still open in it, as several at once are', () => {
    const view: AssessmentView = { ...sampleAssessment(), state: 'settled', actions: ['finalise'], scores: [] };
    const openEnds = [{ unitName: '逊克县', unchecked: 2, unconfirmed: 0 }];
    draw(<ReviewDesk view={view} frame={{ ...FRAME, closing: { openEnds, isDrawPending: false } }} />);
    press('定稿');
    expect(screen.getByText('还没办完，就这样办吗？')).toBeTruthy();
    expect(screen.getByText('逊克县：2条没抽查')).toBeTruthy();
    expect(screen.getByText(/现在定稿25.00/)).toBeTruthy();
  });

  it('waits for the draw that was promised, and leads to it (Q17)', () => {
    const view: AssessmentView = { ...sampleAssessment(), state: 'settled', actions: ['finalise'], scores: [] };
    draw(<ReviewDesk view={view} frame={{ ...FRAME, closing: { openEnds: [], isDrawPending: true } }} />);
    expect(screen.queryByText('定稿')).toBeNull();
    expect(screen.getByText('抽查还没摇号')).toBeTruthy();
    press('去摇号');
    expect(fakeTaro.state.visited.at(-1)).toContain('spot-checks');
  });
});
