import { MattersScreen } from '../../../features/matters/matters-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function MattersPage() {
  return <SignedIn>{({ current }) => <MattersScreen who={current} matterId={null} />}</SignedIn>;
}
