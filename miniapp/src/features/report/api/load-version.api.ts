import type { ReportVersionView } from '@jiannuo/shared/reporting';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

function loadVersion(reportId: string, number: number): Promise<ReportVersionView> {
  return callServer<ReportVersionView>({ path: `/api/reports/${reportId}/versions/${String(number)}` });
}

/** One handed-in version, whole. Versions never change. Number 0 asks for nothing. */
export function useVersion(reportId: string, number: number): UseQueryResult<ReportVersionView> {
  return useQuery({
    queryKey: QUERY_KEYS.reportVersion(reportId, number),
    queryFn: () => loadVersion(reportId, number),
    staleTime: Infinity,
    enabled: number > 0,
  });
}
