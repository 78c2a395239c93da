import { linesOf, SELF_LABEL, sumNote, twoPlaces, type ToldLine, type ToldNumber } from '@jiannuo/shared/assessment';
import { formatPeriod, formatStamp, type Instant } from '@jiannuo/shared/kernel';
import { tellTrace, TRACE_HEADS, type Telling, type TraceNode } from '@jiannuo/shared/scoring';
import { across, figure, listForm, type Form, type ListRow } from '../../../platform/excel';
import type { ToldMonth } from '../scores/score-book.queries';

/** What stands over the table of a sheet, and the table's width. */
export interface SheetHead {
  readonly name: string;
  readonly title: string;
  readonly groupName: string;
  /** How far it is; empty where each line says it. */
  readonly state: string;
  readonly at: Instant;
  readonly columns: readonly (readonly [title: string, width: number])[];
}

/** A sheet with its title, the group's name and the time of the export, its table, and what is said below. */
export function sheetOf({ name, title, groupName, state, at, columns }: SheetHead, rows: readonly ListRow[]): Form {
  const facts = [groupName, state, `导出时间：${formatStamp(at)}`].filter((fact) => fact !== '').join('　');
  return listForm({ name, title, facts, columns }, rows);
}

/** The columns under which a number is explained. */
export const TRACE_COLUMNS = [
  ['项目', 16],
  ['得分', 9],
  ['满分', 9],
  ['说明', 22],
  [TRACE_HEADS.counted, 36],
  [TRACE_HEADS.reckoned, 28],
  [TRACE_HEADS.article, 20],
  [TRACE_HEADS.rulings, 30],
  [TRACE_HEADS.changes, 26],
] as const;

/** One number in a line of that table. */
export interface TraceLine extends Pick<Telling, 'readings'> {
  readonly title: string;
  readonly points: string;
  readonly outOf: string;
  readonly notes: readonly string[];
  readonly node: TraceNode | null;
}

/** A number with why, in the sentences of the screens. */
export function traceRow({ title, points, outOf, notes, node, readings = [] }: TraceLine, telling: Telling): ListRow {
  const told = node === null ? null : tellTrace(node, { ...telling, readings });
  const sentences = [told?.counted, told?.reckoned, told === null ? [] : [told.article], told?.rulings, told?.changes];
  return [
    title,
    figure(points),
    figure(outOf === '0' ? '' : twoPlaces(outOf)),
    notes.join('\n'),
    ...sentences.map((lines) => (lines ?? []).join('\n')),
  ];
}

/** Every number of the months, line by line. */
export function toldRows(months: readonly ToldMonth[]): readonly ListRow[] {
  return months.flatMap(({ unitName, period, told, names }) =>
    told.flatMap((number) => [
      across(numberLine(number, `${unitName}　${formatPeriod(period, true)}`), { columns: TRACE_COLUMNS }, 'group'),
      ...linesIn(number).map((line) => traceRow(line, { names, ruled: number.ruled, isPast: number.isPast })),
    ]),
  );
}

function numberLine({ label, by, at, reason }: ToldNumber, of: string): string {
  const facts = [
    of,
    label,
    ...(at === null ? [] : [formatStamp(at), by]),
    ...(reason === '' ? [] : [`${label === SELF_LABEL ? '说明' : '理由'}：${reason}`]),
  ];
  return facts.join('　');
}

function linesIn(told: ToldNumber): readonly TraceLine[] {
  const { label, total, outOf } = told;
  const note = sumNote(told);
  const whole: TraceLine = { title: label, points: total, outOf, notes: note === null ? [] : [note], node: null };
  return [whole, ...linesOf(told).map(lineOf)];
}

function lineOf({ title, points, outOf, note, reasons, node, readings }: ToldLine): TraceLine {
  return {
    title,
    points,
    outOf,
    notes: [...(note === null ? [] : [note]), ...reasons],
    node,
    readings,
  };
}
