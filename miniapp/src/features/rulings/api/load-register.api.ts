import type { RegisterView } from '@jiannuo/shared/rulings';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** A year's register of rulings. */
export function useRegister(year: number): UseQueryResult<RegisterView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.rulings, year],
    queryFn: () => callServer<RegisterView>({ path: `/api/rulings?year=${String(year)}` }),
  });
}
