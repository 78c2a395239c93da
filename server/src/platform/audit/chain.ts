import { hash } from 'node:crypto';

/** The stored fields of an entry that its seal covers. */
export interface AuditRow {
  readonly id: string;
  readonly group_id: string | null;
  readonly at: string;
  readonly actor_kind: string;
  readonly person_id: string | null;
  readonly appointment_id: string | null;
  readonly unit_id: string | null;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly detail: string;
  readonly ip: string | null;
  readonly request_id: string | null;
}

/** An entry in its place in the chain. */
export interface SealedRow extends AuditRow {
  readonly sequence: number;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Where a chain ends. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Columns of AuditRow, in the order in which they are hashed. Never change the order: it would break every chain. */
export const AUDIT_COLUMNS = [
  'id',
  'group_id',
  'at',
  'actor_kind',
  'person_id',
  'appointment_id',
  'unit_id',
  'action',
  'subject_kind',
  'subject_id',
  'detail',
  'ip',
  'request_id',
] as const satisfies readonly (keyof AuditRow)[];

/** What the first entry follows. */
export const CHAIN_START: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/** The hash of an entry that follows `previous`. */
export function sealOf(row: AuditRow, previous: ChainHead): ChainHead {
  const sequence = previous.sequence + 1;
  const content = JSON.stringify([sequence, previous.hash, ...AUDIT_COLUMNS.map((column) => row[column])]);
  return { sequence, hash: hash('sha256', content) };
}

/** What is wrong with an entry that stands after `previous`; null when nothing is. */
export function faultOf(row: SealedRow, previous: ChainHead): string | null {
  if (row.sequence !== previous.sequence + 1) return 'An entry before this one is missing.';
  if (row.previous_hash !== previous.hash) return 'This entry does not follow the one before it.';
  if (row.hash !== sealOf(row, previous).hash) return 'This entry was changed.';
  return null;
}
