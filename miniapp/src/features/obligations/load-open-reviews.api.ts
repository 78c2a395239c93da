import type { ClaimView, InboxView } from '@jiannuo/shared/notifications';
import { useQuery } from '@tanstack/react-query';
import { callServer } from '../../platform/http/call-server';
import { QUERY_KEYS } from '../../platform/query/query-keys';

function loadInbox(): Promise<InboxView> {
  return callServer<InboxView>({ path: '/api/inbox' });
}

function reviewsIn({ claims }: InboxView): readonly ClaimView[] {
  return claims.filter(({ targets: [{ kind }] }) => kind === 'assessment');
}

/** Reviews of the unit's scores to which it may still object; none while unknown. Shares the inbox's own answer. */
export function useOpenReviews(isAsked: boolean): readonly ClaimView[] {
  const { data } = useQuery({ queryKey: QUERY_KEYS.inbox, queryFn: loadInbox, enabled: isAsked, select: reviewsIn });
  return data ?? [];
}
