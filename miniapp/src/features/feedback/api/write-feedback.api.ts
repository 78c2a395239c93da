import type { FeedbackRequest, FeedbackStanding } from '@jiannuo/shared/feedback';
import { callServer } from '../../../platform/http/call-server';

/** Writes to the lead unit. */
export function writeFeedback(body: FeedbackRequest, idempotencyKey: string): Promise<FeedbackStanding> {
  return callServer<FeedbackStanding>({ method: 'POST', path: '/api/feedback', body, idempotencyKey });
}
