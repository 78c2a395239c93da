import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function WorkPage() {
  return <SignedIn>{() => <Screen title="work">{null}</Screen>}</SignedIn>;
}
