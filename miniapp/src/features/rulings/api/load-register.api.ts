import type { RegisterView } from '@jiannuo/shared/rulings';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** A year's register of rulings; without a year that of the running or nearest one. */
export function useRegister(year: number | null): UseQueryResult<RegisterView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.rulings, year],
    queryFn: () => callServer<RegisterView>({ path: `/api/rulings${year === null ? '' : `?year=${String(year)}`}` }),
  });
}
