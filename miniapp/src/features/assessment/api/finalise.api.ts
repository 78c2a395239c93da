import { callServer } from '../../../platform/http/call-server';

interface Finalised {
  /** Something fell due since the review: the score was stated anew instead. */
  readonly isRestated: boolean;
}

/** Makes a reviewed score final. */
export function finalise(id: string, idempotencyKey: string): Promise<Finalised> {
  return callServer<Finalised>({ method: 'POST', path: `/api/assessments/${id}/finalise`, body: {}, idempotencyKey });
}
