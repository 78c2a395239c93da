import type { RecordContactRequest, RecordedContacts } from '@jiannuo/shared/coordination';
import { callServer } from '../../../platform/http/call-server';

/** Notes a contact with one unit or several. */
export function recordContact(body: RecordContactRequest, idempotencyKey: string): Promise<RecordedContacts> {
  return callServer<RecordedContacts>({ method: 'POST', path: '/api/contacts', body, idempotencyKey });
}
