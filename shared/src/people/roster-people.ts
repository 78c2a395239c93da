import type { Refusal } from '../kernel';
import { readSheetRows, type Sheet, type SheetColumn, type SheetFault, type SheetRow } from '../sheets';
import { decideListing, type Listing } from './appointment';
import { PEOPLE_MESSAGES } from './messages';
import { ROLE_NAMES } from './names';
import { ROLES, type Role } from './roles';
import type { KnownUnit, RosterContext } from './roster-context';

/** A person's appointment in a list. */
export interface RosterPerson extends Listing {
  readonly row: number;
  /** The unit's everyday name. */
  readonly unitName: string;
}

interface Entry {
  readonly row: number;
  readonly unit: KnownUnit;
  readonly listing: Listing;
}

type Complain = (row: number, column: string, reason: string) => void;

const COLUMN_OF: Readonly<Record<string, string>> = {
  person: '姓名',
  phone: '手机号',
  'appointment.section-too-long': '科（股）室',
  'appointment.post-too-long': '职务',
  'appointment.reason-missing': '不是负责人的原因',
  'appointment.reason-too-long': '不是负责人的原因',
};
/** Faults that reading the cells has told already. */
const TOLD = ['person.name-missing', 'phone.missing', 'person.name-too-long'];

/** Reads the sheet of persons against the units that are known or stand in the same file. */
export function readPeople(
  sheet: Sheet,
  columns: readonly SheetColumn[],
  context: RosterContext,
): { readonly people: readonly RosterPerson[]; readonly faults: readonly SheetFault[] } {
  const { rows, faults: cellFaults } = readSheetRows(sheet, columns);
  const faults: SheetFault[] = [...cellFaults];
  const complain: Complain = (row, column, reason) => faults.push({ sheet: sheet.name, row, column, reason });
  const units = unitsByName(context.units);
  const around = { units, today: context.today, complain };
  const entries = rows.flatMap((row) => entryOf(row, around) ?? []);
  checkPhones(entries, context, complain);
  checkPosts(entries, context, complain);
  const people = entries.map(({ row, unit, listing }) => ({ ...listing, row, unitName: unit.name }));
  return { people, faults };
}

function unitsByName(units: readonly KnownUnit[]): ReadonlyMap<string, KnownUnit> {
  const byName = new Map<string, KnownUnit>();
  for (const unit of units) for (const alias of [...unit.aliases, unit.fullName]) byName.set(alias, unit);
  for (const unit of units) byName.set(unit.name, unit);
  return byName;
}

interface Around {
  readonly units: ReadonlyMap<string, KnownUnit>;
  readonly today: string;
  readonly complain: Complain;
}

function entryOf(row: SheetRow, around: Around): Entry | null {
  const unit = unitOf(row, around);
  const listing = listingOf(row, around);
  if (unit === null || listing === null) return null;
  const outcome = decideListing(listing, { unitKind: unit.kind, today: around.today });
  if (outcome.ok) return { row: row.number, unit, listing: outcome.value };
  for (const refusal of outcome.refusals) {
    if (!TOLD.includes(refusal.code)) around.complain(row.number, columnOf(refusal), sentenceOf(refusal));
  }
  return null;
}

function unitOf({ number, texts }: SheetRow, { units, complain }: Around): KnownUnit | null {
  const name = texts['单位'] ?? '';
  const unit = units.get(name) ?? null;
  if (unit === null && name !== '') complain(number, '单位', `没有“${name}”这个单位，请先填在“单位”表里`);
  return unit;
}

function listingOf({ number, texts }: SheetRow, { today, complain }: Around): Listing | null {
  const textIn = (column: string): string => texts[column] ?? '';
  const role = roleOf(textIn('岗位'));
  if (role === null && textIn('岗位') !== '') {
    complain(number, '岗位', `没有“${textIn('岗位')}”，请从${Object.values(ROLE_NAMES).join('、')}里选`);
  }
  const head = headOf(textIn('是否负责人'));
  if (head === null) complain(number, '是否负责人', '请填“是”或“否”');
  if (role === null || head === null) return null;
  return {
    role,
    personName: textIn('姓名'),
    phone: textIn('手机号'),
    section: textIn('科（股）室'),
    post: textIn('职务'),
    isSectionHead: head,
    notHeadReason: textIn('不是负责人的原因'),
    validFrom: today,
  };
}

function roleOf(text: string): Role | null {
  return ROLES.find((role) => ROLE_NAMES[role] === text) ?? null;
}

function headOf(text: string): boolean | null {
  if (text === '是') return true;
  return text === '否' || text === '' ? false : null;
}

function columnOf({ code }: Refusal): string {
  return COLUMN_OF[code] ?? COLUMN_OF[code.split('.')[0] ?? ''] ?? '岗位';
}

function sentenceOf({ code, facts }: Refusal): string {
  const messages: Readonly<Record<string, (facts: Refusal['facts']) => string>> = PEOPLE_MESSAGES;
  return (messages[code]?.(facts) ?? '填得不对，请改正').replace(/。$/, '');
}

/** One number is one person, in the list and beyond it. */
function checkPhones(entries: readonly Entry[], context: RosterContext, complain: Complain): void {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const { phone, personName } = entry.listing;
    const earlier = first.get(phone);
    const known = context.names.get(phone);
    if (earlier !== undefined && earlier.listing.personName !== personName) {
      complain(entry.row, '手机号', `和第${String(earlier.row)}行是同一个号，姓名不一样`);
    } else if (known !== undefined && known !== personName) {
      complain(entry.row, '手机号', '这个号在名单里是另一个人的，请核对');
    }
    if (earlier === undefined) first.set(phone, entry);
  }
}

/** One liaison for each unit (art. 3), and nobody twice in the same post. */
function checkPosts(entries: readonly Entry[], context: RosterContext, complain: Complain): void {
  const first = new Map<string, number>();
  for (const { row, unit, listing } of entries) {
    const isLiaison = listing.role === 'liaison';
    const key = `${unit.name}\n${listing.role}\n${isLiaison ? '' : listing.phone}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    else
      complain(
        row,
        '岗位',
        isLiaison ? `${unit.name}的联络员在第${String(earlier)}行填过了` : `和第${String(earlier)}行重复`,
      );
    const present = isLiaison ? context.liaisons.get(unit.name) : undefined;
    if (present !== undefined && present.phone !== listing.phone) {
      complain(row, '岗位', `${unit.name}已有联络员${present.personName}，要换人请在名单里换`);
    }
  }
}
