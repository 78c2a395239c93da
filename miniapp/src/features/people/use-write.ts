import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite, type Write } from '../../platform/query/use-write';

/** Writes to the list of units and persons; afterwards it is asked anew. */
export function useDirectoryWrite(): Write {
  return useWrite(QUERY_KEYS.directory);
}
