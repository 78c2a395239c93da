import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite, type Write } from '../../platform/query/use-write';

/** Writes about findings; afterwards they are asked anew, and the scores from which they take. */
export function useFindingWrite(): Write {
  return useWrite(QUERY_KEYS.spotChecks, QUERY_KEYS.assessments);
}
