import type { AssessmentListView } from '@jiannuo/shared/assessment';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith } from '../../../../test/answers';
import { draw, settle } from '../../../../test/render';
import { sampleAssessment } from '../../../../test/sample-scores';
import { ReviewScreen } from './review-screen';

const VIEW = sampleAssessment();
const LIST: AssessmentListView = {
  period: VIEW.period,
  serverNow: VIEW.serverNow,
  previousPeriod: null,
  nextPeriod: null,
  dueAt: VIEW.dueAt,
  rows: ['逊克县', '孙吴县'].map((unitName, index) => ({
    assessmentId: index === 0 ? VIEW.id : 'other',
    obligationId: `o${String(index)}`,
    unitId: `u${String(index)}`,
    unitName,
    metAt: VIEW.metAt,
    state: VIEW.state,
    isUnderReview: false,
    isTakenBack: false,
  })),
  finalisable: 0,
  mayPublish: false,
  openEnds: [],
  isDrawPending: false,
};

afterEach(cleanup);

describe('a month of assessments on a phone', () => {
  it('opens with the county that the reader came for, and goes back to the others', async () => {
    answerWith(({ path }) => ({ body: path.includes('period=') ? LIST : VIEW }));
    draw(<ReviewScreen id={VIEW.id} month={null} />);
    await settle();
    await settle(50);
    expect(screen.getByText('折算后')).toBeTruthy();
    fireEvent.click(screen.getByText('看别的县'));
    expect(screen.getByText('孙吴县')).toBeTruthy();
  });
});
