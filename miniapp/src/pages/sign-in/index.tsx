import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function SignInPage() {
  return <SignedIn>{() => <Screen title="sign-in">{null}</Screen>}</SignedIn>;
}
