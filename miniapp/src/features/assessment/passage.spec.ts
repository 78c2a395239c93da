import type { AssessmentView } from '@jiannuo/shared/assessment';
import { sampleAssessment } from '../../../test/sample-scores';
import { stepsOf } from './passage';

/** Reviewed, objected to, upheld and reviewed again, then final and corrected. */
function contested(): AssessmentView {
  const view = sampleAssessment();
  const second = { ...view.review!, number: 2, review: { verdicts: [], reasons: { completion: '纪要补到了' } } };
  return {
    ...view,
    earlierReviews: [{ ...view.review!, at: '2022-04-26T02:00:00.000Z' }],
    review: { ...second, at: '2022-04-28T02:00:00.000Z' },
    objections: [
      {
        number: 1,
        reviewNumber: 1,
        line: 'completion',
        text: '纪要交过。',
        byName: '逊克县联络员',
        at: '2022-04-27T02:00:00.000Z',
        answer: 'upheld',
        answerReason: '找到了。',
        answeredAt: '2022-04-27T05:00:00.000Z',
      },
    ],
  };
}

describe('how a county’s month went (经过)', () => {
  it('tells every review with its reasons, each in its place between objections and scores', () => {
    const steps = stepsOf(contested());
    expect(steps.map(({ title }) => title.replace(/[\d.]+/g, 'n'))).toEqual([
      '自评n',
      '复核n，折算后n',
      '异议：工作完成情况，纪要交过。',
      '复核n，折算后n',
      '定稿n，折算后n',
      '更正n，折算后n',
    ]);
    expect(steps[1]!.below).toContain('“窗口亮码”，没有纪要');
    expect(steps[2]!.below).toBe('采纳：找到了。');
    expect(steps[3]!.below).toContain('纪要补到了');
  });

  it('says that nothing was handed in where a month was reviewed from the records', () => {
    const missing = { sheet: null, metAt: null, channel: null };
    expect(stepsOf({ ...contested(), ...missing })[0]!.title).toBe('没交自评');
    expect(stepsOf({ ...sampleAssessment(), ...missing, review: null, scores: [] })).toEqual([]);
  });

  it('says of a sheet that came by e-mail that it was noted', () => {
    const [first] = stepsOf({ ...contested(), sheet: null, channel: 'email' });
    expect(first).toMatchObject({ title: '自评用邮件、纸件交的' });
    expect(first!.below).toContain('市里登记收到');
  });

  it('keeps a review that is not confirmed to those who write it', () => {
    const view = contested();
    const draft = { ...view, review: { ...view.review!, isConfirmed: false } };
    expect(stepsOf(draft).filter(({ key }) => key.startsWith('review'))).toHaveLength(1);
  });
});
