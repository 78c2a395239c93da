import { DesktopSignInScreen } from '../../features/sign-in/desktop-sign-in-screen';

export default function DesktopSignInPage() {
  return <DesktopSignInScreen />;
}
