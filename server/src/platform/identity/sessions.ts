import type { Instant } from '@jiannuo/shared/kernel';
import type { EntityManager } from 'typeorm';

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

/** Who is signed in on which device. */
export abstract class Sessions {
  /** Signs a person in for an appointment: a phone for 30 days without use and at most 180, a desktop for 12 hours. */
  abstract open(
    tx: EntityManager,
    session: { readonly personId: string; readonly appointmentId: string; readonly device: SessionDevice },
  ): Promise<OpenedSession>;

  /** Whom the token stands for; null when it is unknown, expired or revoked. */
  abstract resolve(token: string): Promise<ResolvedSession | null>;

  /** Ends one session at once. */
  abstract revoke(tx: EntityManager, sessionId: string): Promise<void>;

  /** Ends all sessions of a person or of an appointment (handover) at once. */
  abstract revokeAllOf(tx: EntityManager, owner: SessionOwner): Promise<number>;

  /** Lets the session act in another appointment of the same person; the caller has checked that it is his and valid. */
  abstract switchAppointment(tx: EntityManager, sessionId: string, appointmentId: string): Promise<void>;
}
