import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite, type Write } from '../../platform/query/use-write';

/** Writes about applications; afterwards they are asked anew, and the scores that count them. */
export function useDeciding(): Write {
  return useWrite(QUERY_KEYS.applications, QUERY_KEYS.assessments);
}
