import { BurdenScreen } from '../../../features/burden/burden-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function BurdenPage() {
  return <SignedIn>{() => <BurdenScreen />}</SignedIn>;
}
