import type { ListedMeasure } from '@jiannuo/shared/reporting';
import { useQuery } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

const NONE: readonly ListedMeasure[] = [];

/** What the ledger lists for a report's month; nothing while it is not known, since a report is written without it too. */
export function useListedMeasures(reportId: string): readonly ListedMeasure[] {
  const query = useQuery({
    queryKey: QUERY_KEYS.listedMeasures(reportId),
    queryFn: () => callServer<readonly ListedMeasure[]>({ path: `/api/reports/${reportId}/measures` }),
  });
  return query.data ?? NONE;
}
