import { formatPeriod } from '../kernel';
import { readSheetRows, tooManyRows, type Sheet, type SheetFault, type SheetRow } from '../sheets';
import { headingNamed, type LedgerHeading } from './headings';
import type { MeasureFacts, MonthPlan, PlannedMeasure } from './measure';
import { monthIn, nodeIn, numberIn, targetIn, type Cell, type Cycle } from './plan-cells';
import { LEDGER_COLUMNS, LEDGER_SHEET, MEASURE_COLUMNS, type LedgerColumn } from './plan-columns';

/** A unit that measures can be given to. */
export interface LedgerUnit {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
}

/** What a plan is checked against: the cycle, the year's headings, the units, and the plan as it stands. */
export interface PlanContext {
  readonly cycle: Cycle;
  readonly headings: readonly LedgerHeading[];
  readonly units: readonly LedgerUnit[];
  readonly plan: readonly PlannedMeasure[];
}

/** A measure of a list: `number` is null when it is new. Its rows are named, for faults found later. */
export interface ListedMeasure extends MeasureFacts {
  readonly number: number | null;
  readonly months: readonly MonthPlan[];
  readonly row: number;
}

/** A plan, or everything that has to be put right in it first: nothing is ever half imported. */
export type PlanReading =
  | { readonly ok: true; readonly measures: readonly ListedMeasure[] }
  | { readonly ok: false; readonly faults: readonly SheetFault[] };

interface ReadRow {
  readonly row: SheetRow;
  readonly number: number | null;
  readonly facts: MeasureFacts;
  readonly month: MonthPlan;
}

/** Reads a year's plan (F55): one row a measure and month. Collects every fault, row by row. */
export function readLedgerPlan(sheets: readonly Sheet[], context: PlanContext): PlanReading {
  const sheet = sheets.find(({ name }) => name === LEDGER_SHEET);
  const whole = (reason: string): PlanReading => ({ ok: false, faults: [fault(null, null, reason)] });
  if (sheet === undefined) return whole(`没有“${LEDGER_SHEET}”这张表，请用导出的模板`);
  const tooMany = tooManyRows(sheet);
  if (tooMany !== null) return { ok: false, faults: [tooMany] };
  const { rows, faults } = readSheetRows(sheet, LEDGER_COLUMNS);
  const reader = new RowReader(context);
  const read = rows.map((row) => reader.read(row));
  const found = [...faults, ...reader.faults];
  if (found.length > 0) return { ok: false, faults: inReadingOrder(found) };
  if (read.length === 0) return whole('表是空的，没有可导入的');
  return grouped(read);
}

function fault(row: number | null, column: LedgerColumn | null, reason: string): SheetFault {
  return { sheet: LEDGER_SHEET, row, column, reason };
}

function inReadingOrder(faults: readonly SheetFault[]): readonly SheetFault[] {
  const seen = new Set<string>();
  return [...faults]
    .sort((one, other) => (one.row ?? 0) - (other.row ?? 0) || columnOrder(one) - columnOrder(other))
    .filter(({ row, column }) => {
      const place = `${String(row)} ${String(column)}`;
      if (column !== null && seen.has(place)) return false;
      seen.add(place);
      return true;
    });
}

function columnOrder({ column }: SheetFault): number {
  return LEDGER_COLUMNS.findIndex(({ title }) => title === column);
}

/** Reads rows one by one, keeping what is wrong with them. */
class RowReader {
  readonly faults: SheetFault[] = [];
  private readonly units: ReadonlyMap<string, LedgerUnit>;
  private readonly byNumber: ReadonlyMap<number, PlannedMeasure>;
  private readonly byName: ReadonlyMap<string, PlannedMeasure>;

  constructor(private readonly context: PlanContext) {
    const named = context.units.flatMap((unit) =>
      [unit.name, unit.fullName, ...unit.aliases].map((name) => [name, unit] as const),
    );
    this.units = new Map(named);
    this.byNumber = new Map(context.plan.map((measure) => [measure.number, measure]));
    this.byName = new Map(context.plan.map((measure) => [keyOf(measure), measure]));
  }

  read(row: SheetRow): ReadRow {
    const text = (column: LedgerColumn): string => row.texts[column] ?? '';
    const take = <T>(column: LedgerColumn, cell: Cell<T>, otherwise: T): T => {
      if (cell.ok) return cell.value;
      if (text(column) !== '' || column === '目标数') this.faults.push(fault(row.number, column, cell.reason));
      return otherwise;
    };
    const heading = headingNamed(this.context.headings, text('任务标题'));
    const unit = this.units.get(text('责任单位'));
    const period = take('月份', monthIn(text('月份'), this.context.cycle), this.context.cycle.firstPeriod);
    const listed: MeasureFacts = {
      task: text('重点任务'),
      headingId: take('任务标题', found(heading?.id, `没有“${text('任务标题')}”这一项，请从年度任务标题里选`), ''),
      title: text('措施'),
      unitId: take('责任单位', found(unit?.id, `没有“${text('责任单位')}”这个单位，请核对名称或先导入单位`), ''),
      leader: text('分管领导'),
      section: text('责任科室'),
      scheme: text('工作方案'),
      contact: text('工作联系人'),
      target: take('目标数', targetIn(text('目标数'), text('计量单位')), null),
    };
    const entered = take('编号', numberIn(text('编号'), new Set(this.byNumber.keys())), null);
    const known = entered === null ? this.byName.get(keyOf(listed)) : this.byNumber.get(entered);
    return {
      row,
      number: known?.number ?? null,
      facts: keepNamed(listed, known),
      month: {
        period,
        goal: text('工作目标'),
        timetable: text('时间表'),
        route: text('路线图'),
        detail: text('具体内容'),
        nodeOn: take('完成时限', nodeIn(text('完成时限'), period), null),
      },
    };
  }
}

function found(id: string | undefined, reason: string): Cell<string> {
  return id === undefined ? { ok: false, reason } : { ok: true, value: id };
}

/** Units fill in the six in the app; an empty cell of the list never wipes what stands there. */
function keepNamed(listed: MeasureFacts, known: PlannedMeasure | undefined): MeasureFacts {
  if (known === undefined) return listed;
  const kept = (text: string, standing: string): string => (text === '' ? standing : text);
  return {
    ...listed,
    leader: kept(listed.leader, known.leader),
    section: kept(listed.section, known.section),
    scheme: kept(listed.scheme, known.scheme),
    contact: kept(listed.contact, known.contact),
  };
}

function keyOf({ unitId, title }: Pick<MeasureFacts, 'unitId' | 'title'>): string {
  return `${unitId} ${title}`;
}

/** Puts the rows of each measure together: it says the same of itself in each, and has each month once. */
function grouped(rows: readonly ReadRow[]): PlanReading {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const key = row.number === null ? keyOf(row.facts) : String(row.number);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const faults = [...groups.values()].flatMap((group) => [...differing(group), ...doubled(group)]);
  faults.push(...sameName([...groups.values()].flatMap(([first]) => (first === undefined ? [] : [first]))));
  if (faults.length > 0) return { ok: false, faults: inReadingOrder(faults) };
  const measures = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const months = group.map(({ month }) => month).sort((one, other) => (one.period < other.period ? -1 : 1));
    return [{ ...first.facts, number: first.number, months, row: first.row.number }];
  });
  return { ok: true, measures };
}

function differing(group: readonly ReadRow[]): readonly SheetFault[] {
  const [first, ...others] = group;
  return others.flatMap((read) =>
    MEASURE_COLUMNS.filter((column) => saidOf(read, column) !== saidOf(first, column)).map((column) =>
      fault(read.row.number, column, `和第${String(first?.row.number)}行同一项措施，这一格却不一样`),
    ),
  );
}

/** What a row says in a column, whichever of its names a unit or a heading goes by. */
function saidOf(read: ReadRow | undefined, column: LedgerColumn): string | undefined {
  if (column === '责任单位') return read?.facts.unitId;
  return column === '任务标题' ? read?.facts.headingId : read?.row.texts[column];
}

function doubled(group: readonly ReadRow[]): readonly SheetFault[] {
  const months = new Map<string, number>();
  return group.flatMap(({ row, month }) => {
    const earlier = months.get(month.period);
    if (earlier === undefined) {
      months.set(month.period, row.number);
      return [];
    }
    return [fault(row.number, '月份', `这项措施的${formatPeriod(month.period)}和第${String(earlier)}行重复，请留一行`)];
  });
}

/** Two numbers of one unit with one name could not be told apart. */
function sameName(measures: readonly ReadRow[]): readonly SheetFault[] {
  const rows = new Map<string, number>();
  return measures.flatMap(({ row, facts }) => {
    const earlier = rows.get(keyOf(facts));
    rows.set(keyOf(facts), earlier ?? row.number);
    return earlier === undefined ? [] : [fault(row.number, '措施', `和第${String(earlier)}行同名，编号却不同`)];
  });
}
