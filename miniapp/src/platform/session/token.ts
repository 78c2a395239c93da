import type { Instant } from '@jiannuo/shared/kernel';
import { readStored, removeStored, writeStored } from '../storage';

interface StoredSession {
  readonly token: string;
  readonly expiresAt: Instant;
}
type Listener = () => void;

/** The server's code and sentence about a session that it ended. */
interface SessionEnding {
  readonly code: string;
  readonly sentence: string;
}

const NAME = 'session';
const listeners = new Set<Listener>();
let session: StoredSession | null | undefined;
let ending: SessionEnding | null = null;

function load(): StoredSession | null {
  session ??= readStored<StoredSession>(NAME);
  return session;
}

function publish(): void {
  listeners.forEach((listener) => {
    listener();
  });
}

/** The token this account signed in with, or null. It is opaque; the server alone knows what it grants. */
export function currentToken(): string | null {
  return load()?.token ?? null;
}

/** Keeps the token of a finished sign-in. */
export function keepSession(token: string, expiresAt: Instant): void {
  session = { token, expiresAt };
  ending = null;
  writeStored(NAME, session);
  publish();
}

/**
 * Forgets the token; drafts and other work stay on the device. `why` is what the server said of a session that it
 * ended, null when the person signed out.
 */
export function forgetSession(why: SessionEnding | null = null): void {
  session = null;
  ending = why;
  removeStored(NAME);
  publish();
}

/** Why the last session ended although nobody signed out here, for the sign-in page; null when there is nothing to say. */
export function whySessionEnded(): SessionEnding | null {
  return ending;
}

/** Calls `listener` whenever somebody signs in or out; the answer stops that. */
export function onSessionChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
