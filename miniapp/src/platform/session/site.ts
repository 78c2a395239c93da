import { useQuery } from '@tanstack/react-query';
import { callServer } from '../http/call-server';
import { QUERY_KEYS } from '../query/query-keys';

/** GET /api/site: what may be shown before anyone has signed in. */
export interface SiteView {
  readonly isDemo: boolean;
  readonly groupName: string;
  readonly filingNumber: string | null;
  /** The lead unit's telephone and office hours, so that a stranger can ask; absent when the server names none. */
  readonly leadPhone?: string;
  readonly leadHours?: string;
}

function loadSite(): Promise<SiteView> {
  return callServer<SiteView>({ path: '/api/site' });
}

/** The installation's public facts, or undefined until they are known. */
export function useSite(): SiteView | undefined {
  return useQuery({ queryKey: QUERY_KEYS.site, queryFn: loadSite, staleTime: Infinity }).data;
}
