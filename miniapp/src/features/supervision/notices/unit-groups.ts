import type { TicketRow } from '@jiannuo/shared/supervision';
import { ticketWords } from '../supervision-words';

/** What the lead unit narrows the units of a notice to. */
type Grouped = Pick<
  TicketRow,
  'unitName' | 'kind' | 'state' | 'noticeState' | 'openedAt' | 'dueAt' | 'reviewDueAt' | 'isShaken'
>;

/** Units of a notice that stand alike: 全部, 等您办, 超期, then each state that some of them are in. */
export interface UnitGroup {
  readonly name: string;
  readonly count: number;
}

export const ALL_UNITS = '全部';
const YOURS = '等您办';
const LATE = '超期';

/** Under which names a unit stands at that time; nobody is late while the lead unit has to say what holds. */
function namesFor(unit: Grouped, at: string): readonly string[] {
  return [
    ALL_UNITS,
    ...(unit.reviewDueAt === null ? [] : [YOURS]),
    ...(unit.dueAt !== null && unit.dueAt <= at && !unit.isShaken ? [LATE] : []),
    ticketWords(unit).text,
  ];
}

/** The groups that have a unit in them, with how many: what has to be turned to first, then the states. */
export function unitGroups(units: readonly Grouped[], at: string): readonly UnitGroup[] {
  const counts = new Map([ALL_UNITS, YOURS, LATE].map((name) => [name, 0]));
  for (const unit of units) {
    for (const name of namesFor(unit, at)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].flatMap(([name, count]) => (count === 0 ? [] : [{ name, count }]));
}

/** The units of one group whose name holds what is looked for. */
export function unitsIn<T extends Grouped>(
  units: readonly T[],
  { group, find }: { readonly group: string; readonly find: string },
  at: string,
): readonly T[] {
  const wanted = find.trim();
  return units.filter((unit) => unit.unitName.includes(wanted) && namesFor(unit, at).includes(group));
}
