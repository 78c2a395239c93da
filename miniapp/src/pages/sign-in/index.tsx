import { LeftWords } from '../../features/report/reading/left-words';
import { DesktopSignInScreen } from '../../features/sign-in/desktop-sign-in-screen';
import { SignInScreen } from '../../features/sign-in/sign-in-screen';
import { demoAccount } from '../../platform/account';

export default function SignInPage() {
  const left = <LeftWords />;
  return IS_BROWSER && demoAccount() === null ? <DesktopSignInScreen left={left} /> : <SignInScreen left={left} />;
}
