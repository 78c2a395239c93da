import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function ConfirmSignInPage() {
  return <SignedIn>{() => <Screen title="confirm-sign-in">{null}</Screen>}</SignedIn>;
}
