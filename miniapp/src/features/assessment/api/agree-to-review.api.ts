import type { AssessmentView } from '@jiannuo/shared/assessment';
import { callServer } from '../../../platform/http/call-server';

/** Says that the county has no objection to what it read. */
export function agreeToReview(
  { id, version }: Pick<AssessmentView, 'id' | 'version'>,
  idempotencyKey: string,
): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/assessments/${id}/agree`, body: { version }, idempotencyKey });
}
