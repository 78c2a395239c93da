import { hash } from 'node:crypto';
import type { Instant } from '@jiannuo/shared/kernel';
import type { EntityManager } from 'typeorm';
import { DAY, HOUR, later, type Clock, type Ids, type Randomness } from '../clock';
import { execute, insertRows, type Database, type Transactions } from '../database';

/** What kind of device holds the session: a phone in WeChat, or a desktop browser that a phone let in. */
export type SessionDevice = 'phone' | 'desktop';

/** A session just opened. The token is shown this once; only its hash is kept. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly token: string;
  readonly expiresAt: Instant;
}

/** Whom a valid token stands for. */
export interface ResolvedSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly appointmentId: string;
}

/** Whose sessions end: all of a person's, or those in one appointment. */
export type SessionOwner = { readonly personId: string } | { readonly appointmentId: string };

/** How long a session lives: without use, and in all. */
const LIFETIMES = {
  phone: { idle: 30 * DAY, total: 180 * DAY },
  desktop: { idle: 12 * HOUR, total: 12 * HOUR },
} as const satisfies Record<SessionDevice, { idle: number; total: number }>;

/** Use is noted at most once in this time, so that reading costs no writing. */
const SEEN_STEP = DAY;

interface SessionRow {
  readonly id: string;
  readonly person_id: string;
  readonly appointment_id: string;
  readonly device: SessionDevice;
  readonly seen_at: Instant;
  readonly expires_at: Instant;
  readonly ends_at: Instant;
}

/** Who is signed in on which device. */
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly chance: { readonly ids: Ids; readonly randomness: Randomness },
  ) {}

  /** Signs a person in for an appointment: a phone for 30 days without use and at most 180, a desktop for 12 hours. */
  async open(
    tx: EntityManager,
    session: { readonly personId: string; readonly appointmentId: string; readonly device: SessionDevice },
  ): Promise<OpenedSession> {
    const now = this.clock.now();
    const lifetime = LIFETIMES[session.device];
    const sessionId = this.chance.ids.next();
    const token = this.chance.randomness.bytes(32).toString('base64url');
    const expiresAt = later(now, lifetime.idle);
    await insertRows(tx, 'session', [
      {
        id: sessionId,
        token_hash: hashOf(token),
        person_id: session.personId,
        appointment_id: session.appointmentId,
        device: session.device,
        opened_at: now,
        seen_at: now,
        expires_at: expiresAt,
        ends_at: later(now, lifetime.total),
        revoked_at: null,
      },
    ]);
    return { sessionId, token, expiresAt };
  }

  /** Whom the token stands for; null when it is unknown, expired or revoked. Use puts the expiry off. */
  async resolve(token: string): Promise<ResolvedSession | null> {
    const now = this.clock.now();
    const row = await this.database.row<SessionRow>(
      'SELECT id, person_id, appointment_id, device, seen_at, expires_at, ends_at FROM session WHERE token_hash = ? AND revoked_at IS NULL',
      [hashOf(token)],
    );
    if (!row || row.expires_at <= now || row.ends_at <= now) return null;
    if (row.device === 'phone' && row.seen_at <= later(now, -SEEN_STEP)) await this.noteUse(row, now);
    return { sessionId: row.id, personId: row.person_id, appointmentId: row.appointment_id };
  }

  /** The appointment of a session that was ended, as at its handover; null for any other token. */
  async revokedIn(token: string): Promise<string | null> {
    const sql = 'SELECT appointment_id FROM session WHERE token_hash = ? AND revoked_at IS NOT NULL';
    const row = await this.database.row<Pick<SessionRow, 'appointment_id'>>(sql, [hashOf(token)]);
    return row?.appointment_id ?? null;
  }

  /** Ends one session at once. */
  async revoke(tx: EntityManager, sessionId: string): Promise<void> {
    const sql = 'UPDATE session SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL';
    await execute(tx, sql, [this.clock.now(), sessionId]);
  }

  /** Ends all sessions of a person, or of an appointment at its handover, at once; answers how many. */
  async revokeAllOf(tx: EntityManager, owner: SessionOwner): Promise<number> {
    const [column, id] = 'personId' in owner ? ['person_id', owner.personId] : ['appointment_id', owner.appointmentId];
    const sql = `UPDATE session SET revoked_at = ? WHERE ${column} = ? AND revoked_at IS NULL`;
    return execute(tx, sql, [this.clock.now(), id]);
  }

  /** Lets the session act in another appointment of the same person; the caller has checked that it is his and valid. */
  async switchAppointment(tx: EntityManager, sessionId: string, appointmentId: string): Promise<void> {
    await execute(tx, 'UPDATE session SET appointment_id = ? WHERE id = ?', [appointmentId, sessionId]);
  }

  /** Forgets sessions that ended long ago, so that the table stays small. */
  async forgetEnded(before: Instant): Promise<number> {
    return this.transactions.run((tx) => execute(tx, 'DELETE FROM session WHERE expires_at < ?', [before]));
  }

  private async noteUse(row: SessionRow, now: Instant): Promise<void> {
    const extended = later(now, LIFETIMES.phone.idle);
    const expiresAt = extended < row.ends_at ? extended : row.ends_at;
    await this.transactions.runWithoutKey((tx) =>
      execute(tx, 'UPDATE session SET seen_at = ?, expires_at = ? WHERE id = ?', [now, expiresAt, row.id]),
    );
  }
}

function hashOf(token: string): string {
  return hash('sha256', token);
}
