import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function MePage() {
  return <SignedIn>{() => <Screen title="me">{null}</Screen>}</SignedIn>;
}
