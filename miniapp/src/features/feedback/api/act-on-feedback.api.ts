import type { FeedbackAction, FeedbackStanding, FeedbackTextRequest } from '@jiannuo/shared/feedback';
import { callServer } from '../../../platform/http/call-server';

/** One step in an entry's life; a closing carries no text. */
export interface FeedbackStep {
  readonly id: string;
  readonly action: FeedbackAction;
  readonly text: string;
}

/** Adds to an entry, answers it, or closes it. */
export function actOnFeedback({ id, action, text }: FeedbackStep, idempotencyKey: string): Promise<FeedbackStanding> {
  const body: FeedbackTextRequest | Record<string, never> = action === 'close' ? {} : { text };
  return callServer<FeedbackStanding>({ method: 'POST', path: `/api/feedback/${id}/${action}`, body, idempotencyKey });
}
