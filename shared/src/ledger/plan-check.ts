import { addMonths, formatPeriod, refuseAll, type Instant, type Outcome, type Period, type Refusal } from '../kernel';
import type { Channel } from '../obligations';
import type { LedgerRow, MonthPlan } from './measure';
import { differences, type MeasureChange } from './plan-changes';
import type { PlanContext } from './plan-reading';

/** A row of the ledger as a change of plan looks at it. */
export interface StandingRow extends Pick<LedgerRow, 'period' | 'state'> {
  readonly number: number;
  /** Who answers for this month. */
  readonly rowUnitId: string;
  readonly isScored: boolean;
}

/** What became of the self-assessment that a unit owes for a month. */
export interface OwedAssessment {
  readonly unitId: string;
  readonly period: Period;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  readonly channel: Channel | null;
  readonly waivedAt: Instant | null;
  /** Nothing is taken in from then on: the month was reviewed without the unit's own sheet. */
  readonly closesAt: Instant | null;
}

/** What a change of plan is checked against. */
export interface PlanStanding extends Pick<PlanContext, 'cycle' | 'units'> {
  readonly rows: readonly StandingRow[];
  readonly owed: readonly OwedAssessment[];
  readonly now: Instant;
}

/**
 * Whether a plan may be changed so: a month that is scored keeps its plan, one whose self-assessment is in takes in no
 * new measure and loses none, since its unit signed a share of those that it knew (附件2二（一）1), and one that is done
 * cannot be taken out. Names every month in the way.
 */
export function checkPlanChanges(changes: readonly MeasureChange[], standing: PlanStanding): Outcome<null> {
  const byMeasure = new Map<number, StandingRow[]>();
  for (const row of standing.rows) byMeasure.set(row.number, [...(byMeasure.get(row.number) ?? []), row]);
  const shut = shutMonths(standing);
  const refusals = changes.flatMap((change) => {
    const own = byMeasure.get(change.number ?? 0) ?? [];
    const label = labelOf(change, standing.units);
    const place = { label, ...(change.row === null ? {} : { row: change.row }) };
    const added = addedMonths(change, own).flatMap((month) => addedRefusal(shut, month, place, standing));
    return [...own.flatMap((row) => refusalOf(change, row, place, shut)), ...added];
  });
  return refuseAll(refusals, () => null);
}

/** A month that a unit has to answer for from now on. */
export interface AddedMonth {
  readonly unitId: string;
  readonly period: Period;
}

/** The months that a change gives its unit to answer for: new ones, and those that come from another unit. */
export function addedMonths(
  { before, after }: MeasureChange,
  own: readonly Pick<StandingRow, 'period' | 'isScored'>[],
): readonly AddedMonth[] {
  if (after === null) return [];
  const { unitId, months } = after;
  const isNew = ({ period }: MonthPlan): boolean =>
    before?.unitId === unitId
      ? before.months.every((month) => month.period !== period)
      : own.every((each) => each.period !== period || !each.isScored);
  return months.filter(isNew).map(({ period }) => ({ unitId, period }));
}

const ADDED_CODES = {
  scored: 'ledger.scored-month-added',
  reviewed: 'ledger.reviewed-month-added',
  'handed-in': 'ledger.handed-in-month-added',
  'handed-in-early': 'ledger.handed-in-early-month-added',
} as const;
type Shut = keyof typeof ADDED_CODES;

/** The months of units that take in no measure any more, and how far each has come. */
function shutMonths({ rows, owed, now }: PlanStanding): ReadonlyMap<string, Shut> {
  const shut = new Map<string, Shut>();
  for (const each of owed) {
    const how = shutBy(each, now);
    if (how !== null) shut.set(keyOf(each), how);
  }
  for (const { rowUnitId: unitId, period, isScored } of rows)
    if (isScored) shut.set(keyOf({ unitId, period }), 'scored');
  return shut;
}

function shutBy({ dueAt, metAt, channel, waivedAt, closesAt }: OwedAssessment, now: Instant): Shut | null {
  if (metAt !== null) return channel === 'app' && now < dueAt ? 'handed-in-early' : 'handed-in';
  const isOver = (closesAt !== null && closesAt <= now) || (waivedAt !== null && dueAt <= now);
  return isOver ? 'reviewed' : null;
}

function addedRefusal(
  shut: ReadonlyMap<string, Shut>,
  { unitId, period }: AddedMonth,
  place: Refusal['facts'],
  { cycle, units }: PlanStanding,
): readonly Refusal[] {
  const how = shut.get(keyOf({ unitId, period }));
  if (how === undefined) return [];
  let open = addMonths(period, 1);
  while (open <= cycle.lastPeriod && shut.has(keyOf({ unitId, period: open }))) open = addMonths(open, 1);
  const facts = {
    ...place,
    unit: nameOf(unitId, units),
    month: formatPeriod(period),
    ...(open <= cycle.lastPeriod ? { next: formatPeriod(open) } : {}),
  };
  return [{ code: ADDED_CODES[how], facts }];
}

function refusalOf(
  { before, after }: MeasureChange,
  row: StandingRow,
  place: Refusal['facts'],
  shut: ReadonlyMap<string, Shut>,
): readonly Refusal[] {
  const monthOf = (months: readonly MonthPlan[] = []): MonthPlan | null =>
    months.find(({ period }) => period === row.period) ?? null;
  const next = monthOf(after?.months);
  const facts = { ...place, month: formatPeriod(row.period) };
  if (next === null && row.state === 'done') return [{ code: 'ledger.done-month-removed', facts }];
  if (row.isScored) {
    return isSameMonth(monthOf(before?.months), next) ? [] : [{ code: 'ledger.scored-month-changed', facts }];
  }
  return isTaken(after, next, row) && isShutFor(row, shut) ? [{ code: 'ledger.shut-month-removed', facts }] : [];
}

/** Whether a month is no more its unit's: taken out, or another unit answers for it. */
function isTaken(after: MeasureChange['after'], next: MonthPlan | null, { rowUnitId }: StandingRow): boolean {
  return next === null || after?.unitId !== rowUnitId;
}

function isShutFor({ rowUnitId: unitId, period }: StandingRow, shut: ReadonlyMap<string, Shut>): boolean {
  return shut.has(keyOf({ unitId, period }));
}

/** `第1号 逊克县 银企对接`; a new measure has no number yet. */
function labelOf({ number, before, after }: MeasureChange, units: PlanStanding['units']): string {
  const { unitId, title } = before ?? after ?? { unitId: '', title: '' };
  return [...(number === null ? [] : [`第${String(number)}号`]), nameOf(unitId, units), title].join(' ').trim();
}

function nameOf(unitId: string, units: PlanStanding['units']): string {
  return units.find(({ id }) => id === unitId)?.name ?? '责任单位';
}

function keyOf({ unitId, period }: AddedMonth): string {
  return `${unitId} ${period}`;
}

function isSameMonth(planned: MonthPlan | null, next: MonthPlan | null): boolean {
  return planned !== null && next !== null && differences(planned, next).length === 0;
}
