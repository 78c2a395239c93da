import { InboxScreen } from '../../features/inbox/inbox-screen';
import { SignedIn } from '../../features/session/signed-in';

export default function InboxPage() {
  return <SignedIn>{() => <InboxScreen />}</SignedIn>;
}
