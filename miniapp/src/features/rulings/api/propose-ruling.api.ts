import type { ProposalRequest, RulingOutcome } from '@jiannuo/shared/rulings';
import { callServer } from '../../../platform/http/call-server';

/** Drafts a ruling, for another officer to check. */
export function proposeRuling(
  body: ProposalRequest & { readonly year: number },
  idempotencyKey: string,
): Promise<RulingOutcome> {
  return callServer<RulingOutcome>({ method: 'POST', path: '/api/rulings', body, idempotencyKey });
}
