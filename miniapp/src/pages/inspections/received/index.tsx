import { ReceivedScreen } from '../../../features/inspections/received-screens';
import { SignedIn } from '../../../features/session/signed-in';

export default function ReceivedPage() {
  return <SignedIn>{() => <ReceivedScreen />}</SignedIn>;
}
