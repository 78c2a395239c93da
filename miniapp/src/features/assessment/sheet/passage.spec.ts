import type { AssessmentView } from '@jiannuo/shared/assessment';
import { sampleAssessment } from '../../../../test/sample-scores';
import { stepsOf } from './passage';

const AT = '2022-04-24T01:00:00.000Z';

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
    expect(steps[2]!.below).toBe('2022年4月27日 10:00 逊克县联络员提　2022年4月27日 13:00 采纳：找到了。');
    expect(steps[3]!.below).toContain('纪要补到了');
  });

  it('ends no reason with a full stop of its own where another one follows', () => {
    const view = contested();
    const verdicts = [{ subject: 'measure', id: 'm1', counts: false, reason: '没有签到表。' }] as const;
    const review = { verdicts, reasons: { completion: '少认1项。' } };
    const steps = stepsOf({ ...view, earlierReviews: [], review: { ...view.review!, review }, objections: [] });
    expect(steps[1]!.below).toMatch(/，没有签到表；工作完成情况：少认1项$/);
  });

  it('says of a review carried on after the spot check what was found, and repeats no reason', () => {
    const view = contested();
    const first = view.earlierReviews[0]!;
    const measures = first.month.measures.map((measure) => ({ ...measure, failedSpotCheck: measure.id === 'm2' }));
    const carried = { ...first, number: 2, month: { ...first.month, measures }, at: '2022-04-28T02:00:00.000Z' };
    const steps = stepsOf({ ...view, review: carried, objections: [], scores: [] });
    expect(steps[1]!.below).toMatch(/理由：“窗口亮码”，没有纪要$/);
    expect(steps[2]!.below).toMatch(/理由：抽查查到“银企对接”没完成，减20\.00$/);
    const lifted = { ...first, number: 3, at: '2022-04-29T02:00:00.000Z' };
    const later = stepsOf({ ...view, earlierReviews: [first, carried], review: lifted, objections: [], scores: [] });
    expect(later[3]!.below).toMatch(/理由：抽查结果撤销了，不再减分$/);
  });

  it('says of a review stated anew after a ruling which question was ruled, and when', () => {
    const view = contested();
    const [first] = view.earlierReviews;
    const reason = '5月27日定了口径（材料报送5加5，还是2.5加2.5）：按附件3算。';
    const moved = { ...first!, number: 2, reason, at: '2022-04-28T02:00:00.000Z' };
    const steps = stepsOf({ ...view, review: moved, objections: [], scores: [] });
    expect(steps[2]!.below).toMatch(/理由：5月27日定了口径（材料报送5加5，还是2\.5加2\.5）：按附件3算$/);
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

  it('keeps what the lead unit had entered beside what the county put right of it', () => {
    const view = { ...sampleAssessment(), review: null, scores: [] };
    const entry = {
      channel: 'paper',
      basis: '收文登记',
      by: '市专班牵头单位 甲',
      registeredAt: AT,
      checkedUntil: AT,
    } as const;
    const earlierSheets = [{ ...view.sheet!, entry, content: { ...view.sheet!.content, total: '44.00' } }];
    const steps = stepsOf({ ...view, earlierSheets, sheet: { ...view.sheet!, number: 2 } });
    expect(steps.map(({ title }) => title)).toEqual(['自评44.00', '自评45.00']);
    expect(steps[0]!.below).toContain('纸质报来');
    expect(steps[1]!.below).toMatch(/逊克县联络员核对代录后交$/);
  });

  it('keeps a review that is not confirmed to those who write it', () => {
    const view = contested();
    const draft = { ...view, review: { ...view.review!, isConfirmed: false } };
    expect(stepsOf(draft).filter(({ key }) => key.startsWith('review'))).toHaveLength(1);
  });
});
