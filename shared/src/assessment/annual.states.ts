import { allow, refuse, type Outcome } from '../kernel';
import type { Role } from '../people';

/** Where a year's result (年度考评) stands, for all counties at once: 没定稿, 已定稿, 已公布. */
export const ANNUAL_STATES = ['open', 'final', 'published'] as const;
export type AnnualState = (typeof ANNUAL_STATES)[number];

/** 没定稿, 已定稿, 已公布. */
export const ANNUAL_STATE_NAMES: Readonly<Record<AnnualState, string>> = {
  open: '没定稿',
  final: '已定稿',
  published: '已公布',
};

export const ANNUAL_ACTIONS = ['finalise', 'publish', 'correct'] as const;
export type AnnualAction = (typeof ANNUAL_ACTIONS)[number];

export interface AnnualTransition {
  readonly action: AnnualAction;
  readonly from: readonly AnnualState[];
  /** null keeps the state. */
  readonly to: AnnualState | null;
  readonly by: readonly Role[];
  readonly article: string;
}

const YEAR = '附件2二（二）';

/** The one table of a year's result, read by buttons, server checks, tests and the diagram in docs. */
export const ANNUAL_TRANSITIONS: readonly AnnualTransition[] = [
  { action: 'finalise', from: ['open'], to: 'final', by: ['lead-officer'], article: YEAR },
  { action: 'publish', from: ['final'], to: 'published', by: ['lead-officer'], article: YEAR },
  { action: 'correct', from: ['final', 'published'], to: null, by: ['lead-officer'], article: YEAR },
];

/** Where a year stands, and who asks. */
export interface AnnualSituation {
  readonly state: AnnualState;
  readonly role: Role;
  /** Whether the asker's unit is one of those that are scored: nobody decides on their own unit's matter. */
  readonly isScored: boolean;
}

/** The state after an action, or why it cannot be done now. What else stands against 定稿, `annualHindrances` says. */
export function decideAnnual(action: AnnualAction, { state, role, isScored }: AnnualSituation): Outcome<AnnualState> {
  const row = ANNUAL_TRANSITIONS.find((each) => each.action === action);
  if (row?.by.includes(role) !== true || isScored) return refuse('assessment.not-your-role');
  return row.from.includes(state) ? allow(row.to ?? state) : refuse(`assessment.annual-not-possible-${state}`);
}

/** Everything the asker may do to a year's result now, in the order of the table. */
export function allowedAnnualActions(situation: AnnualSituation): readonly AnnualAction[] {
  return ANNUAL_ACTIONS.filter((action) => decideAnnual(action, situation).ok);
}
