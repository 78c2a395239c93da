import type { Period } from '../kernel';
import type { RulingName, RulingOverrides } from '../scoring';

/** A ruling that was checked, as far as its effect goes. */
export interface EffectiveRuling {
  /** The register counts a regulation's rulings in the order in which they were drafted. */
  readonly number: number;
  readonly name: RulingName;
  readonly value: string;
  readonly fromPeriod: Period;
  /** Months that were published when it was checked: they keep the number they had. */
  readonly keptPeriods: readonly Period[];
}

/**
 * The rulings by which a month is scored: on each question the last word that reaches it. One that was checked after the
 * month was published never does, so an old month is answered the same for ever.
 */
export function rulingsInForce<T extends EffectiveRuling>(rulings: readonly T[], period: Period): readonly T[] {
  return lastWords(
    rulings.filter(({ fromPeriod, keptPeriods }) => fromPeriod <= period && !keptPeriods.includes(period)),
  );
}

/** The rulings by which a year's result is reckoned: the last word on each question. */
export function rulingsOfYear<T extends EffectiveRuling>(rulings: readonly T[]): readonly T[] {
  return lastWords(rulings);
}

/** The engine's settings that rulings make. */
export function overridesOf(rulings: readonly Pick<EffectiveRuling, 'name' | 'value'>[]): RulingOverrides {
  return Object.fromEntries(rulings.map(({ name, value }) => [name, value]));
}

function lastWords<T extends EffectiveRuling>(rulings: readonly T[]): readonly T[] {
  const last = new Map<RulingName, T>();
  for (const ruling of rulings) {
    const known = last.get(ruling.name);
    if (known === undefined || known.number < ruling.number) last.set(ruling.name, ruling);
  }
  return [...last.values()].sort((a, b) => a.number - b.number);
}
