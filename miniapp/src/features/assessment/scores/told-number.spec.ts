import { linesOf, numbersOf, standingKey, toldNumber, weightedLabel } from '@jiannuo/shared/assessment';
import { pointsText } from '@jiannuo/shared/scoring';
import { sampleAssessment, sampleHistory } from '../../../../test/sample-scores';
import { aheadWords } from './history-words';

describe('a number of a county’s month', () => {
  const view = sampleAssessment();

  it('is told as handed in, as reviewed, as fixed and as corrected, each from its own case', () => {
    const totals = (['self', 'reviewed', 1, 2] as const).map((key) => toldNumber(view, key)?.total);
    expect(totals).toEqual(['45.00', '25.00', '25.00', '45.00']);
    expect(toldNumber(view, 2)).toMatchObject({ label: '更正后得分', weighted: '31.50', reason: '纪要补来了' });
    expect(toldNumber(view, 3)).toBeNull();
  });

  it('is taken by the factor from the most that its lines can reach: of 65 points by annex 3, 45.5', () => {
    const [first] = view.scores;
    const month = { ...first!.month, rulings: { materials: 'annex-3' } };
    const told = toldNumber({ ...view, scores: [{ ...first!, month }] }, 1)!;
    expect(told.outOf).toBe('65.00');
    expect(pointsText(linesOf(told).at(-1)!.outOf)).toBe('45.5');
    expect(pointsText(linesOf(toldNumber(view, 1)!).at(-1)!.outOf)).toBe('49');
  });

  it('tells of a fixed month what would have changed it as what was, for the numbers before it too', () => {
    const pasts = (['self', 'reviewed', 1] as const).map((key) => toldNumber(view, key)?.isPast);
    expect(pasts).toEqual([true, true, true]);
    expect(toldNumber({ ...view, state: 'reviewed', scores: [] }, 'reviewed')?.isPast).toBe(false);
  });

  it('has the lead unit’s reason at the line where it differs from the county’s own', () => {
    const line = toldNumber(view, 'reviewed')?.lines.find(({ rule }) => rule === 'completion');
    expect(line).toMatchObject({ points: '20.00', note: '自评40.00', reasons: ['复核：“窗口亮码”，没有纪要'] });
  });

  it('says beside the number before a correction what it refuted, and beside the corrected one why', () => {
    const reasons = ([1, 2] as const).map(
      (key) => toldNumber(view, key)?.lines.find(({ rule }) => rule === 'completion')?.reasons,
    );
    expect(reasons).toEqual([['复核：“窗口亮码”，没有纪要'], ['更正：“窗口亮码”，纪要是6日的']]);
  });

  it('tells a struck finding at 减分项 in the correction that struck it, and in those after it', () => {
    const [final, first] = view.scores;
    const struck = { subject: 'finding' as const, id: 'm2', counts: false, reason: '公示栏补拍了照片，5月已公示' };
    const review = { verdicts: [struck], reasons: {} };
    const corrected = { ...first!, review };
    const again = { ...first!, number: 3, review: { verdicts: [], reasons: {} } };
    const scores = [final!, corrected, again];
    const said = ([1, 2, 3] as const).map(
      (key) => toldNumber({ ...view, scores }, key)?.lines.find(({ rule }) => rule === 'deduction')?.reasons,
    );
    const words = '更正：抽查查到“银企对接”没有完成，不再减分：公示栏补拍了照片，5月已公示';
    expect(said).toEqual([[], [words], [words]]);
  });

  it('keeps a line’s own words beside a corrected number only where its points are as they were reviewed', () => {
    const { review } = view;
    const own = { completion: '按纪要认', information: '信息核过' };
    const worded = { ...view, review: { ...review!, review: { ...review!.review, reasons: own } } };
    const told = toldNumber(worded, 2)?.lines.map(({ rule, reasons }) => [rule, reasons]);
    expect(told).toContainEqual(['completion', ['更正：“窗口亮码”，纪要是6日的']]);
    expect(told).toContainEqual(['information', ['复核：信息核过']]);
  });

  it('shows no deduction on the county’s own sheet, and one on what was reviewed', () => {
    const rules = (key: 'self' | 'reviewed') => toldNumber(view, key)?.lines.map(({ rule }) => rule);
    expect(rules('self')).not.toContain('deduction');
    expect(rules('reviewed')).toContain('deduction');
  });

  it('shows the county’s typed number beside the engine’s', () => {
    const content = {
      ...view.sheet!.content,
      draft: { ...view.sheet!.content.draft, scores: { completion: '12.50' } },
    };
    const told = toldNumber({ ...view, sheet: { ...view.sheet!, content } }, 'self');
    expect(told?.lines[0]).toMatchObject({ points: '12.50', note: '自己填的，系统算40.00' });
  });

  it('that holds is the last fixed one, else the review in force, else the sheet', () => {
    expect(standingKey(view)).toBe(2);
    const unfixed = { ...view, scores: [], state: 'reviewed' as const };
    expect(standingKey(unfixed)).toBe('reviewed');
    expect(standingKey({ ...unfixed, state: 'submitted' })).toBe('self');
    expect(standingKey({ ...unfixed, state: 'draft', sheet: null })).toBeNull();
    const draft = { ...view, review: { ...view.review!, isConfirmed: false } };
    expect(toldNumber(draft, 'reviewed')).toBeNull();
  });
});

describe('a reviewed month of which the spot check found something since (Q17)', () => {
  const reviewed = { ...sampleAssessment(), state: 'reviewed' as const, scores: [] };
  const view = { ...reviewed, records: { ...reviewed.records, failedMeasures: ['m2'] } };

  it('is shown as it will be fixed, and stays readable as it was reviewed', () => {
    const key = standingKey(view)!;
    expect(key).toBe('coming');
    expect(toldNumber(view, key)).toMatchObject({ label: '照现在定稿得分', total: '5.00', weighted: '3.50' });
    expect(toldNumber(view, 'reviewed')).toMatchObject({ label: '复核得分', total: '25.00' });
  });

  it('loses nothing for a measure that was not recognised anyway', () => {
    expect(standingKey({ ...view, records: { ...view.records, failedMeasures: ['m1'] } })).toBe('reviewed');
  });
});

describe('the words of a history', () => {
  it('name each number, and number several corrections', () => {
    const [april] = sampleHistory().months;
    expect(numbersOf(april!).map(({ label, value }) => `${label}${value}`)).toEqual([
      '自评45.00',
      '复核25.00',
      '定稿25.00',
      '更正45.00',
      '折算后31.50',
    ]);
    const again = [...april!.scores, { ...april!.scores[1]!, number: 3 }];
    expect(numbersOf({ ...april!, scores: again }).map(({ label }) => label)).toContain('更正2');
  });

  it('say which months are ahead', () => {
    const periods = ['2022-10', '2022-11', '2022-12'];
    expect(aheadWords(periods, '2022-10')).toBe('11月到12月还没到。');
    expect(aheadWords(periods, '2022-11')).toBe('12月还没到。');
    expect(aheadWords(periods, '2022-12')).toBeNull();
    expect(weightedLabel('7/10')).toBe('折算70%后');
  });
});
