import { largerOf, parseFraction, sumOf, type Fraction } from '../kernel';
import type { ScoreCase } from './case';
import { REGULATIONS } from './registry';
import type { AnnualReading, MaterialsReading, Regulation, RulingName, RulingOverrides, Rulings } from './regulation';
import type { Fact } from './trace';

/** A regulation together with the rulings that hold: everything a rule needs to know beside the case. */
export interface Terms {
  readonly regulation: Regulation;
  readonly rulings: Rulings;
  readonly materials: MaterialsReading;
  readonly adjustmentCap: Fraction;
  readonly monthlyFactor: Fraction;
  /** What a month can reach before the factor: what the regulation says, or more where a ruling raises the cap. */
  readonly mostOfMonth: Fraction;
}

/** The rulings that hold for a case: its own where it names them, the regulation's otherwise. */
export function rulingsOf(regulation: Regulation, overrides: RulingOverrides): Rulings {
  const { rulings } = regulation;
  return {
    monthlyFactor: overrides.monthlyFactor ?? rulings.monthlyFactor.standard,
    annualFactor: overrides.annualFactor ?? rulings.annualFactor.standard,
    emptyLedger: overrides.emptyLedger ?? rulings.emptyLedger.standard,
    materials: overrides.materials ?? rulings.materials.standard,
    adjustmentCap: overrides.adjustmentCap ?? rulings.adjustmentCap.standard,
    annualReading: overrides.annualReading ?? rulings.annualReading.standard,
  };
}

/** The terms of a case. Throws a RangeError for a regulation or rulings that `parseScoreCase` would have refused. */
export function termsOf(scoreCase: Pick<ScoreCase, 'regulation' | 'rulings'>): Terms {
  const standard = STANDARD.get(scoreCase.regulation);
  if (standard === undefined) throw new RangeError(`No regulation: ${scoreCase.regulation}`);
  const { rulings } = scoreCase;
  return Object.keys(rulings).length === 0 ? standard : termsBy(standard.regulation, rulings);
}

function termsBy(regulation: Regulation, overrides: RulingOverrides): Terms {
  const rulings = rulingsOf(regulation, overrides);
  const materials = ownEntry(regulation.materials, rulings.materials);
  const adjustmentCap = decimal(rulings.adjustmentCap);
  return {
    regulation,
    rulings,
    materials,
    adjustmentCap,
    monthlyFactor: decimal(rulings.monthlyFactor),
    mostOfMonth: mostOfMonth(regulation, materials, adjustmentCap),
  };
}

function mostOfMonth(regulation: Regulation, materials: MaterialsReading, cap: Fraction): Fraction {
  return largerOf(regulation.month.points, reachOf(regulation, materials, cap));
}

function reachOf({ completion }: Regulation, { timeliness, information }: MaterialsReading, cap: Fraction): Fraction {
  return sumOf([completion.points, timeliness.points, information.most, cap]);
}

/** What a month can really reach before the factor, as it is ruled: also less than the regulation says. */
export function reachOfMonth({ regulation, materials, adjustmentCap }: Terms): Fraction {
  return reachOf(regulation, materials, adjustmentCap);
}

/** Most cases have no rulings of their own; their terms are made once. */
const STANDARD: ReadonlyMap<string, Terms> = new Map(
  REGULATIONS.map((regulation) => [regulation.id, termsBy(regulation, {})]),
);

/** The annual reading that holds, with the factors by which it takes the months. */
export function annualReadingOf({ regulation, rulings }: Terms): AnnualReading {
  return ownEntry(regulation.taskPart.readings, rulings.annualReading);
}

/** A ruling that is a number. Throws a RangeError for what `parseRulings` would have refused. */
export function decimal(text: string): Fraction {
  const value = parseFraction(text);
  if (value === null) throw new RangeError(`No ruling: ${text}`);
  return value;
}

function ownEntry<T>(entries: Readonly<Record<string, T>>, id: string): T {
  const entry = Object.prototype.hasOwnProperty.call(entries, id) ? entries[id] : undefined;
  if (entry === undefined) throw new RangeError(`No ruling: ${id}`);
  return entry;
}

/** What a ruling's value is called: `0.7` is itself, a reading has its label. */
export function rulingLabel(regulation: Regulation, ruling: RulingName, value: string): string {
  if (ruling === 'materials') return ownEntry(regulation.materials, value).label;
  if (ruling === 'annualReading') return ownEntry(regulation.taskPart.readings, value).label;
  if (ruling === 'emptyLedger') return value === 'full' ? '台账没有措施的月份得满分' : '台账没有措施的月份得0分';
  return `${regulation.rulings[ruling].title}为${value}`;
}

/** The fact that a ruling decided, where the case names one that differs from the text's own reading. */
export function ruled({ regulation, rulings }: Terms, ruling: RulingName): readonly Fact[] {
  const value = rulings[ruling];
  if (value === regulation.rulings[ruling].standard) return [];
  return [{ kind: 'ruling', ruling, value, label: rulingLabel(regulation, ruling, value) }];
}
