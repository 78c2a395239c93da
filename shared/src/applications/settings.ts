import type { Period } from '../kernel';
import type { ObligationSettings } from '../obligations';
import type { UnitKind } from '../people';
import { ADJUSTMENT_TYPES, monthsOf, regulationOf, type AdjustmentType, type Regulation } from '../scoring';

/** What can be applied for: 动态调整 or 创新性举措 (annex 2). */
export const APPLICATION_CATEGORIES = ['adjustment', 'innovation'] as const;
export type ApplicationCategory = (typeof APPLICATION_CATEGORIES)[number];

/** How an approved one counts: in each month in which it was carried out, once in the month of approval, or in the year. */
export type Credit = 'each-month' | 'once' | 'year';

/** How each type of adjustment counts where a year does not say otherwise (Q15). */
const STANDARD_CREDITS: Readonly<Record<AdjustmentType, Exclude<Credit, 'year'>>> = {
  'added-task': 'each-month',
  'raised-target': 'each-month',
  'local-innovation': 'once',
};

/** Something that can be applied for. `kind` is a type of adjustment, or the number of an innovation. */
export interface ApplicationKind {
  readonly category: ApplicationCategory;
  readonly kind: string;
  readonly title: string;
  readonly article: string;
  readonly credit: Credit;
}

/** The cycle of a year's applications. */
export interface ApplicationCycle {
  readonly months: readonly Period[];
  readonly kinds: readonly ApplicationKind[];
}

/** What a year's settings say about applications. */
export type ApplicationSettings = Pick<ObligationSettings, 'regulation' | 'adjustmentCredits' | 'dueRules'>;

/** The months and kinds that a year's settings offer; none where they name no regulation. */
export function cycleOf(settings: Pick<ApplicationSettings, 'regulation' | 'adjustmentCredits'>): ApplicationCycle {
  const regulation = regulationOf(settings.regulation ?? '');
  if (regulation === null) return { months: [], kinds: [] };
  const kinds = [...adjustmentsOf(regulation, settings.adjustmentCredits ?? {}), ...innovationsOf(regulation)];
  return { months: monthsOf(regulation.cycle), kinds };
}

/** Whether units of a kind may apply: those that are scored, which are those that assess themselves (annex 2). */
export function mayApply({ regulation, dueRules }: ApplicationSettings, unitKind: UnitKind): boolean {
  const isScored = dueRules.some(({ kind, unitKinds }) => kind === 'self-assessment' && unitKinds.includes(unitKind));
  return isScored && regulationOf(regulation ?? '') !== null;
}

function adjustmentsOf(
  { adjustment }: Regulation,
  credits: NonNullable<ApplicationSettings['adjustmentCredits']>,
): readonly ApplicationKind[] {
  return ADJUSTMENT_TYPES.map((kind) => {
    return { category: 'adjustment', kind, ...adjustment.types[kind], credit: credits[kind] ?? STANDARD_CREDITS[kind] };
  });
}

function innovationsOf({ innovation }: Regulation): readonly ApplicationKind[] {
  return Object.entries(innovation.kinds).map(([kind, title]) => {
    return { category: 'innovation', kind, title, article: `${innovation.article}（${kind}）`, credit: 'year' };
  });
}

/** The kind of that name; undefined when the year does not offer it. */
export function kindOf(cycle: ApplicationCycle, category: string, kind: string): ApplicationKind | undefined {
  return cycle.kinds.find((each) => each.category === category && each.kind === kind);
}
