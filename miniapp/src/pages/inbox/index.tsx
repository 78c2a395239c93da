import { InboxScreen } from '../../features/inbox/inbox-screen';
import { SignedIn } from '../../features/session/signed-in';
import { SupervisionWays } from '../../features/supervision/supervision-ways';

export default function InboxPage() {
  return (
    <SignedIn>
      {({ current }) => <InboxScreen ways={current.role === 'lead-officer' ? <SupervisionWays /> : null} />}
    </SignedIn>
  );
}
