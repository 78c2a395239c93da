import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';

/** Opens the report that an obligation asks for; the server answers the existing one if there is one. */
async function openReport(obligationId: string): Promise<string> {
  const answer = await callServer<{ readonly reportId: string }>({
    method: 'POST',
    path: '/api/reports',
    body: { obligationId },
  });
  return answer.reportId;
}

/** The id of the report that an obligation asks for, begun now if there was none. */
export function useReportOf(obligationId: string): UseQueryResult<string> {
  return useQuery({
    queryKey: ['report-of', obligationId],
    queryFn: () => openReport(obligationId),
    staleTime: Infinity,
  });
}
