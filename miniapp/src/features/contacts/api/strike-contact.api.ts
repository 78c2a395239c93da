import { callServer } from '../../../platform/http/call-server';

/** Strikes a line of the log out. */
export function strikeContact(contactId: string, reason: string, idempotencyKey: string): Promise<unknown> {
  const path = `/api/contacts/${encodeURIComponent(contactId)}/strike`;
  return callServer({ method: 'POST', path, body: { reason }, idempotencyKey });
}
