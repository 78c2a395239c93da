import { SignedIn } from '../../../features/session/signed-in';
import { NoticesScreen } from '../../../features/supervision/notices-screen';

export default function NoticesPage() {
  return <SignedIn>{() => <NoticesScreen />}</SignedIn>;
}
