import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callServer } from '../../platform/http/call-server';
import { QUERY_KEYS } from '../../platform/query/query-keys';

function openNotice(noticeId: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/inbox/${noticeId}/open`, body: {} });
}

/** Opening is the receipt: tells the server once that a notice was opened. A failure costs nothing; the next opening tells it. */
export function useOpenNotice(): (noticeId: string) => void {
  const store = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: openNotice,
    onSuccess: () => store.invalidateQueries({ queryKey: QUERY_KEYS.inbox }),
  });
  return (noticeId) => {
    mutate(noticeId);
  };
}
