import type { ReportVersionView } from '@jiannuo/shared/reporting';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** A version as it was handed in; it never changes. */
export function useReviewedVersion(reportId: string, number: number): UseQueryResult<ReportVersionView> {
  return useQuery({
    queryKey: QUERY_KEYS.reportVersion(reportId, number),
    queryFn: () => callServer<ReportVersionView>({ path: `/api/reports/${reportId}/versions/${String(number)}` }),
    staleTime: Infinity,
  });
}
