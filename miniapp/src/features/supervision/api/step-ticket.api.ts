import type { TicketStanding, TicketStepRequest } from '@jiannuo/shared/supervision';
import { callServer } from '../../../platform/http/call-server';

/** What a step carries; what it does not need is left out. */
export type StepBody = Pick<TicketStepRequest, 'action'> & Partial<Omit<TicketStepRequest, 'action'>>;

/** Takes a ticket one step on. */
export function stepTicket(id: string, body: StepBody, idempotencyKey: string): Promise<TicketStanding> {
  const path = `/api/supervision/tickets/${encodeURIComponent(id)}/steps`;
  return callServer<TicketStanding>({ method: 'POST', path, body, idempotencyKey });
}
