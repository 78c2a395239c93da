import type { Replay } from '@jiannuo/shared/rulings';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What each reading of a question would move, and what `value` would, where one is thought of that is no reading. */
export function useSandbox(year: number, name: string, value: string | null): UseQueryResult<Replay> {
  return useQuery({
    queryKey: [...QUERY_KEYS.rulings, year, 'sandbox', name, value],
    queryFn: () => {
      const thought = value === null ? '' : `&value=${encodeURIComponent(value)}`;
      return callServer<Replay>({ path: `/api/rulings/sandbox?year=${String(year)}&name=${name}${thought}` });
    },
  });
}
