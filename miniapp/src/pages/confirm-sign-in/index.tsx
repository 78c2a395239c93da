import { SignedIn } from '../../features/session/signed-in';
import { ConfirmSignInScreen } from '../../features/sign-in/confirm-sign-in-screen';
import { usePageParameter } from '../../platform/page-events';

export default function ConfirmSignInPage() {
  const id = usePageParameter('scene');
  return <SignedIn>{({ current }) => <ConfirmSignInScreen id={id} unitName={current.unit.name} />}</SignedIn>;
}
