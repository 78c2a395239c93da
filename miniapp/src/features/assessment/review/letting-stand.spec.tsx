import type { AssessmentView } from '@jiannuo/shared/assessment';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls } from '../../../../test/answers';
import { draw, settle } from '../../../../test/render';
import { sampleAssessment } from '../../../../test/sample-scores';
import { correctClock } from '../../../platform/clock';
import { ReviewDesk } from './review-desk';

const FRAME = { title: '逊克县4月复核', top: null, tabs: null, closing: { openEnds: [], isDrawPending: false } };

const show = (view: AssessmentView) => {
  correctClock(view.serverNow);
  return draw(<ReviewDesk view={view} frame={FRAME} />);
};

afterEach(cleanup);

describe('a published month beside which something came onto record', () => {
  it('is let stand only with a reason, and offers both ways out', async () => {
    answerWith(() => ({ body: { version: 9 } }));
    const told = sampleAssessment();
    const { id } = told.scores.at(-1)!.month.measures[0]!;
    const correctionFacts = [{ part: 'measures' as const, id, said: 'false' }];
    show({ ...told, actions: ['correct', 'let-stand'], correctionFacts });
    expect(screen.getByText(/：台账是没完成，得分按完成算$/)).toBeTruthy();
    expect(screen.getByText(/^通报后有新情况/)).toBeTruthy();
    fireEvent.click(screen.getByText('不用更正'));
    fireEvent.click(screen.getAllByText('不用更正').at(-1)!);
    expect(screen.getByText('请写明理由，县里看得到。')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('理由，县里看得到'), { target: { value: '分数不受影响。' } });
    fireEvent.click(screen.getAllByText('不用更正').at(-1)!);
    await settle();
    expect(sentCalls().filter(({ method }) => method === 'POST')).toMatchObject([
      {
        path: expect.stringMatching(/\/let-stand$/) as string,
        body: { version: told.version, reason: '分数不受影响。' },
      },
    ]);
  });

  it('offers nothing of the kind where nothing came', () => {
    show({ ...sampleAssessment(), actions: ['correct'] });
    expect(screen.queryByText('不用更正')).toBeNull();
  });
});
