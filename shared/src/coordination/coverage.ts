import { addMonths, beijingDate, formatPeriod, periodOf, type DateText, type Instant, type Period } from '../kernel';
import type { UnitKind } from '../people';
import type { ContactSpan } from './contact';

/** Whom the lead unit owes a contact each month (art. 4) unless the group's year says otherwise. */
export const CONTACT_UNIT_KINDS: readonly UnitKind[] = ['county', 'zone', 'department'];

/**
 * How a unit's month stands: `contacted` at least once; `open` not yet, and the month runs; `gap` not at all, and the
 * month is over; `ahead` not begun.
 */
export const COVERAGE_STANDINGS = ['contacted', 'open', 'gap', 'ahead'] as const;
export type CoverageStanding = (typeof COVERAGE_STANDINGS)[number];

/** One unit's month. */
export interface CoverageCell {
  readonly standing: CoverageStanding;
  readonly count: number;
  /** The day of the latest contact. */
  readonly lastOn: DateText | null;
}

/** One contact, as far as the coverage asks: entries that were struck out are none. */
export interface CountedContact {
  readonly unitId: string;
  readonly contactedOn: DateText;
}

/** The months of a year, first to last. */
export function periodsOf({ firstPeriod, lastPeriod }: ContactSpan): readonly Period[] {
  const periods: Period[] = [];
  for (let period = firstPeriod; period <= lastPeriod; period = addMonths(period, 1)) periods.push(period);
  return periods;
}

/** The month to look at first: the one that runs, else the nearest of the year. */
export function currentOf(span: ContactSpan, now: Instant): Period {
  const current = periodOf(beijingDate(now));
  if (current < span.firstPeriod) return span.firstPeriod;
  return current > span.lastPeriod ? span.lastPeriod : current;
}

/** Each unit's months in the order of `periods`; a contact with a unit not named, or in another month, counts nowhere. */
export function coverageOf(
  unitIds: readonly string[],
  contacts: readonly CountedContact[],
  periods: readonly Period[],
  now: Instant,
): ReadonlyMap<string, readonly CoverageCell[]> {
  const counted = new Map<string, { count: number; lastOn: DateText }>();
  for (const { unitId, contactedOn } of contacts) {
    const key = `${unitId} ${periodOf(contactedOn)}`;
    const known = counted.get(key);
    if (known === undefined) counted.set(key, { count: 1, lastOn: contactedOn });
    else {
      known.count += 1;
      if (contactedOn > known.lastOn) known.lastOn = contactedOn;
    }
  }
  const current = periodOf(beijingDate(now));
  const cellOf = (unitId: string, period: Period): CoverageCell => {
    const known = counted.get(`${unitId} ${period}`);
    return {
      standing: known === undefined ? emptyStanding(period, current) : 'contacted',
      count: known?.count ?? 0,
      lastOn: known?.lastOn ?? null,
    };
  };
  return new Map(unitIds.map((unitId) => [unitId, periods.map((period) => cellOf(unitId, period))]));
}

function emptyStanding(period: Period, current: Period): CoverageStanding {
  if (period > current) return 'ahead';
  return period === current ? 'open' : 'gap';
}

/** Whether a month lacks its contact, be there still time or not. */
export function isUncontacted(standing: CoverageStanding): boolean {
  return standing === 'open' || standing === 'gap';
}

/** The month in one sentence, with everybody named who was not talked with: `5月还有3家没联系：…`. */
export function coverageSentence(
  period: Period,
  units: readonly { readonly unitName: string; readonly standing: CoverageStanding }[],
): string {
  const month = formatPeriod(period);
  if (units.length === 0) return `${month}没有要联系的单位。`;
  if (units.every(({ standing }) => standing === 'ahead')) return `${month}还没到。`;
  const missing = units.filter(({ standing }) => isUncontacted(standing)).map(({ unitName }) => unitName);
  if (missing.length === 0) return `${month}${String(units.length)}家都联系过了。`;
  const verb = units.some(({ standing }) => standing === 'gap') ? '有' : '还有';
  return `${month}${verb}${String(missing.length)}家没联系：${missing.join('、')}。`;
}
