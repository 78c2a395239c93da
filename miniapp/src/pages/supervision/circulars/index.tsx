import { SignedIn } from '../../../features/session/signed-in';
import { CircularsScreen } from '../../../features/supervision/circulars/circulars-screen';

export default function CircularsPage() {
  return <SignedIn>{() => <CircularsScreen />}</SignedIn>;
}
