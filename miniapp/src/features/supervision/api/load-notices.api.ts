import type { NoticeListView, NoticeSort } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** Which notices are listed; all where both are null. */
export interface NoticeFilter {
  readonly unitId: string | null;
  readonly sort: NoticeSort | null;
}

/** Notices of every unit and sort. */
export const ALL_NOTICES: NoticeFilter = { unitId: null, sort: null };

/** The lead unit's notices: what waits for it, then a page of the rest, from an instant backwards. */
export function useNotices(
  before: string | null,
  { unitId, sort }: NoticeFilter = ALL_NOTICES,
): UseQueryResult<NoticeListView> {
  const asked = Object.entries({ before, unitId, sort }).flatMap(([name, value]) => {
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'notices', before, unitId, sort],
    queryFn: () => callServer<NoticeListView>({ path: `/api/supervision/notices?${asked.join('&')}` }),
    // The list stays while it is narrowed, and with it the field by which that is done.
    placeholderData: (previous) => previous,
  });
}
