import type { BulletinRequest, InBulletin } from '@jiannuo/shared/information';
import { callServer } from '../../../platform/http/call-server';

/** Makes a bulletin of work updates. */
export function compileBulletin(body: BulletinRequest, idempotencyKey: string): Promise<InBulletin> {
  return callServer<InBulletin>({ method: 'POST', path: '/api/bulletins', body, idempotencyKey });
}
