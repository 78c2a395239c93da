import type { ReportView } from '@jiannuo/shared/reporting';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One report as its reviewer may see it; null asks for nothing. */
export function useReviewedReport(reportId: string | null): UseQueryResult<ReportView> {
  return useQuery({
    queryKey: QUERY_KEYS.report(reportId ?? ''),
    queryFn: () => callServer<ReportView>({ path: `/api/reports/${reportId ?? ''}` }),
    enabled: reportId !== null,
  });
}
