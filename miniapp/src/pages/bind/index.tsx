import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function BindPage() {
  return <SignedIn>{() => <Screen title="bind">{null}</Screen>}</SignedIn>;
}
