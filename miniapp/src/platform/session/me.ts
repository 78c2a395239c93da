import type { MeView } from '@jiannuo/shared/people';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { correctClock } from '../clock';
import { callServer } from '../http/call-server';
import { QUERY_KEYS } from '../query/query-keys';
import { currentToken, onSessionChange } from './token';

/** Asks the server who this is. */
async function loadMe(): Promise<MeView> {
  const me = await callServer<MeView>({ path: '/api/me' });
  correctClock(me.serverNow);
  return me;
}

/** Whether somebody is signed in on this device, as far as it knows. */
export function useIsSignedIn(): boolean {
  return useSyncExternalStore(onSessionChange, () => currentToken() !== null);
}

/** Who is signed in, with unit, role and permissions. Asks nothing while nobody is. */
export function useMe(): UseQueryResult<MeView> {
  const isSignedIn = useIsSignedIn();
  return useQuery({ queryKey: QUERY_KEYS.me, queryFn: loadMe, enabled: isSignedIn, staleTime: 60_000 });
}
