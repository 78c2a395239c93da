import { tooManyRows, type Sheet, type SheetColumn, type SheetFault } from '../sheets';
import { PEOPLE_LIMITS } from './limits';
import type { KnownUnit, RosterContext } from './roster-context';
import { readPeople, type RosterPerson } from './roster-people';
import { readUnits, type RosterUnit } from './roster-units';

/** Names of the two sheets of a list. */
export const ROSTER_SHEETS = { units: '单位', people: '人员' } as const;

/** The columns of the sheet of units, in the order of the template. */
export const UNIT_COLUMNS = [
  { title: '序号', isRequired: false, limit: 6 },
  { title: '单位简称', isRequired: true, limit: PEOPLE_LIMITS.unitName },
  { title: '单位全称', isRequired: true, limit: PEOPLE_LIMITS.unitFullName },
  { title: '类型', isRequired: true, limit: 20 },
  { title: '别名', isRequired: false, limit: 500 },
] as const satisfies readonly SheetColumn[];

/** The columns of the sheet of persons, in the order of the template. */
export const PERSON_COLUMNS = [
  { title: '单位', isRequired: true, limit: PEOPLE_LIMITS.unitFullName },
  { title: '岗位', isRequired: true, limit: 20 },
  { title: '姓名', isRequired: true, limit: PEOPLE_LIMITS.personName },
  { title: '手机号', isRequired: true, limit: 30 },
  { title: '科（股）室', isRequired: false, limit: PEOPLE_LIMITS.section },
  { title: '职务', isRequired: false, limit: PEOPLE_LIMITS.post },
  { title: '是否负责人', isRequired: false, limit: 10 },
  { title: '不是负责人的原因', isRequired: false, limit: PEOPLE_LIMITS.reason },
] as const satisfies readonly SheetColumn[];

/** A list that can be imported as a whole. */
export interface Roster {
  readonly units: readonly RosterUnit[];
  readonly people: readonly RosterPerson[];
}

/** A list, or everything that has to be put right in it first: nothing is ever half imported. */
export type RosterReading =
  { readonly ok: true; readonly roster: Roster } | { readonly ok: false; readonly faults: readonly SheetFault[] };

/** Reads a list of units and persons (F55). Collects every fault, row by row. */
export function readRoster(sheets: readonly Sheet[], context: RosterContext): RosterReading {
  const unitSheet = sheets.find(({ name }) => name === ROSTER_SHEETS.units);
  const peopleSheet = sheets.find(({ name }) => name === ROSTER_SHEETS.people);
  const faults = [...sheetFaults(unitSheet, ROSTER_SHEETS.units), ...sheetFaults(peopleSheet, ROSTER_SHEETS.people)];
  if (unitSheet === undefined || peopleSheet === undefined || faults.length > 0) return { ok: false, faults };
  const units = readUnits(unitSheet, UNIT_COLUMNS, context.units);
  const people = readPeople(peopleSheet, PERSON_COLUMNS, { ...context, units: merged(context.units, units.units) });
  const wrong = [...units.faults, ...people.faults];
  const found = wrong.length > 0 ? wrong : emptyFaults(units.units, people.people, context);
  if (found.length > 0) return { ok: false, faults: [...found].sort(inReadingOrder) };
  return { ok: true, roster: { units: units.units, people: people.people } };
}

function sheetFaults(sheet: Sheet | undefined, name: string): SheetFault[] {
  const fault = (reason: string): SheetFault => ({ sheet: name, row: null, column: null, reason });
  if (sheet === undefined) return [fault(`没有“${name}”这张表，请用导出的模板`)];
  const tooMany = tooManyRows(sheet);
  return tooMany === null ? [] : [tooMany];
}

function emptyFaults(
  units: readonly RosterUnit[],
  people: readonly RosterPerson[],
  context: RosterContext,
): readonly SheetFault[] {
  const sheet = ROSTER_SHEETS.units;
  if (units.length === 0 && people.length === 0)
    return [{ sheet, row: null, column: null, reason: '表是空的，没有可导入的' }];
  const hasLead = [...units, ...context.units].some(({ kind }) => kind === 'lead');
  return hasLead ? [] : [{ sheet, row: null, column: '类型', reason: '要有一个“牵头单位”' }];
}

function merged(known: readonly KnownUnit[], listed: readonly RosterUnit[]): readonly KnownUnit[] {
  const names = new Set(listed.map(({ name }) => name));
  return [...known.filter(({ name }) => !names.has(name)), ...listed];
}

function inReadingOrder(one: SheetFault, other: SheetFault): number {
  const sheets = Object.values<string>(ROSTER_SHEETS);
  return sheets.indexOf(one.sheet) - sheets.indexOf(other.sheet) || (one.row ?? 0) - (other.row ?? 0);
}
