import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../http/api-error';
import { isOnline, onNetworkChange } from '../network';
import { onSessionChange } from '../session/token';

/** A refusal stays a refusal; only an answer that never came, or a broken server, is worth asking again. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return failures < 2 && (error.kind === 'offline' || error.kind === 'broken');
}

/** The one store of server answers. Writes are never repeated by it: whoever writes decides about repeating. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthRetrying, staleTime: 5_000, gcTime: 10 * 60_000, networkMode: 'offlineFirst' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** What the one before was shown is not for the next: every change of session empties the store. */
onSessionChange(() => {
  queryClient.clear();
});

/** Follows the network and the demo clock, so that what is shown is asked again when it may have changed. */
export function watchSurroundings(): void {
  onlineManager.setEventListener((setOnline) =>
    onNetworkChange(() => {
      setOnline(isOnline());
    }),
  );
  if (!IS_BROWSER) return;
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== window.location.origin) return;
    if ((event.data as { type?: unknown } | null)?.type === 'jiannuo-demo-tick') void queryClient.invalidateQueries();
  });
}

/** Tells the store that the program came to the front, or went away. */
export function setInFront(isInFront: boolean): void {
  focusManager.setFocused(isInFront);
}
