import type { AssessmentListView } from '@jiannuo/shared/assessment';
import type { Period } from '@jiannuo/shared/kernel';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** A month of all counties; the one that runs now when none is named. */
export function useAssessmentMonth(period: Period | null): UseQueryResult<AssessmentListView> {
  const query = period === null ? '' : `?period=${period}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.assessments, 'month', period],
    queryFn: () => callServer<AssessmentListView>({ path: `/api/assessments${query}` }),
  });
}
