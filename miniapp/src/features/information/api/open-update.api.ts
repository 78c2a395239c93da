import { callServer } from '../../../platform/http/call-server';

/** Tells the server that the lead unit has opened it. */
export function openUpdate(id: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/work-updates/${id}/open`, body: {} });
}
