import type { Instant } from '@jiannuo/shared/kernel';
import type { ReportView } from '@jiannuo/shared/reporting';
import { useQuery } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** When a report was sent back, and by when its correction is due. */
export interface Correction {
  readonly returnedAt: Instant;
  readonly dueAt: Instant;
}

function correctionOf({ review }: ReportView): Correction | null {
  if (review?.decision !== 'returned' || review.correctionDueAt === null) return null;
  return { returnedAt: review.at, dueAt: review.correctionDueAt };
}

/** The open correction of a report; null when there is none, or while it is not known. */
export function useCorrection(reportId: string | null): Correction | null {
  const query = useQuery({
    queryKey: QUERY_KEYS.report(reportId ?? ''),
    queryFn: () => callServer<ReportView>({ path: `/api/reports/${reportId ?? ''}` }),
    enabled: reportId !== null,
    select: correctionOf,
  });
  return query.data ?? null;
}
