import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { Clock, Ids } from '../clock';
import { Database, execute, isSqlite, placesFor, rowsIn, Transactions } from '../database';
import type { HeldMessage } from './outbox';

/** A claimed message with the token that proves the claim. */
export interface Claimed extends HeldMessage {
  readonly owner: string;
  readonly payload: unknown;
}

/** How a claim ends. */
export type Ending =
  | { readonly kind: 'done'; readonly claimed: Claimed }
  | { readonly kind: 'again'; readonly claimed: Claimed; readonly dueAt: Instant; readonly error: string | null }
  | { readonly kind: 'failed'; readonly claimed: Claimed; readonly error: string };

interface ClaimedRow {
  readonly id: string;
  readonly topic: string;
  readonly dedupe_key: string;
  readonly payload: string;
  readonly attempts: number;
  readonly created_at: string;
}

/** A claim outlives the slowest call by far, and delays what a killed server held by no more than this. */
const LEASE_SECONDS = 60;
const PURGED_AT_ONCE = 500;

const DUE = "topic = ? AND state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?";
const TAKE = 'UPDATE outbox_message SET owner = ?, due_at = ?, attempts = attempts + 1 WHERE';

/** The outbox table: claiming with a token, and ending a claim only while the token still stands. */
@Injectable()
export class OutboxStore {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Those of the topics of which a message may be claimed now, in one statement: an idle server asks it every second. */
  async dueAmong(topics: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database.rows<{ topic: string }>(
      `SELECT DISTINCT topic FROM outbox_message
       WHERE topic IN (${placesFor(topics)}) AND state = 'waiting' AND due_at <= ?`,
      [...topics, this.clock.now()],
    );
    return rows.map((row) => row.topic);
  }

  /**
   * Takes up to `limit` messages of a topic that are due, earliest first. Nobody else gets them before the lease ends.
   * One UPDATE and no SKIP LOCKED: clusters do not honour that across nodes.
   */
  async claim(topic: string, limit: number): Promise<readonly Claimed[]> {
    const now = this.clock.now();
    const heldUntil = new Date(Date.parse(now) + LEASE_SECONDS * 1000).toISOString();
    const owner = this.ids.next();
    const rows = await this.transactions.run(async (tx) => {
      const sql = isSqlite(tx.dataSource)
        ? `${TAKE} id IN (SELECT id FROM outbox_message WHERE ${DUE})`
        : `${TAKE} ${DUE}`;
      const taken = await execute(tx, sql, [owner, heldUntil, topic, now, limit]);
      if (taken === 0) return [];
      const columns = 'id, topic, dedupe_key, payload, attempts, created_at';
      return rowsIn<ClaimedRow>(tx, `SELECT ${columns} FROM outbox_message WHERE owner = ? ORDER BY id`, [owner]);
    });
    return rows.map((row) => ({
      id: row.id,
      topic: row.topic,
      key: row.dedupe_key,
      createdAt: row.created_at,
      attempt: Number(row.attempts),
      heldUntil,
      owner,
      payload: JSON.parse(row.payload) as unknown,
    }));
  }

  /** Ends claims in one transaction. A claim whose token no longer stands is left to whoever has it now. */
  async end(endings: readonly Ending[]): Promise<readonly null[]> {
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      await this.endDone(tx, endings, now);
      for (const ending of endings) if (ending.kind !== 'done') await endOther(tx, ending, now);
    });
    return endings.map(() => null);
  }

  /** Forgets messages that were done before `before`; answers how many. Their keys are free again from then on. */
  async purge(before: Instant): Promise<number> {
    let purged = 0;
    for (;;) {
      const gone = await this.transactions.run((tx) => purgeSome(tx, before));
      purged += gone;
      if (gone < PURGED_AT_ONCE) return purged;
    }
  }

  private async endDone(tx: EntityManager, endings: readonly Ending[], now: Instant): Promise<void> {
    const byOwner = new Map<string, string[]>();
    for (const { kind, claimed } of endings) {
      if (kind === 'done') byOwner.set(claimed.owner, [...(byOwner.get(claimed.owner) ?? []), claimed.id]);
    }
    for (const [owner, ids] of byOwner) {
      const places = placesFor(ids);
      const sql = `UPDATE outbox_message SET state = 'done', done_at = ?, owner = NULL WHERE owner = ? AND id IN (${places})`;
      await execute(tx, sql, [now, owner, ...ids]);
    }
  }
}

async function endOther(tx: EntityManager, ending: Exclude<Ending, { kind: 'done' }>, now: Instant): Promise<void> {
  const { claimed, kind } = ending;
  const state = kind === 'failed' ? 'failed' : 'waiting';
  const dueAt = kind === 'failed' ? now : ending.dueAt;
  const error = ending.error?.slice(0, 200) ?? null;
  const sql =
    'UPDATE outbox_message SET state = ?, due_at = ?, last_error = ?, owner = NULL WHERE id = ? AND owner = ?';
  await execute(tx, sql, [state, dueAt, error, claimed.id, claimed.owner]);
}

async function purgeSome(tx: EntityManager, before: Instant): Promise<number> {
  const sql = "SELECT id FROM outbox_message WHERE state = 'done' AND done_at < ? LIMIT ?";
  const ids = (await rowsIn<{ id: string }>(tx, sql, [before, PURGED_AT_ONCE])).map((row) => row.id);
  if (ids.length === 0) return 0;
  return execute(tx, `DELETE FROM outbox_message WHERE id IN (${placesFor(ids)})`, ids);
}
