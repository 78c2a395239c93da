import { SignedIn } from '../../../features/session/signed-in';
import { CircularScreen } from '../../../features/supervision/circulars/circular-screen';

export default function CircularPage() {
  return <SignedIn>{() => <CircularScreen />}</SignedIn>;
}
