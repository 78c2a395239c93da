import type { Role } from '../people';

/**
 * Where a work update (工作动态) stands: 没交，存着; 撤回; 收到; 没选用; 选用, in a bulletin; 高质量; 被采用. The last four are
 * the strongest of what the lead unit has said about it; see `stateOf`. A draft lives on its writer's device alone.
 */
export const WORK_UPDATE_STATES = [
  'draft',
  'taken-back',
  'received',
  'not-chosen',
  'chosen',
  'high-quality',
  'adopted',
] as const;
export type WorkUpdateState = (typeof WORK_UPDATE_STATES)[number];

export const WORK_UPDATE_ACTIONS = [
  'send',
  'take-back',
  'not-choose',
  'choose',
  'mark-high-quality',
  'record-adoption',
  'withdraw-mark',
] as const;
export type WorkUpdateAction = (typeof WORK_UPDATE_ACTIONS)[number];

export interface WorkUpdateTransition {
  readonly action: WorkUpdateAction;
  readonly from: readonly WorkUpdateState[];
  /** null: what the marks that then stand make of it. */
  readonly to: WorkUpdateState | null;
  readonly by: readonly Role[];
  readonly article: string;
}

const MARKS_ARTICLE = '附件2第二条第一项2（2）';

/** The one table of a work update's life, read by buttons, server checks, tests and the diagram in docs. */
export const WORK_UPDATE_TRANSITIONS: readonly WorkUpdateTransition[] = [
  { action: 'send', from: ['draft', 'taken-back'], to: 'received', by: ['liaison'], article: '第八条' },
  { action: 'take-back', from: ['received'], to: 'taken-back', by: ['liaison'], article: '第八条' },
  { action: 'not-choose', from: ['received'], to: 'not-chosen', by: ['lead-officer'], article: '第八条' },
  { action: 'choose', from: ['received'], to: 'chosen', by: ['lead-officer'], article: '第八条' },
  { action: 'choose', from: ['high-quality', 'adopted'], to: null, by: ['lead-officer'], article: '第八条' },
  {
    action: 'mark-high-quality',
    from: ['received', 'chosen'],
    to: 'high-quality',
    by: ['lead-officer'],
    article: MARKS_ARTICLE,
  },
  { action: 'mark-high-quality', from: ['adopted'], to: null, by: ['lead-officer'], article: MARKS_ARTICLE },
  {
    action: 'record-adoption',
    from: ['received', 'chosen', 'high-quality', 'adopted'],
    to: 'adopted',
    by: ['lead-officer'],
    article: MARKS_ARTICLE,
  },
  {
    action: 'withdraw-mark',
    from: ['not-chosen', 'high-quality', 'adopted'],
    to: null,
    by: ['lead-officer'],
    article: MARKS_ARTICLE,
  },
];
