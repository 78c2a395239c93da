import {
  EMPTY_DRAFT,
  EMPTY_REVIEW,
  type AnnualRow,
  type AnnualView,
  type AssessmentView,
  type HistoryMonth,
  type MeasureRecord,
  type ScoreCell,
  type ScoreHistoryView,
  type ScoreMatrixView,
} from '@jiannuo/shared/assessment';
import type { MonthCase } from '@jiannuo/shared/scoring';

const AT = '2022-05-09T01:16:00.000Z';
const FRAME = {
  year: 2022,
  serverNow: '2022-05-17T00:30:00.000Z',
  previousYear: null,
  nextYear: null,
  periods: ['2022-04', '2022-05', '2022-06'],
  currentPeriod: '2022-05',
} as const;

function caseWith(isFirstDone: boolean): MonthCase {
  return {
    kind: 'month',
    regulation: 'heihe-2022',
    month: '2022-04',
    unit: 'u6',
    measures: [
      { id: 'm1', done: isFirstDone, failedSpotCheck: false },
      { id: 'm2', done: true, failedSpotCheck: false },
    ],
    obligations: [],
    information: [],
    adjustments: [],
    rulings: {},
  };
}

const FINAL = {
  number: 1,
  kind: 'final',
  raw: '25.00',
  score: '17.50',
  isReruled: false,
  review: null,
  reason: '',
  byUnit: '市专班牵头单位',
  at: AT,
} as const;
const CORRECTION = {
  ...FINAL,
  number: 2,
  kind: 'correction',
  raw: '45.00',
  score: '31.50',
  review: { verdicts: [{ subject: 'measure', id: 'm1', counts: true, reason: '纪要是6日的' }], reasons: {} },
  reason: '纪要补来了',
} as const;

/** 逊克县's April, told to all and corrected once, and its May, of which nothing came yet. */
export function sampleHistory(part: Partial<HistoryMonth> = {}): ScoreHistoryView {
  const months: readonly HistoryMonth[] = [
    {
      period: '2022-04',
      assessmentId: 'a4',
      state: 'published',
      metAt: '2022-04-22T08:20:00.000Z',
      self: '45.00',
      reviewed: '25.00',
      scores: [FINAL, CORRECTION],
      formerReviews: [],
      letStand: [],
      publishedAt: AT,
      ...part,
    },
    {
      period: '2022-05',
      assessmentId: null,
      state: 'draft',
      metAt: null,
      self: null,
      reviewed: null,
      scores: [],
      formerReviews: [],
      letStand: [],
      publishedAt: null,
    },
  ];
  return { ...FRAME, unitId: 'u6', unitName: '逊克县', months, quarters: [] };
}

/** Two counties in the official order, the first with the lower number. */
export function sampleMatrix(): ScoreMatrixView {
  const april = (assessmentId: string, number: number, raw: string, weighted: string): ScoreCell => ({
    period: '2022-04',
    assessmentId,
    state: 'published',
    number,
    raw,
    score: weighted,
    isCorrected: number > 1,
  });
  const may: ScoreCell = {
    period: '2022-05',
    assessmentId: null,
    state: 'draft',
    number: null,
    raw: null,
    score: null,
    isCorrected: false,
  };
  return {
    ...FRAME,
    rows: [
      { unitId: 'u1', unitName: '爱辉区', cells: [april('a1', 1, '30.00', '21.00'), may] },
      { unitId: 'u6', unitName: '逊克县', cells: [april('a4', 2, '45.00', '31.50'), may] },
    ],
  };
}

/** 逊克县's April as it opens: handed in as done, reviewed as half done, corrected. */
export function sampleAssessment(): AssessmentView {
  const measure: Omit<MeasureRecord, 'id' | 'title'> = {
    state: 'done',
    done: true,
    target: null,
    node: '2022-04-30',
    goal: '',
    work: '',
    result: '',
    figure: '',
    evidence: [],
  };
  const verdicts = [{ subject: 'measure' as const, id: 'm1', counts: false, reason: '没有纪要' }];
  return {
    id: 'a4',
    unitId: 'u6',
    unitName: '逊克县',
    period: '2022-04',
    state: 'published',
    version: 6,
    actions: [],
    serverNow: FRAME.serverNow,
    dueAt: '2022-04-23T16:00:00.000Z',
    metAt: '2022-04-22T08:20:00.000Z',
    channel: 'app',
    objectionClosesAt: '2022-05-07T16:00:00.000Z',
    objectionWorkingDays: 3,
    confirmRefusal: null,
    correctionFacts: [],
    isDrawn: false,
    regulationTitle: '考评细则',
    formerNames: {},
    records: {
      regulation: 'heihe-2022',
      period: '2022-04',
      unitId: 'u6',
      measures: [
        { ...measure, id: 'm1', title: '窗口亮码' },
        { ...measure, id: 'm2', title: '银企对接' },
      ],
      obligations: [],
      information: [],
      adjustments: [],
      failedMeasures: [],
      rulings: {},
    },
    register: [],
    recheck: [],
    draft: { revision: 0, savedAt: null, content: EMPTY_DRAFT },
    earlierSheets: [],
    sheet: {
      entry: null,
      number: 1,
      content: { draft: EMPTY_DRAFT, month: caseWith(true), total: '45.00' },
      contentHash: 'hash',
      receivedAt: '2022-04-22T08:20:00.000Z',
      byName: '逊克县联络员',
    },
    review: {
      number: 1,
      isConfirmed: true,
      month: caseWith(true),
      review: { ...EMPTY_REVIEW, verdicts },
      byUnit: '市专班牵头单位',
      at: AT,
      reason: '',
    },
    earlierReviews: [],
    objections: [],
    scores: [
      { ...FINAL, month: caseWith(false) },
      { ...CORRECTION, month: caseWith(true) },
    ],
  };
}

/** Two counties' year with nine months of 65 and of 55, nothing final yet. */
export function sampleYear(part: Partial<AnnualView> = {}): AnnualView {
  const months = [4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => `2022-${String(month).padStart(2, '0')}`);
  const countyOf = (unitId: string, unitName: string, rawTotal: string, weighted: string): AnnualRow => ({
    unitId,
    unitName,
    months: months.map((month) => ({
      month,
      assessmentId: `${unitId}-${month}`,
      state: 'published',
      standing: 'scored',
      score: { raw: `${rawTotal}.00`, score: weighted, isCorrected: false },
    })),
    innovations: [{ id: `${unitId}-x`, kind: 2, title: '信用进村', approved: true }],
    preview: {
      kind: 'year',
      regulation: 'heihe-2022',
      unit: unitId,
      months: months.map((month) => ({ month, rawTotal })),
      innovations: [{ id: `${unitId}-x`, kind: 2, approved: true }],
      rulings: {},
    },
    results: [],
    missing: [],
    moved: [],
  });
  return {
    year: 2022,
    serverNow: '2023-01-10T01:00:00.000Z',
    previousYear: null,
    nextYear: null,
    regulation: 'heihe-2022',
    regulationTitle: '考评细则',
    register: [],
    months,
    state: 'open',
    actions: ['finalise'],
    hindrances: [],
    forgotten: [],
    seal: 's'.repeat(64),
    finalisedAt: null,
    publishedAt: null,
    byUnit: null,
    rows: [countyOf('u1', '爱辉区', '55', '38.50'), countyOf('u6', '逊克县', '65', '45.50')],
    ...part,
  };
}

/** The same year, fixed and told. */
export function toldSampleYear(part: Partial<AnnualView> = {}): AnnualView {
  const open = sampleYear();
  const rows = open.rows.map((row): AnnualRow => {
    const { preview } = row;
    if (preview === null) return row;
    const result = { ...FINAL, year: preview, taskPart: '31.85', innovation: '5.00', total: '36.85' };
    return { ...row, results: [result] };
  });
  return { ...open, state: 'published', actions: ['correct'], seal: null, rows, ...part };
}
