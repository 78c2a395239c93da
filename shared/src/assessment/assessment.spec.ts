import {
  allowedAssessmentActions,
  ASSESSMENT_ACTIONS,
  ASSESSMENT_STATES,
  caseOf,
  decideAssessment,
  decidePublication,
  decideReview,
  EMPTY_DRAFT,
  EMPTY_REVIEW,
  hundredthsOf,
  isReviewInForce,
  objectionClosesAt,
  parseEnteredScores,
  parseReview,
  parseSheetDraft,
  pointsOfHundredths,
  reviewedTotal,
  reviewedWords,
  sheetPoints,
  withStatements,
  withVerdicts,
  type AssessmentSituation,
  type MonthRecords,
  type OwedRecord,
} from '.';
import { scoreMonth } from '../scoring';

/** The self-assessment of May, owed. */
const SPOT: OwedRecord = {
  id: 'o2',
  kind: 'self-assessment',
  title: '自查评分',
  dueAt: '2022-05-23T16:00:00.000Z',
  metAt: null,
  recordId: null,
};

/** 逊克县's May of the pictures: six of seven measures, one late hand-in, three points of information, four adjustments of five. */
function aMonth(): MonthRecords {
  return {
    regulation: 'heihe-2022',
    period: '2022-05',
    unitId: 'u6',
    measures: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'].map((id) => ({
      id,
      title: `措施${id}`,
      done: id !== 'm4',
      state: id === 'm4' ? ('planned' as const) : ('done' as const),
      target: null,
      node: '2022-05-31',
      goal: '',
      work: '',
      result: '',
      figure: '',
      evidence: [],
    })),
    obligations: [
      {
        id: 'o1',
        kind: 'monthly-report',
        title: '月报',
        dueAt: '2022-05-20T16:00:00.000Z',
        metAt: '2022-05-21T02:00:00.000Z',
        recordId: null,
      },
      SPOT,
    ],
    information: ['i1', 'i2', 'i3'].map((id) => ({ id, title: id, highQuality: true, adopted: false })),
    adjustments: ['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => ({
      id,
      title: id,
      type: 'added-task' as const,
      approved: id !== 'a5',
    })),
    failedMeasures: [],
    rulings: {},
  };
}

const NOW = '2022-05-22T02:00:00.000Z';
const BASE: AssessmentSituation = {
  state: 'draft',
  role: 'liaison',
  isOwn: true,
  dueAt: '2022-05-23T16:00:00.000Z',
  metAt: null,
  channel: null,
  objectionClosesAt: null,
  now: NOW,
};

describe('a self-assessment sheet (附件3)', () => {
  it('is the engine’s points of the records, before the factor, which is a footnote (Q29)', () => {
    const points = sheetPoints(caseOf(aMonth(), NOW, true));
    expect(points.lines.map(({ line, self, outOf }) => [line, self, outOf])).toEqual([
      ['completion', '34.29', '40'],
      ['timeliness', '4.00', '5'],
      ['information', '3.00', '5'],
      ['adjustment', '4.00', '20'],
    ]);
    expect(points).toMatchObject({ total: '45.29', outOf: '70.00', weighted: '31.70' });
  });

  it('rounds its total once, from the exact points', () => {
    const thirds = {
      ...aMonth(),
      measures: aMonth()
        .measures.slice(0, 3)
        .map((each, index) => ({ ...each, done: index > 0 })),
    };
    expect(sheetPoints(caseOf(thirds, NOW, true)).total).toBe('37.67');
  });

  it('takes what a county says of a measure, and its own number where it disagrees', () => {
    const records = caseOf(aMonth(), NOW, true);
    const undone = records.measures.find(({ done }) => !done)!;
    const draft = { ...EMPTY_DRAFT, measures: [{ id: undone.id, done: true }], scores: { adjustment: '5.00' } };
    const points = sheetPoints(withStatements(records, draft), draft.scores);
    expect(points).toMatchObject({ total: '52.00' });
    expect(points.lines[3]).toMatchObject({ engine: '4.00', self: '5.00', isTyped: true });
  });

  it('knows no deduction: a spot check comes later (Q17)', () => {
    const failed = { ...aMonth(), failedMeasures: [aMonth().measures[0]!.id] };
    expect(sheetPoints(caseOf(failed, NOW, true)).total).toBe('45.29');
    expect(scoreMonth(caseOf(failed, NOW, true)).raw).toMatchObject({ deduction: '-5.71', total: '39.57' });
  });

  it('drops a statement that says what the ledger says', () => {
    const records = caseOf(aMonth(), NOW, true);
    const { id, done } = records.measures[0]!;
    expect(parseSheetDraft({ ...EMPTY_DRAFT, measures: [{ id, done }] }, records)).toMatchObject({
      ok: true,
      value: { measures: [] },
    });
  });

  it.each<readonly [string, unknown]>([
    ['assessment.sheet-unreadable', null],
    ['assessment.sheet-unreadable', { ...EMPTY_DRAFT, more: 1 }],
    ['assessment.sheet-unreadable', { ...EMPTY_DRAFT, measures: 'all' }],
    ['assessment.measure-unknown', { ...EMPTY_DRAFT, measures: [{ id: 'x', done: true }] }],
    ['scoring.too-many-places', { ...EMPTY_DRAFT, scores: { completion: '12.345' } }],
    ['scoring.negative', { ...EMPTY_DRAFT, scores: { completion: '-1' } }],
    ['scoring.too-high', { ...EMPTY_DRAFT, scores: { information: '5.01' } }],
    ['assessment.text-missing', { measures: [], scores: {} }],
  ])('refuses with %s', (code, input) => {
    const outcome = parseSheetDraft(input, caseOf(aMonth(), NOW, true));
    expect(outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code)).toContain(code);
  });

  it('counts what is not handed in only once it is due', () => {
    const early = { ...aMonth(), obligations: [{ ...SPOT, metAt: null }] };
    expect(caseOf(early, NOW).obligations).toEqual([]);
    expect(caseOf(early, SPOT.dueAt).obligations).toHaveLength(1);
    expect(caseOf(early, NOW, true).obligations).toMatchObject([{ metAt: NOW }]);
  });
});

describe('a review (附件2三（二）)', () => {
  const month = caseOf(aMonth(), NOW);
  const self = sheetPoints(caseOf(aMonth(), NOW, true));
  const verdict = (over: object) => ({
    verdicts: [{ subject: 'measure', id: 'm1', counts: false, reason: '没有会议材料', ...over }],
    reasons: {},
  });
  const codeOf = (input: unknown) => {
    const outcome = parseReview(input, month);
    return outcome.ok ? 'ok' : outcome.refusals[0].code;
  };

  it('gives verdicts, and the engine gives the number', () => {
    const review = parseReview(verdict({}), month);
    if (!review.ok) throw new Error(review.refusals[0].code);
    expect(scoreMonth(withVerdicts(month, review.value.verdicts)).raw.completion).toBe('28.57');
    expect(decideReview(self, month, review.value).ok).toBe(true);
  });

  it('needs a reason for each line that differs from the county’s own', () => {
    const higher = sheetPoints(caseOf(aMonth(), NOW, true), { adjustment: '5.00' });
    expect(decideReview(higher, month, EMPTY_REVIEW)).toMatchObject({
      refusals: [{ code: 'assessment.reason-missing', facts: { label: '动态调整' } }],
    });
    expect(decideReview(higher, month, { verdicts: [], reasons: { adjustment: '1项没认定' } }).ok).toBe(true);
    expect(decideReview(null, month, EMPTY_REVIEW).ok).toBe(true);
  });

  it('refuses what it cannot be about', () => {
    expect(codeOf(verdict({ reason: '' }))).toBe('assessment.text-missing');
    expect(codeOf(verdict({ id: 'nobody' }))).toBe('assessment.verdict-unknown');
    expect(codeOf(verdict({ subject: 'county' }))).toBe('assessment.review-unreadable');
    expect(codeOf(verdict({ subject: 'adjustment', id: 'a5', counts: true }))).toBe('assessment.approve-elsewhere');
    expect(codeOf({ verdicts: [...verdict({}).verdicts, ...verdict({}).verdicts], reasons: {} })).toBe(
      'assessment.verdict-doubled',
    );
    expect(codeOf({ verdicts: [], reasons: { more: '' } })).toBe('assessment.review-unreadable');
    expect(codeOf(verdict({ id: '__proto__' }))).toBe('assessment.verdict-unknown');
  });

  it('leaves what it does not speak of as it is', () => {
    expect(withVerdicts(month, [])).toEqual(month);
  });
});

describe('the life of an assessment (Q17)', () => {
  it('lets nobody decide on their own unit’s matter', () => {
    const own = { ...BASE, state: 'submitted', role: 'lead-officer' } as const;
    expect(decideAssessment('confirm', own)).toMatchObject({ refusals: [{ code: 'assessment.not-your-role' }] });
    expect(decideAssessment('confirm', { ...own, isOwn: false }).ok).toBe(true);
  });

  it('offers nothing to those who only read', () => {
    for (const state of ASSESSMENT_STATES) {
      for (const isOwn of [true, false]) {
        expect(allowedAssessmentActions({ ...BASE, state, isOwn, role: 'leader' })).toEqual([]);
      }
    }
  });

  it('takes a copied sheet line by line (附件3说明1): a line left empty counts 0, a total has to be what they add up to', () => {
    const month = caseOf(aMonth(), NOW, true);
    const codes = (scores: unknown, total: unknown = '') => {
      const outcome = parseEnteredScores({ scores, total }, month);
      return outcome.ok ? outcome.value : outcome.refusals.map(({ code }) => code);
    };
    expect(codes({ completion: '34.29', timeliness: '4', information: '3', adjustment: '4' }, '45.29')).toEqual({
      measures: [],
      scores: { completion: '34.29', timeliness: '4.00', information: '3.00', adjustment: '4.00' },
      remark: '',
    });
    expect(codes({ completion: '34.29' })).toMatchObject({
      scores: { completion: '34.29', timeliness: '0.00', information: '0.00', adjustment: '0.00' },
      remark: '原件没写按时报送材料、报送信息、动态调整，按0分记。',
    });
    expect(codes({ completion: '34.29', timeliness: '4' }, '45.29')).toEqual(['assessment.entered-total']);
    expect(codes({})).toEqual(['assessment.entered-nothing']);
    expect(codes({ timeliness: '6' })).toEqual(['scoring.too-high']);
    expect(codes({ timeliness: '4' }, 4)).toEqual(['assessment.sheet-unreadable']);
    expect(codes({ headings: '5' })).toEqual(['assessment.sheet-unreadable']);
  });

  it('goes back from final to nothing else', () => {
    for (const action of ASSESSMENT_ACTIONS) {
      const outcome = decideAssessment(action, { ...BASE, state: 'published', role: 'lead-officer', isOwn: false });
      expect([action, outcome.ok]).toEqual([action, action === 'correct']);
    }
  });

  it('hears objections to the end of the third working day, Saturdays and Sundays left out (Q18)', () => {
    const calendar = { holidays: [], makeUpDays: [] };
    expect(objectionClosesAt('2022-05-26T04:00:00.000Z', 3, calendar)).toBe('2022-05-31T16:00:00.000Z');
    expect(objectionClosesAt(NOW, 0, calendar)).toBe(NOW);
  });

  it('is told to all only when every county is final', () => {
    expect(decidePublication(['final', 'final']).ok).toBe(true);
    expect(decidePublication(['final', 'settled', 'draft'])).toMatchObject({ refusals: [{ facts: { count: 2 } }] });
    expect(decidePublication([]).ok).toBe(false);
    expect(decidePublication(['published', 'published']).ok).toBe(false);
  });

  it('writes points as whole hundredths', () => {
    expect([hundredthsOf('45.29'), hundredthsOf('-5.71'), hundredthsOf('0.00')]).toEqual([4529, -571, 0]);
    expect([4529, -571, 0, 3, 7000].map(pointsOfHundredths)).toEqual(['45.29', '-5.71', '0.00', '0.03', '70.00']);
  });

  it('has a review in force from its confirmation until an objection to it is upheld', () => {
    expect(ASSESSMENT_STATES.filter((state) => !isReviewInForce(state))).toEqual(['draft', 'submitted']);
    const verdicts = [{ subject: 'measure' as const, id: 'm4', counts: true, reason: '补到了' }];
    const month = caseOf(aMonth(), NOW);
    expect(reviewedTotal(month, EMPTY_REVIEW)).toBe(scoreMonth(month).raw.total);
    expect(reviewedTotal(month, { verdicts, reasons: {} })).toBe(scoreMonth(withVerdicts(month, verdicts)).raw.total);
  });

  it('is told beside the county’s own total, more or less to the hundredth, and alone where no sheet came', () => {
    expect(reviewedWords('29.86', '35.57')).toBe('29.86，比自评少5.71');
    expect(reviewedWords('30.00', '29.90')).toBe('30.00，比自评多0.10');
    expect(reviewedWords('29.86', '29.86')).toBe('29.86，和自评一样');
    expect(reviewedWords('29.86', null)).toBe('29.86');
    // 23.142857… beside 28.857142…: shown 23.14 and 28.86, but a seventh of 40 was cut.
    expect(reviewedWords('162/7', '202/7')).toBe('23.14，比自评少5.71');
    expect(reviewedWords('202/7', '28.86')).toBe('28.86，和自评一样');
  });
});
