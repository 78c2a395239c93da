import type { Role } from '../people';
import { INSPECTION_ARTICLE } from './kinds';

/** Where an inspection stands: 计划, 督导中, 汇总问题, 已反馈, 整改中, 办结, 取消. */
export const INSPECTION_STATES = [
  'planned',
  'under-way',
  'findings',
  'released',
  'rectification',
  'closed',
  'cancelled',
] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

export const INSPECTION_ACTIONS = [
  'edit',
  'start',
  'note',
  'conclude',
  'resume',
  'release',
  'close',
  'cancel',
] as const;
export type InspectionAction = (typeof INSPECTION_ACTIONS)[number];

/** A row of the table of an inspection's life. */
export interface InspectionTransition {
  readonly action: InspectionAction;
  readonly from: readonly InspectionState[];
  /** null: it stays as it is. */
  readonly to: InspectionState | null;
  readonly by: readonly Role[];
  readonly article: string;
  /** Only where units are asked to put something right, or only where none is. */
  readonly asksRectification?: boolean;
  /** Only once every unit has put right what was asked. */
  readonly whenSettled?: true;
}

const LEAD: readonly Role[] = ['lead-officer'];
const shared = { by: LEAD, article: INSPECTION_ARTICLE };

/** The one table of an inspection's life, read by buttons, server checks, tests and the diagram in docs. */
export const INSPECTION_TRANSITIONS: readonly InspectionTransition[] = [
  { action: 'edit', from: ['planned'], to: null, ...shared },
  { action: 'start', from: ['planned'], to: 'under-way', ...shared },
  { action: 'note', from: ['under-way'], to: null, ...shared },
  { action: 'conclude', from: ['under-way'], to: 'findings', ...shared },
  { action: 'resume', from: ['findings'], to: 'under-way', ...shared },
  { action: 'release', from: ['findings'], to: 'rectification', ...shared, asksRectification: true },
  { action: 'release', from: ['findings'], to: 'released', ...shared, asksRectification: false },
  { action: 'close', from: ['released', 'rectification'], to: 'closed', ...shared, whenSettled: true },
  { action: 'cancel', from: ['planned', 'under-way'], to: 'cancelled', ...shared },
];

/** Where a finding stands: 记下, 没告知就去掉, 只要知悉, 待整改, 待核查, 退回, 整改完成; of 瞒报 in the end 不算, 成立. */
export const FINDING_STATES = [
  'noted',
  'dropped',
  'informed',
  'to-rectify',
  'answered',
  'returned',
  'closed',
  'cleared',
  'upheld',
] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const FINDING_ACTIONS = [
  'edit',
  'drop',
  'release',
  'answer',
  'take-back',
  'enter-answer',
  'accept',
  'clear',
  'uphold',
  'return',
  'draft-notice',
] as const;
export type FindingAction = (typeof FINDING_ACTIONS)[number];

/** A row of the table of a finding's life. */
export interface FindingTransition {
  readonly action: FindingAction;
  readonly from: readonly FindingState[];
  /** null: it stays as it is. */
  readonly to: FindingState | null;
  readonly by: readonly Role[];
  readonly article: string;
  /** Only where the inspection has come so far. */
  readonly during: readonly InspectionState[];
  /** Only where it asks for a rectification, or only where it asks for none. */
  readonly asksRectification?: boolean;
  /** Only where its unit is said to have hidden something (瞒报), or only where it is not. */
  readonly isConcealed?: boolean;
  readonly beforeDue?: true;
  readonly afterDue?: true;
}

const UNIT: readonly Role[] = ['liaison'];
const TOLD: readonly InspectionState[] = ['released', 'rectification', 'closed'];
const OWED: readonly FindingState[] = ['to-rectify', 'returned'];
const atWork = { ...shared, during: ['under-way'] as const };
const onRelease = { ...shared, during: ['findings'] as const };
const rectifying = { article: INSPECTION_ARTICLE, during: ['rectification'] as const };
/** Whether something was hidden is the lead unit's to say, once its unit was heard or let its time pass. */
const judging = { article: '第十条', by: LEAD, during: ['rectification'] as const, isConcealed: true };

/** The one table of a finding's life, read by buttons, server checks, tests and the diagram in docs. */
export const FINDING_TRANSITIONS: readonly FindingTransition[] = [
  { action: 'edit', from: ['noted'], to: null, ...atWork },
  { action: 'drop', from: ['noted'], to: 'dropped', ...atWork },
  { action: 'release', from: ['noted'], to: 'to-rectify', ...onRelease, asksRectification: true },
  { action: 'release', from: ['noted'], to: 'informed', ...onRelease, asksRectification: false },
  { action: 'answer', from: OWED, to: 'answered', by: UNIT, ...rectifying },
  { action: 'take-back', from: ['answered'], to: 'to-rectify', by: UNIT, ...rectifying, beforeDue: true },
  { action: 'enter-answer', from: OWED, to: 'answered', by: LEAD, ...rectifying },
  { action: 'accept', from: ['answered'], to: 'closed', by: LEAD, ...rectifying, isConcealed: false },
  { action: 'clear', from: ['answered'], to: 'cleared', ...judging },
  { action: 'clear', from: ['upheld'], to: 'cleared', ...judging, during: ['rectification', 'closed'] },
  { action: 'uphold', from: ['answered'], to: 'upheld', ...judging },
  { action: 'uphold', from: OWED, to: 'upheld', ...judging, afterDue: true },
  { action: 'return', from: ['answered'], to: 'returned', by: LEAD, ...rectifying },
  {
    action: 'draft-notice',
    from: ['informed', 'to-rectify', 'answered', 'returned', 'closed', 'upheld'],
    to: null,
    by: LEAD,
    article: '第十三条',
    during: TOLD,
  },
];
