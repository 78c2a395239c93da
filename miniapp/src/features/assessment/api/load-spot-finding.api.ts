import type { AssessmentView } from '@jiannuo/shared/assessment';
import type { FindingListView, FindingView } from '@jiannuo/shared/spot-checks';
import { useQuery } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What the spot check found of a row of a county's month, and stands; null while unknown or where nothing was found. */
export function useSpotFinding(
  { period, unitId }: Pick<AssessmentView, 'period' | 'unitId'>,
  rowId: string,
): FindingView | null {
  const { data } = useQuery({
    queryKey: [...QUERY_KEYS.spotChecks, period, 'findings'],
    queryFn: () => callServer<FindingListView>({ path: `/api/spot-checks/findings?period=${period}` }),
  });
  const measures = data?.units.find((unit) => unit.unitId === unitId)?.measures;
  return measures?.find((measure) => measure.rowId === rowId)?.finding ?? null;
}
