import type { MyObligationsView } from '@jiannuo/shared/obligations';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { correctClock } from '../../platform/clock';
import { callServer } from '../../platform/http/call-server';
import { usePageShown } from '../../platform/page-events';
import { QUERY_KEYS } from '../../platform/query/query-keys';

async function loadObligations(): Promise<MyObligationsView> {
  const view = await callServer<MyObligationsView>({ path: '/api/obligations/mine' });
  correctClock(view.serverNow);
  return view;
}

const ASK_AGAIN_AFTER = 60_000;

/** What this person's unit owes, what it has done, and what comes next: asked again when the page is shown, and while it is. */
export function useMyObligations(): UseQueryResult<MyObligationsView> {
  const query = useQuery({
    queryKey: QUERY_KEYS.obligations,
    queryFn: loadObligations,
    refetchInterval: ASK_AGAIN_AFTER,
  });
  usePageShown(() => void query.refetch({ cancelRefetch: false }));
  return query;
}
