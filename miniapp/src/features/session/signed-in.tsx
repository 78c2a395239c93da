import { isPermitted, type MeView } from '@jiannuo/shared/people';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { demoAccount } from '../../platform/account';
import { asApiError } from '../../platform/http/api-error';
import { useIsSignedIn, useMe } from '../../platform/session/me';
import { keepSession, whySessionEnded } from '../../platform/session/token';
import { signInFirst, useThisPage } from '../../platform/wanted-page';
import { Screen } from '../../ui/screen/screen';
import { ShellProvider } from '../../ui/screen/shell';
import { ErrorView, LoadingView } from '../../ui/state/state-view';
import { signInAsDemo } from './demo-sign-in.api';
import { useToReview } from './load-to-review.api';
import { useWaiting } from './load-waiting.api';
import { shellOf } from './shell';

/** Signs the demo's frame in by itself; everyone else, and who is bound to no post yet, is sent to the sign-in page first. */
function useWayIn(isSignedIn: boolean): { readonly error: unknown; readonly retry: () => void } {
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const isTrying = useRef(false);
  const here = useRef(useThisPage());
  useEffect(() => {
    if (isSignedIn || isTrying.current) return;
    const account = demoAccount();
    if (account === null) {
      // Whoever was replaced comes back in another post, to which this page does not belong.
      signInFirst(whySessionEnded()?.code === 'session.post-ended' ? null : here.current);
      return;
    }
    isTrying.current = true;
    setError(null);
    signInAsDemo(account)
      .then((view) => {
        if (view.kind === 'signed-in') keepSession(view.token, view.expiresAt);
        else signInFirst(here.current);
      })
      .catch((failure: unknown) => {
        setError(asApiError(failure));
      })
      .finally(() => {
        isTrying.current = false;
      });
  }, [isSignedIn, attempt]);
  return {
    error,
    retry: () => {
      setAttempt((count) => count + 1);
    },
  };
}

function WithShell({ me, children }: { readonly me: MeView; readonly children: ReactNode }) {
  const waiting = useWaiting(isPermitted(me.current.role, 'inbox.read'));
  const toReview = useToReview(me.current.role === 'lead-officer');
  return <ShellProvider value={shellOf(me, { ...waiting, toReview })}>{children}</ShellProvider>;
}

/** What only a signed-in person sees. Others are shown the way in; what they had written stays on the device. */
export function SignedIn({ children }: { readonly children: (me: MeView) => ReactNode }) {
  const isSignedIn = useIsSignedIn();
  const wayIn = useWayIn(isSignedIn);
  const query = useMe();
  if (isSignedIn && query.data !== undefined) return <WithShell me={query.data}>{children(query.data)}</WithShell>;
  const error = isSignedIn ? query.error : wayIn.error;
  const retry = isSignedIn ? () => void query.refetch() : wayIn.retry;
  return (
    <Screen title="">
      {error === null ? <LoadingView /> : <ErrorView error={error} onRetry={retry} title="还没进来" />}
    </Screen>
  );
}
