import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { RulingState } from '@jiannuo/shared/rulings';
import type { RulingName } from '@jiannuo/shared/scoring';
import { rowsIn, type Database } from '../../platform/database';

/** A ruling as its table holds it. */
export interface RulingRecord {
  readonly id: string;
  readonly regulation: string;
  readonly number: number;
  readonly name: RulingName;
  readonly value: string;
  readonly text: string;
  readonly basis: string;
  readonly fromPeriod: Period;
  readonly state: RulingState;
  readonly supersedes: string | null;
  readonly keptPeriods: readonly Period[];
  readonly byUnit: string;
  readonly draftedByPersonId: string;
  readonly draftedBy: string;
  readonly draftedAt: Instant;
  readonly checkedBy: string | null;
  readonly checkedAt: Instant | null;
  readonly voidedBy: string | null;
  readonly voidedAt: Instant | null;
  readonly voidReason: string | null;
}

const SELECT = `SELECT id, regulation, number, name, value, text, basis, from_period AS fromPeriod, state,
    supersedes_id AS supersedes, kept_periods AS keptPeriods, by_unit_name AS byUnit,
    drafted_by_person_id AS draftedByPersonId, drafted_by_name AS draftedBy, drafted_at AS draftedAt,
    checked_by_name AS checkedBy, checked_at AS checkedAt, voided_by_name AS voidedBy, voided_at AS voidedAt,
    void_reason AS voidReason
  FROM ruling`;
const OF_REGULATION = `${SELECT} WHERE group_id = ? AND regulation = ? ORDER BY number`;

/** A group's rulings on a regulation, the earliest first. */
export async function rulingsOf(
  source: Database | EntityManager,
  groupId: string,
  regulation: string,
): Promise<readonly RulingRecord[]> {
  const rows = await read(source, OF_REGULATION, [groupId, regulation]);
  return rows.map((row) => ({ ...row, keptPeriods: JSON.parse(row.keptPeriods) as readonly Period[] }));
}

/** The regulation that a ruling of the group is about; null when the group has no such ruling. */
export async function regulationOfRuling(tx: EntityManager, groupId: string, id: string): Promise<string | null> {
  const sql = 'SELECT regulation FROM ruling WHERE id = ? AND group_id = ?';
  const [row] = await rowsIn<{ regulation: string }>(tx, sql, [id, groupId]);
  return row?.regulation ?? null;
}

type Row = Omit<RulingRecord, 'keptPeriods'> & { readonly keptPeriods: string };

function read(source: Database | EntityManager, sql: string, parameters: readonly string[]): Promise<Row[]> {
  return 'rows' in source ? source.rows<Row>(sql, parameters) : rowsIn<Row>(source, sql, parameters);
}
