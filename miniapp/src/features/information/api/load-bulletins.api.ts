import type { BulletinListView } from '@jiannuo/shared/information';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** A year's bulletins, the latest first. */
export function useBulletins(year: number): UseQueryResult<BulletinListView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.bulletins, year],
    queryFn: () => callServer<BulletinListView>({ path: `/api/bulletins?year=${String(year)}` }),
  });
}
