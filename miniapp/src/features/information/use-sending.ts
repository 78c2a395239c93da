import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite, type Write } from '../../platform/query/use-write';

/** Writes about work updates and bulletins; afterwards their lists are asked anew. */
export function useSending(): Write {
  return useWrite(QUERY_KEYS.workUpdates, QUERY_KEYS.bulletins);
}
