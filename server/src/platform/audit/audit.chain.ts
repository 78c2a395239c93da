import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  execute,
  isDuplicate,
  placesFor,
  rowsIn,
  type Database,
  type SqlValue,
  type StoredValues,
  type Transactions,
} from '../database';
import type { Log } from '../logging';
import { AUDIT_COLUMNS, CHAIN_START, faultOf, sealOf, type AuditRow, type ChainHead, type SealedRow } from './chain';

/** What verification found. */
export interface AuditVerification {
  readonly isWhole: boolean;
  /** Entries in the chain. */
  readonly sealed: number;
  /** Entries written after the last sealing, not yet protected by the chain. */
  readonly unsealed: number;
  /** When the oldest of those was written. On a running server it is seconds ago; longer means that sealing has stopped. */
  readonly unsealedSince: Instant | null;
  /** The last entry's hash, to compare with one noted elsewhere; null while the chain is empty. */
  readonly headHash: string | null;
  /** What is wrong, in the order of the chain. */
  readonly faults: readonly AuditFault[];
}

/** One break in the chain. */
export interface AuditFault {
  readonly sequence: number;
  readonly reason: string;
}

const COLUMNS = AUDIT_COLUMNS.join(', ');
const BATCH = 200;
const HEAD_NAME = 'audit.head';

/** Another server was faster: what was read here is no longer how the chain stands, and nothing of it may be kept. */
class SealedElsewhere extends Error {}

/** Chains the audit entries by their hashes, a moment after they were written, so that the chain's end is no bottleneck. */
export class AuditChain {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly values: StoredValues,
    private readonly log: Log,
  ) {}

  /** Chains the entries that were committed since the last sealing; answers how many. Safe on several servers at once. */
  async seal(): Promise<number> {
    let total = 0;
    for (;;) {
      const count = await this.sealBatch();
      total += count;
      if (count < BATCH) return total;
    }
  }

  /** Proves that no sealed entry was changed, removed, inserted or moved, and that the chain still ends where sealing left it. */
  async verify(): Promise<AuditVerification> {
    const faults: AuditFault[] = [];
    let head = CHAIN_START;
    for (;;) {
      const rows = await this.database.rows<SealedRow>(
        `SELECT ${COLUMNS}, sequence, previous_hash, hash FROM audit_entry WHERE sequence > ? ORDER BY sequence LIMIT ${String(BATCH)}`,
        [head.sequence],
      );
      for (const row of rows) {
        const reason = faultOf(row, head);
        if (reason !== null) faults.push({ sequence: row.sequence, reason });
        // Going on from what is stored names each break once, not every entry after it.
        head = { sequence: row.sequence, hash: row.hash };
      }
      if (rows.length < BATCH) break;
    }
    await this.checkEnd(head, faults);
    return {
      isWhole: faults.length === 0,
      sealed: head.sequence,
      ...(await this.unsealed()),
      headHash: head.sequence === 0 ? null : head.hash,
      faults,
    };
  }

  private async checkEnd(head: ChainHead, faults: AuditFault[]): Promise<void> {
    const noted = readHead(await this.values.find(HEAD_NAME));
    if (head.sequence < noted.sequence) {
      faults.push({ sequence: head.sequence + 1, reason: 'Entries are missing at the end of the chain.' });
    } else if (head.sequence > noted.sequence && faults.length === 0) {
      faults.push({ sequence: noted.sequence + 1, reason: 'The chain goes on after the end that was noted.' });
    } else if (head.sequence === noted.sequence && head.hash !== noted.hash) {
      faults.push({ sequence: head.sequence, reason: 'The chain does not end with the hash that was noted.' });
    }
  }

  private async unsealed(): Promise<Pick<AuditVerification, 'unsealed' | 'unsealedSince'>> {
    const row = await this.database.row<{ count: string | number; since: Instant | null }>(
      'SELECT COUNT(*) AS count, MIN(at) AS since FROM audit_entry WHERE sequence IS NULL',
    );
    return { unsealed: Number(row?.count ?? 0), unsealedSince: row?.since ?? null };
  }

  private async sealBatch(): Promise<number> {
    try {
      const sealed = await this.transactions.run((tx) => this.sealIn(tx));
      if (sealed.count > 0) this.log.info({ sequence: sealed.head.sequence, hash: sealed.head.hash }, 'audit sealed');
      return sealed.count;
    } catch (error) {
      // Another server has sealed these entries at the same moment.
      if (isDuplicate(error) || error instanceof SealedElsewhere) return 0;
      throw error;
    }
  }

  private async sealIn(tx: EntityManager): Promise<{ count: number; head: ChainHead }> {
    let head = readHead(await this.values.findIn(tx, HEAD_NAME));
    const rows = await rowsIn<AuditRow>(
      tx,
      `SELECT ${COLUMNS} FROM audit_entry WHERE sequence IS NULL ORDER BY id LIMIT ${String(BATCH)}`,
    );
    const seals: Seal[] = [];
    for (const row of rows) {
      const next = sealOf(row, head);
      seals.push({ id: row.id, previous: head.hash, ...next });
      head = next;
    }
    if (seals.length > 0) {
      await writeSeals(tx, seals);
      await this.values.put(tx, HEAD_NAME, JSON.stringify(head));
    }
    return { count: seals.length, head };
  }
}

interface Seal extends ChainHead {
  readonly id: string;
  readonly previous: string;
}

/** All in one statement: the last minute before a due time leaves thousands of entries. */
async function writeSeals(tx: EntityManager, seals: readonly Seal[]): Promise<void> {
  const cases = `CASE id ${seals.map(() => 'WHEN ? THEN ?').join(' ')} END`;
  const values = (of: (seal: Seal) => SqlValue): SqlValue[] => seals.flatMap((seal) => [seal.id, of(seal)]);
  const changed = await execute(
    tx,
    `UPDATE audit_entry SET sequence = ${cases}, previous_hash = ${cases}, hash = ${cases}
     WHERE id IN (${placesFor(seals)}) AND sequence IS NULL`,
    [
      ...values((seal) => seal.sequence),
      ...values((seal) => seal.previous),
      ...values((seal) => seal.hash),
      ...seals.map((seal) => seal.id),
    ],
  );
  if (changed !== seals.length) throw new SealedElsewhere();
}

function readHead(text: string | null): ChainHead {
  return text === null ? CHAIN_START : (JSON.parse(text) as ChainHead);
}
