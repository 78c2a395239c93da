import { createHash } from 'node:crypto';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { canonicalJson } from '@jiannuo/shared/kernel';
import { PERIOD, REPORT } from './report';

/** One unit of the crowd with everything that is needed to act for it. */
export interface Member {
  readonly reportId: string;
  readonly obligationId: string;
  readonly unitId: string;
  readonly appointmentId: string;
  readonly token: string;
  readonly openId: string;
}

/** A group of many units, their officers signed in and their reports of one month begun. */
export interface Crowd {
  readonly groupId: string;
  readonly leadToken: string;
  readonly members: readonly Member[];
}

/** 20 May 2022, 24:00 in Beijing: the first late instant. */
export const DUE_AT = '2022-05-20T16:00:00.000Z';
export const CROWD_APP_ID = 'wxdemo0000000000';
const BEFORE = '2022-05-01T00:00:00.000Z';
const FAR = '2030-01-01T00:00:00.000Z';
const ROWS_AT_ONCE = 1000;

/** A row as it is inserted. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Fills empty tables with a group of `count` reporting units; `key` keeps several crowds of one database apart. */
export async function seedCrowd(connection: Connection, count: number, key: string): Promise<Crowd> {
  const groupId = idOf(key, 'g', 0);
  const members = Array.from({ length: count }, (_, index) => memberOf(key, index));
  // Whoever hands in at the last minute has been typing for days, and every pause was saved.
  const draft = canonicalJson(REPORT);
  const put = (table: string, rows: readonly Row[]): Promise<void> => insertAll(connection, table, rows);
  await put('working_group', [groupRow(groupId, key)]);
  await put('group_year', [yearRow(groupId, key)]);
  await put('unit', [leadUnit(groupId, key), ...members.map((member, index) => unitRow(groupId, member, index))]);
  const people = [lead(key), ...members].map((member, index) => ({ member, index, isLead: index === 0 }));
  await put(
    'person',
    people.map(({ member }) => ({ id: personOf(member), name: '样例联络员', phone: null, created_at: BEFORE })),
  );
  await put(
    'appointment',
    people.map(({ member, isLead }) => appointmentRow(groupId, member, isLead)),
  );
  await put(
    'session',
    people.map(({ member }) => sessionRow(member)),
  );
  await put(
    'obligation',
    members.map((member) => obligationRow(groupId, member)),
  );
  await put(
    'report',
    members.map((member) => reportRow(groupId, member)),
  );
  await put(
    'report_draft',
    members.map((member) => ({
      report_id: member.reportId,
      revision: 1,
      saved_at: null,
      device: '',
      filled: 0,
      total: 10,
      content: draft,
    })),
  );
  await put(
    'wechat_account',
    members.map((member) => accountRow(member)),
  );
  return { groupId, leadToken: lead(key).token, members };
}

/** Counts rows; `condition` is written by this bench alone. */
export async function countRows(connection: Connection, table: string, condition: string): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${condition}`);
  return Number(rows[0]?.['n']);
}

/** Inserts rows that all have the same columns, many in a statement. */
export async function insertAll(connection: Connection, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const part = rows.slice(start, start + ROWS_AT_ONCE).map((row) => columns.map((column) => row[column] ?? null));
    await connection.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, [part]);
  }
}

function idOf(key: string, kind: string, index: number): string {
  return `${key}${kind}${String(index)}`.toUpperCase().padEnd(26, '0').slice(0, 26);
}

function memberOf(key: string, index: number): Member {
  const number = String(index).padStart(6, '0');
  const id = (kind: string): string => `${key}${kind}${number}`.toUpperCase().padEnd(26, '0');
  return {
    reportId: id('r'),
    obligationId: id('o'),
    unitId: id('u'),
    appointmentId: id('a'),
    token: `${key}${number}`.padEnd(43, 'x'),
    openId: `o${key}${number}`,
  };
}

function lead(key: string): Member {
  const id = (kind: string): string => `${key}${kind}lead`.toUpperCase().padEnd(26, '0');
  return { ...memberOf(key, 0), unitId: id('u'), appointmentId: id('a'), token: `${key}lead`.padEnd(43, 'x') };
}

function personOf(member: Member): string {
  return `P${member.appointmentId.slice(0, 25)}`;
}

function groupRow(id: string, key: string): Row {
  return {
    id,
    code: key,
    name: '样例专班',
    city: '样例市',
    lead_unit_name: '牵头单位',
    lead_phone: '0456-555 0101',
    lead_hours: '工作日',
    filing_number: null,
    is_sample: 1,
    created_at: BEFORE,
  };
}

function yearRow(groupId: string, key: string): Row {
  const settings = JSON.stringify(HEIHE_2022.settings);
  const form = JSON.stringify(HEIHE_2022.form);
  return {
    id: idOf(key, 'y', 0),
    group_id: groupId,
    year: 2022,
    settings,
    form,
    clause_basis: '样例',
    updated_at: BEFORE,
  };
}

function leadUnit(groupId: string, key: string): Row {
  return { ...unitRow(groupId, lead(key), -1), name: '牵头单位', full_name: `牵头单位${key}`, kind: 'lead' };
}

function unitRow(groupId: string, member: Member, index: number): Row {
  const name = `样例单位${String(index + 2)}`;
  return {
    id: member.unitId,
    group_id: groupId,
    number: index + 2,
    name,
    full_name: name,
    aliases: '[]',
    kind: 'department',
    created_at: BEFORE,
  };
}

function appointmentRow(groupId: string, member: Member, isLead: boolean): Row {
  return {
    id: member.appointmentId,
    group_id: groupId,
    unit_id: member.unitId,
    person_id: personOf(member),
    role: isLead ? 'lead-officer' : 'liaison',
    section: '科',
    post: '科长',
    is_section_head: 1,
    not_head_reason: null,
    valid_from: '2022-04-18',
    valid_to: null,
    ended_at: null,
    liaison_slot: isLead ? null : member.unitId,
    listed_by: '牵头单位',
    listed_on: '2022-04-18',
  };
}

function sessionRow(member: Member): Row {
  return {
    id: `S${member.appointmentId.slice(0, 25)}`,
    token_hash: createHash('sha256').update(member.token).digest('hex'),
    person_id: personOf(member),
    appointment_id: member.appointmentId,
    device: 'phone',
    opened_at: BEFORE,
    seen_at: '2022-05-20T00:00:00.000Z',
    expires_at: FAR,
    ends_at: FAR,
    revoked_at: null,
  };
}

function obligationRow(groupId: string, member: Member): Row {
  return {
    id: member.obligationId,
    group_id: groupId,
    unit_id: member.unitId,
    kind: 'monthly-report',
    period: PERIOD,
    ordinal: 0,
    article: '第七条',
    due_at: DUE_AT,
    original_due_at: DUE_AT,
    version: 1,
    created_at: BEFORE,
  };
}

function reportRow(groupId: string, member: Member): Row {
  return {
    id: member.reportId,
    group_id: groupId,
    unit_id: member.unitId,
    period: PERIOD,
    obligation_id: member.obligationId,
    correction_id: null,
    state: 'draft',
    current_version: 0,
    version: 1,
    opened_at: BEFORE,
  };
}

function accountRow(member: Member): Row {
  return {
    id: `W${member.appointmentId.slice(0, 25)}`,
    app_id: CROWD_APP_ID,
    open_id: member.openId,
    person_id: personOf(member),
    bound_at: BEFORE,
    is_broken: 0,
    last_appointment_id: member.appointmentId,
  };
}
