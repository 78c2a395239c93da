import type { Role } from '../people';

/** Where a monthly report stands. `withdrawn` is owed again; its versions stay. */
export const REPORT_STATES = ['draft', 'submitted', 'withdrawn', 'returned', 'accepted'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_ACTIONS = ['edit', 'submit', 'withdraw', 'accept', 'return', 'enter-for'] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

export interface ReportTransition {
  readonly action: ReportAction;
  readonly from: readonly ReportState[];
  /** null keeps the state. */
  readonly to: ReportState | null;
  readonly by: readonly Role[];
  /** The state instead, when the version that is in answers a return. */
  readonly toAfterReturn?: ReportState;
  /** Only before the due time; for the answer to a return that is the correction's. */
  readonly beforeDue?: true;
  /** Only what the unit handed in itself: what the lead unit entered (代录) keeps its true time of receipt. */
  readonly notEntered?: true;
  readonly article: string;
}

/** The one table of a report's life, read by buttons, server checks, tests and the diagram in docs. */
export const REPORT_TRANSITIONS: readonly ReportTransition[] = [
  { action: 'edit', from: ['draft', 'withdrawn', 'returned'], to: null, by: ['liaison'], article: '第七条' },
  { action: 'submit', from: ['draft', 'withdrawn', 'returned'], to: 'submitted', by: ['liaison'], article: '第七条' },
  {
    action: 'withdraw',
    from: ['submitted'],
    to: 'withdrawn',
    toAfterReturn: 'returned',
    by: ['liaison'],
    beforeDue: true,
    notEntered: true,
    article: '第七条',
  },
  { action: 'accept', from: ['submitted'], to: 'accepted', by: ['lead-officer'], article: '第二条' },
  { action: 'return', from: ['submitted', 'accepted'], to: 'returned', by: ['lead-officer'], article: '第十条' },
  {
    action: 'enter-for',
    from: ['draft', 'withdrawn', 'returned'],
    to: 'submitted',
    by: ['lead-officer'],
    article: '附件3',
  },
];
