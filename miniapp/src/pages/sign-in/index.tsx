import { DesktopSignInScreen } from '../../features/sign-in/desktop-sign-in-screen';
import { SignInScreen } from '../../features/sign-in/sign-in-screen';
import { demoAccount } from '../../platform/account';

export default function SignInPage() {
  return IS_BROWSER && demoAccount() === null ? <DesktopSignInScreen /> : <SignInScreen />;
}
