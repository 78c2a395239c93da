import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function DesktopSignInPage() {
  return <SignedIn>{() => <Screen title="desktop-sign-in">{null}</Screen>}</SignedIn>;
}
