import type { Role } from '../people';

/** Where a county's month of assessment (考评) stands, in the order in which it goes on (Q17). */
export const ASSESSMENT_STATES = [
  'draft',
  'submitted',
  'reviewed',
  'objected',
  'settled',
  'final',
  'published',
] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** 没报, 待复核, 已复核, 有异议, 已商定, 已定稿, 已通报. */
export const ASSESSMENT_STATE_NAMES: Readonly<Record<AssessmentState, string>> = {
  draft: '没报',
  submitted: '待复核',
  reviewed: '已复核',
  objected: '有异议',
  settled: '已商定',
  final: '已定稿',
  published: '已通报',
};

export const ASSESSMENT_ACTIONS = [
  'edit',
  'submit',
  'withdraw',
  'enter-for',
  'review',
  'confirm',
  'agree',
  'object',
  'uphold',
  'refuse-objection',
  'restate',
  'finalise',
  'publish',
  'correct',
  'let-stand',
] as const;
export type AssessmentAction = (typeof ASSESSMENT_ACTIONS)[number];

export interface AssessmentTransition {
  readonly action: AssessmentAction;
  readonly from: readonly AssessmentState[];
  /** null keeps the state. */
  readonly to: AssessmentState | null;
  readonly by: readonly Role[];
  readonly article: string;
  /** Only before the due time. */
  readonly beforeDue?: true;
  /** Not what the lead unit noted (代录): its true time of receipt stays. */
  readonly notEntered?: true;
  /** Only while nothing is in. */
  readonly notMet?: true;
  /** Only what the lead unit entered, within the days in which the county may check it. */
  readonly whileChecked?: true;
  /** Only while the records say otherwise than a published score, and nobody has let that stand. */
  readonly whenDue?: true;
  /** Within the days for objections; `finalise` from `reviewed` only after them. */
  readonly window?: 'within' | 'after';
}

const SELF = '附件2三（一）';
const BY_MAIL = '附件3说明1';
const REVIEW = '附件2三（二）';
const SPOT_CHECK = '附件2三（三）';

/**
 * The one table of an assessment's life, read by buttons, server checks, tests and the diagram in docs. A month that was
 * never handed in is reviewed from the records once it is due; whose receipt alone was noted, at once. A county objects
 * line by line; what came by mail and is entered after the review stands beside it, up to 定稿. The month moves on with the answer to the last one (`decideAnswer`). A refused one ends nothing but itself.
 * `restate` is no button: it follows from a finding or a ruling that changes a score not published yet (Q16, Q18).
 */
export const ASSESSMENT_TRANSITIONS: readonly AssessmentTransition[] = [
  { action: 'edit', from: ['draft'], to: null, by: ['liaison'], article: SELF },
  { action: 'submit', from: ['draft'], to: 'submitted', by: ['liaison'], article: SELF },
  {
    action: 'withdraw',
    from: ['submitted'],
    to: 'draft',
    by: ['liaison'],
    article: SELF,
    beforeDue: true,
    notEntered: true,
  },
  { action: 'enter-for', from: ['draft'], to: 'submitted', by: ['lead-officer'], article: BY_MAIL, notMet: true },
  {
    action: 'enter-for',
    from: ['submitted', 'reviewed', 'objected', 'settled'],
    to: null,
    by: ['lead-officer'],
    article: BY_MAIL,
    notMet: true,
  },
  { action: 'edit', from: ['submitted'], to: null, by: ['liaison'], article: BY_MAIL, whileChecked: true },
  { action: 'submit', from: ['submitted'], to: 'submitted', by: ['liaison'], article: BY_MAIL, whileChecked: true },
  { action: 'review', from: ['draft', 'submitted'], to: null, by: ['lead-officer'], article: REVIEW },
  { action: 'confirm', from: ['draft', 'submitted'], to: 'reviewed', by: ['lead-officer'], article: REVIEW },
  { action: 'agree', from: ['reviewed'], to: 'settled', by: ['liaison'], article: REVIEW },
  {
    action: 'object',
    from: ['reviewed', 'objected'],
    to: 'objected',
    by: ['liaison'],
    article: REVIEW,
    window: 'within',
  },
  { action: 'uphold', from: ['objected'], to: 'submitted', by: ['lead-officer'], article: REVIEW },
  { action: 'refuse-objection', from: ['objected'], to: 'reviewed', by: ['lead-officer'], article: REVIEW },
  {
    action: 'restate',
    from: ['reviewed', 'settled', 'final'],
    to: 'reviewed',
    by: ['lead-officer'],
    article: SPOT_CHECK,
  },
  { action: 'finalise', from: ['settled'], to: 'final', by: ['lead-officer'], article: REVIEW },
  { action: 'finalise', from: ['reviewed'], to: 'final', by: ['lead-officer'], article: REVIEW, window: 'after' },
  { action: 'publish', from: ['final'], to: 'published', by: ['lead-officer'], article: '附件2四' },
  { action: 'correct', from: ['final', 'published'], to: null, by: ['lead-officer'], article: '附件2四' },
  { action: 'let-stand', from: ['published'], to: null, by: ['lead-officer'], article: '附件2四', whenDue: true },
];
