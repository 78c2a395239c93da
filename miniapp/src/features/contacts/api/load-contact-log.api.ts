import type { ContactLogView } from '@jiannuo/shared/coordination';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One unit's contacts of the year that runs, latest first. */
export function useContactLog(unitId: string): UseQueryResult<ContactLogView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.contacts, 'log', unitId],
    queryFn: () => callServer<ContactLogView>({ path: `/api/contacts/units/${encodeURIComponent(unitId)}` }),
  });
}
