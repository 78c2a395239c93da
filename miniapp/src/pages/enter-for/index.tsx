import { EnterForScreen } from '../../features/enter-for/enter-for-screen';
import { SignedIn } from '../../features/session/signed-in';

export default function EnterForPage() {
  return <SignedIn>{() => <EnterForScreen />}</SignedIn>;
}
