import type { DraftHistoryView } from '@jiannuo/shared/reporting';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';

function loadDraftHistory(reportId: string): Promise<DraftHistoryView> {
  return callServer<DraftHistoryView>({ path: `/api/reports/${reportId}/history` });
}

/** Texts that another device's writing took the place of, for 30 days. Only the unit itself has them. */
export function useDraftHistory(reportId: string): UseQueryResult<DraftHistoryView> {
  return useQuery({ queryKey: ['report', reportId, 'history'], queryFn: () => loadDraftHistory(reportId) });
}
