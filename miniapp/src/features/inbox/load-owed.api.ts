import type { MyObligationsView, ObligationView } from '@jiannuo/shared/obligations';
import { useQuery } from '@tanstack/react-query';
import { correctClock } from '../../platform/clock';
import { callServer } from '../../platform/http/call-server';
import { QUERY_KEYS } from '../../platform/query/query-keys';

async function loadObligations(): Promise<MyObligationsView> {
  const view = await callServer<MyObligationsView>({ path: '/api/obligations/mine' });
  correctClock(view.serverNow);
  return view;
}

/** What this unit owes and has done, so that a notice knows what it is about; empty while unknown. Shares the home's answer. */
export function useOwed(): readonly ObligationView[] {
  const { data } = useQuery({ queryKey: QUERY_KEYS.obligations, queryFn: loadObligations });
  return data === undefined ? [] : [...data.open, ...data.done];
}
