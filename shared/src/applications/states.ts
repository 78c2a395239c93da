import type { Role } from '../people';

/**
 * Where an application (申报) stands: 没交，存着; 待认定; 撤回; 不予认定; 已认定; 撤销认定. What was applied for never changes; one
 * that ended without points can be applied for again, as a new application that names it. A draft lives on its writer's
 * device alone.
 */
export const APPLICATION_STATES = ['draft', 'submitted', 'withdrawn', 'refused', 'approved', 'revoked'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const APPLICATION_ACTIONS = [
  'submit',
  'withdraw',
  'apply-again',
  'approve',
  'refuse',
  'revoke',
  'end',
  'confirm-month',
] as const;
export type ApplicationAction = (typeof APPLICATION_ACTIONS)[number];

export interface ApplicationTransition {
  readonly action: ApplicationAction;
  readonly from: readonly ApplicationState[];
  /** null: it stays as it is. */
  readonly to: ApplicationState | null;
  readonly by: readonly Role[];
  readonly article: string;
}

const ARTICLE = '附件2第二条';

/** The one table of an application's life, read by buttons, server checks, tests and the diagram in docs. */
export const APPLICATION_TRANSITIONS: readonly ApplicationTransition[] = [
  { action: 'submit', from: ['draft'], to: 'submitted', by: ['liaison'], article: ARTICLE },
  { action: 'withdraw', from: ['submitted'], to: 'withdrawn', by: ['liaison'], article: ARTICLE },
  {
    action: 'apply-again',
    from: ['withdrawn', 'refused', 'revoked'],
    to: null,
    by: ['liaison'],
    article: ARTICLE,
  },
  { action: 'approve', from: ['submitted'], to: 'approved', by: ['lead-officer'], article: ARTICLE },
  { action: 'refuse', from: ['submitted'], to: 'refused', by: ['lead-officer'], article: ARTICLE },
  { action: 'revoke', from: ['approved'], to: 'revoked', by: ['lead-officer'], article: ARTICLE },
  { action: 'end', from: ['approved'], to: null, by: ['lead-officer'], article: '附件2第二条第一项3' },
  {
    action: 'confirm-month',
    from: ['approved'],
    to: null,
    by: ['lead-officer'],
    article: '附件2第二条第一项3',
  },
];
