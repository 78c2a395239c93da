import type { AssessmentView } from '@jiannuo/shared/assessment';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One county's month; null asks for nothing. */
export function useAssessment(id: string | null): UseQueryResult<AssessmentView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.assessments, 'one', id],
    queryFn: () => callServer<AssessmentView>({ path: `/api/assessments/${id ?? ''}` }),
    enabled: id !== null,
  });
}
