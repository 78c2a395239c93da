import { DesktopSignInScreen } from '../../features/sign-in/desktop-sign-in-screen';
import { SignInScreen } from '../../features/sign-in/sign-in-screen';

export default function SignInPage() {
  return IS_BROWSER ? <DesktopSignInScreen /> : <SignInScreen />;
}
