import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

interface Opened {
  readonly assessmentId: string;
}

/** The assessment that answers an obligation, begun now if there was none; opening twice is harmless. Null asks for nothing. */
export function useOpenedAssessment(obligationId: string | null, isLead: boolean): UseQueryResult<Opened> {
  return useQuery({
    queryKey: [...QUERY_KEYS.assessments, 'of', obligationId],
    queryFn: () =>
      callServer<Opened>({
        method: 'POST',
        path: isLead ? '/api/assessments/open' : '/api/assessments',
        body: { obligationId },
        idempotencyKey: `open-assessment-${obligationId ?? ''}`,
      }),
    enabled: obligationId !== null,
    staleTime: Infinity,
  });
}
