import type { MyObligationsView } from '@jiannuo/shared/obligations';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { correctClock } from '../../platform/clock';
import { callServer } from '../../platform/http/call-server';
import { QUERY_KEYS } from '../../platform/query/query-keys';

async function loadObligations(): Promise<MyObligationsView> {
  const view = await callServer<MyObligationsView>({ path: '/api/obligations/mine' });
  correctClock(view.serverNow);
  return view;
}

/** What this person's unit owes, what it has done, and what comes next. */
export function useMyObligations(): UseQueryResult<MyObligationsView> {
  return useQuery({ queryKey: QUERY_KEYS.obligations, queryFn: loadObligations });
}
