import type { Role } from '../people';

/** Where a ruling stands: 等核对; 生效; 被接替, in force only for the months before the one that followed it; 作废. */
export const RULING_STATES = ['draft', 'checked', 'superseded', 'void'] as const;
export type RulingState = (typeof RULING_STATES)[number];

export const RULING_ACTIONS = ['check', 'void', 'supersede'] as const;
export type RulingAction = (typeof RULING_ACTIONS)[number];

export interface RulingTransition {
  readonly action: RulingAction;
  readonly from: readonly RulingState[];
  readonly to: RulingState;
  readonly by: readonly Role[];
  readonly article: string;
}

/** The one table of a ruling's life, read by buttons, server checks, tests and the diagram in docs. A text is never edited. */
export const RULING_TRANSITIONS: readonly RulingTransition[] = [
  { action: 'check', from: ['draft'], to: 'checked', by: ['lead-officer'], article: '附则' },
  { action: 'void', from: ['draft'], to: 'void', by: ['lead-officer'], article: '附则' },
  { action: 'supersede', from: ['checked'], to: 'superseded', by: ['lead-officer'], article: '附则' },
];
