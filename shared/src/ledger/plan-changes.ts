import { formatPeriod } from '../kernel';
import { headingLabel } from './headings';
import { SIX_ONES_LABELS, type MeasureFacts, type MonthPlan, type PlannedMeasure } from './measure';
import type { ListedMeasure, PlanContext } from './plan-reading';

/** What happens to one measure when a plan takes the place of another. */
export interface MeasureChange {
  readonly kind: 'added' | 'changed' | 'removed';
  /** null for a measure that is new: it gets the next number. */
  readonly number: number | null;
  readonly before: PlannedMeasure | null;
  /** Null for a measure that goes. */
  readonly after: (MeasureFacts & { readonly months: readonly MonthPlan[] }) | null;
  /** Where it stands in the list that was read; null where it was taken from none. */
  readonly row: number | null;
  /** What changes, in words: `5月工作目标：公示26项 → 公示30项`. */
  readonly words: readonly string[];
}

/** The way from one plan to another. */
export interface PlanChanges {
  readonly changes: readonly MeasureChange[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** Compares a list with the plan as it stands; measures that the list does not have are taken out. */
export function planChanges(
  measures: readonly ListedMeasure[],
  context: Pick<PlanContext, 'plan' | 'headings' | 'units'>,
): PlanChanges {
  const known = new Map(context.plan.map((measure) => [measure.number, measure]));
  const listed = new Set(measures.map(({ number }) => number));
  const kept = measures.flatMap((measure) => {
    const before = measure.number === null ? undefined : known.get(measure.number);
    return before === undefined
      ? []
      : changeOf(before, measure, context).map((change) => ({ ...change, row: measure.row }));
  });
  const added = measures
    .filter(({ number }) => number === null)
    .map((after): MeasureChange => ({
      kind: 'added',
      number: null,
      before: null,
      after,
      row: after.row,
      words: [monthsWords('有', after.months)],
    }));
  const removed = context.plan
    .filter(({ number }) => !listed.has(number))
    .map((before): MeasureChange => ({
      kind: 'removed',
      number: before.number,
      before,
      after: null,
      row: null,
      words: [monthsWords('去掉', before.months)],
    }));
  return {
    changes: [...added, ...kept, ...removed],
    added: added.length,
    changed: kept.length,
    removed: removed.length,
    unchanged: context.plan.length - kept.length - removed.length,
  };
}

/** How a measure changes, in a list of one; empty when nothing does. */
export function changeOf(
  before: PlannedMeasure,
  after: MeasureFacts & { readonly months: readonly MonthPlan[] },
  names: Pick<PlanContext, 'headings' | 'units'>,
): readonly MeasureChange[] {
  const words = [...factWords(before, after, names), ...monthWords(before.months, after.months)];
  return words.length === 0 ? [] : [{ kind: 'changed', number: before.number, before, after, row: null, words }];
}

const MONTH_FIELDS = {
  goal: '工作目标',
  timetable: '时间表',
  nodeOn: '完成时限',
  route: '路线图',
  detail: '具体内容',
} as const;

function monthWords(before: readonly MonthPlan[], after: readonly MonthPlan[]): readonly string[] {
  const gone = before.filter(({ period }) => !after.some((month) => month.period === period));
  const fresh = after.filter(({ period }) => !before.some((month) => month.period === period));
  const kept = after.flatMap((month) => {
    const was = before.find(({ period }) => period === month.period);
    return was === undefined ? [] : differences(was, month);
  });
  return [
    ...(fresh.length > 0 ? [monthsWords('加', fresh)] : []),
    ...(gone.length > 0 ? [monthsWords('去掉', gone)] : []),
    ...kept,
  ];
}

/** How a month's plan differs from what it was, in words. */
export function differences(before: MonthPlan, after: MonthPlan): readonly string[] {
  const fields = Object.entries(MONTH_FIELDS) as [keyof typeof MONTH_FIELDS, string][];
  return fields.flatMap(([field, label]) =>
    difference(`${formatPeriod(before.period)}${label}`, before[field] ?? '', after[field] ?? ''),
  );
}

function factWords(
  before: MeasureFacts,
  after: MeasureFacts,
  { headings, units }: Pick<PlanContext, 'headings' | 'units'>,
): readonly string[] {
  const headingOf = (id: string): string => {
    const heading = headings.find((each) => each.id === id);
    return heading === undefined ? id : headingLabel(heading);
  };
  const unitOf = (id: string): string => units.find((each) => each.id === id)?.name ?? id;
  const own = (['leader', 'section', 'scheme', 'contact'] as const).flatMap((one) =>
    difference(SIX_ONES_LABELS[one], before[one], after[one]),
  );
  return [
    ...difference('重点任务', before.task, after.task),
    ...difference('任务标题', headingOf(before.headingId), headingOf(after.headingId)),
    ...difference('措施', before.title, after.title),
    ...difference('责任单位', unitOf(before.unitId), unitOf(after.unitId)),
    ...own,
    ...difference('目标数', targetWords(before), targetWords(after)),
  ];
}

function targetWords({ target }: MeasureFacts): string {
  return target === null ? '' : `${target.goal}${target.unit}`;
}

function difference(label: string, before: string, after: string): readonly string[] {
  return before === after ? [] : [`${label}：${before || '没填'} → ${after || '没填'}`];
}

function monthsWords(verb: string, months: readonly MonthPlan[]): string {
  return `${verb}${months.map(({ period }) => formatPeriod(period)).join('、')}`;
}
