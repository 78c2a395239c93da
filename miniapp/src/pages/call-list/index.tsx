import { CallListScreen } from '../../features/call-list/call-list-screen';
import { SignedIn } from '../../features/session/signed-in';

export default function CallListPage() {
  return <SignedIn>{() => <CallListScreen />}</SignedIn>;
}
