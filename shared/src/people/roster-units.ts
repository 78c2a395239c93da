import { isLongerThan } from '../kernel';
import { readSheetRows, type Sheet, type SheetColumn, type SheetFault, type SheetRow } from '../sheets';
import { PEOPLE_LIMITS } from './limits';
import { UNIT_KIND_NAMES } from './names';
import { UNIT_KINDS, type UnitKind } from './roles';
import type { KnownUnit } from './roster-context';

/** A unit of a list, with the number it keeps or gets. */
export interface RosterUnit extends KnownUnit {
  readonly row: number;
}

const HIGHEST_NUMBER = 99_999;

/** Reads the sheet of units. A unit that is known by its everyday name keeps its number. */
export function readUnits(
  sheet: Sheet,
  columns: readonly SheetColumn[],
  known: readonly KnownUnit[],
): { readonly units: readonly RosterUnit[]; readonly faults: readonly SheetFault[] } {
  const { rows, faults } = readSheetRows(sheet, columns);
  const numbers = new Numbers(known, rows);
  const found: SheetFault[] = [...faults];
  const units = rows.map((row) => {
    const read = readUnit(row, numbers);
    found.push(...read.reasons.map(([column, reason]) => ({ sheet: sheet.name, row: row.number, column, reason })));
    return read.unit;
  });
  const again = doubled(sheet.name, rows, '单位简称');
  const rowsAgain = new Set(again.map(({ row }) => row));
  found.push(...again, ...doubled(sheet.name, rows, '序号'));
  // Of a unit's second row only that is told: whatever is done about its number, the row has to go.
  return { units, faults: found.filter(({ row, column }) => column !== '序号' || !rowsAgain.has(row)) };
}

type Reasons = (readonly [column: string, reason: string])[];

function readUnit({ number: row, texts }: SheetRow, numbers: Numbers): { unit: RosterUnit; reasons: Reasons } {
  const textIn = (column: string): string => texts[column] ?? '';
  const name = textIn('单位简称');
  const kind = kindOf(textIn('类型'));
  const aliases = textIn('别名')
    .split(/[、，,；;]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');
  const number = numbers.numberFor(name, textIn('序号'));
  const reasons: (readonly [string, string | null])[] = [
    ['序号', typeof number === 'string' ? number : null],
    ['类型', kind === null && textIn('类型') !== '' ? unknownKind(textIn('类型')) : null],
    ['别名', aliasFault(aliases)],
  ];
  const unit = {
    row,
    number: typeof number === 'string' ? 0 : number,
    name,
    fullName: textIn('单位全称'),
    aliases,
    kind: kind ?? 'department',
  };
  return { unit, reasons: reasons.flatMap(([column, reason]) => (reason === null ? [] : [[column, reason] as const])) };
}

function unknownKind(text: string): string {
  return `没有“${text}”，请从${Object.values(UNIT_KIND_NAMES).join('、')}里选`;
}

function aliasFault(aliases: readonly string[]): string | null {
  const { alias: limit, aliasesPerUnit } = PEOPLE_LIMITS;
  const isFine = aliases.length <= aliasesPerUnit && !aliases.some((alias) => isLongerThan(alias, limit));
  return isFine ? null : `最多${String(aliasesPerUnit)}个，每个${String(limit)}字，用顿号分开`;
}

function kindOf(text: string): UnitKind | null {
  const plain = (name: string): string => name.replace(/[（）()、\s]/g, '');
  return UNIT_KINDS.find((kind) => plain(UNIT_KIND_NAMES[kind]) === plain(text)) ?? null;
}

function doubled(sheet: string, rows: readonly SheetRow[], column: string): SheetFault[] {
  const first = new Map<string, number>();
  const faults: SheetFault[] = [];
  for (const { number, texts } of rows) {
    const text = texts[column] ?? '';
    const earlier = first.get(text);
    if (text !== '' && earlier !== undefined) {
      faults.push({ sheet, row: number, column, reason: `和第${String(earlier)}行重复` });
    } else first.set(text, number);
  }
  return faults;
}

/** Gives out the numbers that stand in receipts: a known unit keeps its own, others get the entered one or the next. */
class Numbers {
  private readonly byName: ReadonlyMap<string, number>;
  private readonly taken: Set<number>;
  private next = 1;

  constructor(known: readonly KnownUnit[], rows: readonly SheetRow[]) {
    this.byName = new Map(known.map(({ name, number }) => [name, number]));
    this.taken = new Set([...this.byName.values(), ...rows.map(({ texts }) => Number(texts['序号'] ?? ''))]);
  }

  /** The number of a unit, or why the entered one cannot be. */
  numberFor(name: string, entered: string): number | string {
    const own = this.byName.get(name);
    if (own !== undefined)
      return entered === '' || Number(entered) === own ? own : `这个单位的序号是${String(own)}，不能改`;
    if (entered === '') return this.free();
    const number = Number(entered);
    if (!/^\d{1,5}$/.test(entered) || number < 1) return `要填1到${String(HIGHEST_NUMBER)}的整数`;
    return [...this.byName.values()].includes(number) ? '这个序号已经有单位用了' : number;
  }

  private free(): number {
    while (this.taken.has(this.next)) this.next += 1;
    this.taken.add(this.next);
    return this.next;
  }
}
