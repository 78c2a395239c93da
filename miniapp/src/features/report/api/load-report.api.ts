import type { ReportView } from '@jiannuo/shared/reporting';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

function loadReport(reportId: string): Promise<ReportView> {
  return callServer<ReportView>({ path: `/api/reports/${reportId}` });
}

/** One report with its draft, its versions and what the reader may do. */
export function useReport(reportId: string): UseQueryResult<ReportView> {
  return useQuery({ queryKey: QUERY_KEYS.report(reportId), queryFn: () => loadReport(reportId) });
}
