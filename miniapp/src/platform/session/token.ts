import type { Instant } from '@jiannuo/shared/kernel';
import { readStored, removeStored, writeStored } from '../storage';

interface StoredSession {
  readonly token: string;
  readonly expiresAt: Instant;
}
type Listener = () => void;

const NAME = 'session';
const listeners = new Set<Listener>();
let session: StoredSession | null | undefined;

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
  writeStored(NAME, session);
  publish();
}

/** Forgets the token; drafts and other work stay on the device. */
export function forgetSession(): void {
  session = null;
  removeStored(NAME);
  publish();
}

/** Calls `listener` whenever somebody signs in or out; the answer stops that. */
export function onSessionChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
