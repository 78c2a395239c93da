import type { SpotCheckRequest } from '@jiannuo/shared/spot-checks';
import { callServer } from '../../../platform/http/call-server';

/** Announces a month's draw, or draws. */
export function takeStep(step: 'announce' | 'draw', body: SpotCheckRequest, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/spot-checks/${step}`, body, idempotencyKey });
}
