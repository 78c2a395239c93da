import type { Role } from '../people';

/**
 * How a month of a measure stands: 没完成, 按计划推进 (its day lies after the cut-off, Q6), 完成, 没认 (marked done, and
 * given back by the lead unit).
 */
export const ROW_STATES = ['planned', 'on-schedule', 'done', 'returned'] as const;
export type RowState = (typeof ROW_STATES)[number];

export const ROW_ACTIONS = [
  'record',
  'mark-done',
  'mark-on-schedule',
  'reopen',
  'return',
  'correct-done',
  'correct-undone',
] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

/** One arrow of the table. */
export interface RowTransition {
  readonly action: RowAction;
  readonly from: readonly RowState[];
  /** null keeps the state. */
  readonly to: RowState | null;
  readonly by: readonly Role[];
  /** Before the month is scored, or only after: what a score rests on is never changed, a correction is added. */
  readonly when: 'before-score' | 'after-score';
  readonly needsReason?: true;
  /** Only once the month's review is confirmed: before that the unit itself says so. */
  readonly onceReviewed?: true;
  /** Only where the month's own day lies after the cut-off. */
  readonly afterCutOff?: true;
  readonly article: string;
}

/**
 * The one table of a ledger row's life, read by buttons, server checks and tests. What stood as 按计划推进 when its month
 * was scored is answered afterwards (Q6): the score keeps the case that it was made from, and the lead unit corrects it
 * where the work was not done.
 */
export const ROW_TRANSITIONS: readonly RowTransition[] = [
  {
    action: 'record',
    from: ['planned', 'on-schedule', 'done', 'returned'],
    to: null,
    by: ['liaison'],
    when: 'before-score',
    article: '第九条',
  },
  {
    action: 'mark-done',
    from: ['planned', 'on-schedule', 'returned'],
    to: 'done',
    by: ['liaison'],
    when: 'before-score',
    article: '第九条',
  },
  {
    action: 'record',
    from: ['on-schedule'],
    to: null,
    by: ['liaison'],
    when: 'after-score',
    article: '附件2第三条第一项',
  },
  {
    action: 'mark-done',
    from: ['on-schedule'],
    to: 'done',
    by: ['liaison'],
    when: 'after-score',
    article: '附件2第三条第一项',
  },
  {
    action: 'mark-on-schedule',
    from: ['planned', 'returned'],
    to: 'on-schedule',
    by: ['liaison'],
    when: 'before-score',
    afterCutOff: true,
    article: '附件2第三条第一项',
  },
  {
    action: 'reopen',
    from: ['on-schedule', 'done'],
    to: 'planned',
    by: ['liaison'],
    when: 'before-score',
    article: '第九条',
  },
  {
    action: 'return',
    from: ['on-schedule', 'done'],
    to: 'returned',
    by: ['lead-officer'],
    when: 'before-score',
    needsReason: true,
    article: '附件2第三条第二项',
  },
  {
    action: 'correct-done',
    from: ['planned', 'on-schedule', 'returned'],
    to: 'done',
    by: ['lead-officer'],
    when: 'after-score',
    needsReason: true,
    article: '附件2第三条第二项',
  },
  {
    action: 'correct-done',
    from: ['returned'],
    to: 'done',
    by: ['lead-officer'],
    when: 'before-score',
    onceReviewed: true,
    needsReason: true,
    article: '附件2第三条第二项',
  },
  {
    action: 'correct-undone',
    from: ['on-schedule', 'done'],
    to: 'returned',
    by: ['lead-officer'],
    when: 'after-score',
    needsReason: true,
    article: '附件2第三条第二项',
  },
];

/** Whether a row counts as done: done, or going on as planned (Q6). */
export function isDone(state: RowState): boolean {
  return state === 'done' || state === 'on-schedule';
}

/** What lists call each state. */
export const ROW_STATE_NAMES: Readonly<Record<RowState, string>> = {
  planned: '没完成',
  'on-schedule': '按计划推进',
  done: '完成',
  returned: '复核没认',
};
