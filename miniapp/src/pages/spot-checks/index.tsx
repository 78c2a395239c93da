import { SignedIn } from '../../features/session/signed-in';
import { SpotCheckScreen } from '../../features/spot-checks/spot-check-screen';

export default function SpotChecksPage() {
  return <SignedIn>{() => <SpotCheckScreen />}</SignedIn>;
}
