/** What stands in the register (事项): 跨部门协调, 重大问题 (art. 1), 重点项目会商 (art. 2). */
export const MATTER_KINDS = ['cross-department', 'major-problem', 'key-project'] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/** Where a matter stands: 待受理, 已受理, 已定办法, 已报办好, 已办结. */
export const MATTER_STATES = ['raised', 'taken-up', 'decided', 'finished', 'closed'] as const;
export type MatterState = (typeof MATTER_STATES)[number];

export const MATTER_ACTIONS = ['take-up', 'say', 'decide', 'finish', 'close', 'reopen'] as const;
export type MatterAction = (typeof MATTER_ACTIONS)[number];

/** Who acts on a matter: the lead unit, the unit that raised it, the unit that was told to do it, any unit that it concerns. */
export type MatterParty = 'lead' | 'raiser' | 'doer' | 'concerned';

/** A row of the table of a matter's life. */
export interface MatterTransition {
  readonly action: MatterAction;
  readonly from: readonly MatterState[];
  /** null: it stays as it is. */
  readonly to: MatterState | null;
  readonly by: readonly MatterParty[];
  readonly article: string;
}

/** The clause by which matters are registered and solved. */
export const MATTER_ARTICLE = '第一条（三）';

const OPEN: readonly MatterState[] = ['raised', 'taken-up', 'decided', 'finished'];
const IN_HAND: readonly MatterState[] = ['taken-up', 'decided', 'finished'];
const lead = { by: ['lead'], article: MATTER_ARTICLE } as const;

/**
 * The one table of a matter's life, read by buttons, server checks, tests and the diagram in docs. What a unit raises
 * begins as `raised`, what the lead unit raises is taken up with that.
 */
export const MATTER_TRANSITIONS: readonly MatterTransition[] = [
  { action: 'take-up', from: ['raised'], to: 'taken-up', ...lead },
  { action: 'say', from: OPEN, to: null, by: ['lead', 'concerned'], article: '第四条' },
  { action: 'decide', from: IN_HAND, to: 'decided', ...lead },
  { action: 'finish', from: ['decided'], to: 'finished', by: ['doer'], article: MATTER_ARTICLE },
  { action: 'close', from: IN_HAND, to: 'closed', ...lead },
  { action: 'reopen', from: ['closed'], to: 'taken-up', by: ['raiser'], article: MATTER_ARTICLE },
];
