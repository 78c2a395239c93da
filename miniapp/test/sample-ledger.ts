import type { LedgerMonthView, LedgerRowView, LedgerYearView } from '@jiannuo/shared/ledger';

const AT = '2022-05-17T04:20:00.000Z';
const HEADINGS = [
  { id: 'h5', ordinal: 5, title: '修复失信主体', shortTitle: '信用修复' },
  { id: 'h8', ordinal: 8, title: '“码上诚信”展示自身信用', shortTitle: '“码上诚信”' },
];

/** A month of one measure, not done, with all of the six ones. */
export function sampleRow(part: Partial<LedgerRowView> = {}): LedgerRowView {
  return {
    id: 'row8',
    revision: 1,
    measureId: 'm8',
    measure: {
      number: 8,
      task: '“码上诚信”推广',
      headingId: 'h8',
      title: '窗口亮码',
      unitId: 'u6',
      leader: '分管副县长',
      section: '信用工作股',
      scheme: '推广方案',
      contact: '股室负责人',
      target: null,
    },
    period: '2022-05',
    goal: '6类窗口全部亮码',
    timetable: '5月20日前',
    route: '',
    detail: '在窗口张贴二维码。',
    nodeOn: null,
    work: '',
    result: '',
    figure: '',
    evidence: [],
    state: 'planned',
    returnedReason: '',
    isScored: false,
    changedAt: AT,
    actions: ['record', 'mark-done'],
    ...part,
  };
}

/** One unit's May with these measures. */
export function sampleMonth(rows: readonly LedgerRowView[]): LedgerMonthView {
  return {
    period: '2022-05',
    serverNow: AT,
    unitId: 'u6',
    unitName: '逊克县',
    periods: ['2022-04', '2022-05', '2022-06'],
    headings: HEADINGS,
    cutOff: '2022-05-23',
    rows,
    recheck: [],
    attachments: [],
  };
}

/** Three units' year in May: all done, something left, nothing planned. */
export function sampleYear(currentPeriod = '2022-05'): LedgerYearView {
  const cell = (period: string, total: number, done: number) => ({ period, total, done, onSchedule: 0, late: 0 });
  const unit = { measures: 7, complete: 7 };
  return {
    year: 2022,
    serverNow: AT,
    periods: ['2022-04', '2022-05', '2022-06'],
    currentPeriod,
    headings: HEADINGS,
    planRevision: 3,
    deadlines: [
      { period: '2022-04', counts: { done: 15, 'on-schedule': 0, 'on-track': 0, 'at-risk': 0, late: 1 } },
      { period: '2022-05', counts: { done: 12, 'on-schedule': 0, 'on-track': 1, 'at-risk': 2, late: 1 } },
      { period: '2022-06', counts: { done: 0, 'on-schedule': 0, 'on-track': 13, 'at-risk': 0, late: 0 } },
    ],
    units: [
      {
        ...unit,
        unitId: 'u1',
        unitName: '爱辉区',
        unitKind: 'county',
        cells: [cell('2022-04', 7, 7), cell('2022-05', 7, 7), cell('2022-06', 7, 0)],
      },
      {
        ...unit,
        unitId: 'u6',
        unitName: '逊克县',
        unitKind: 'county',
        complete: 4,
        cells: [cell('2022-04', 7, 6), cell('2022-05', 7, 4), cell('2022-06', 6, 0)],
      },
      {
        ...unit,
        unitId: 'u9',
        unitName: '市司法局',
        unitKind: 'department',
        cells: [cell('2022-04', 2, 2), cell('2022-05', 2, 1), cell('2022-06', 0, 0)],
      },
    ],
  };
}
