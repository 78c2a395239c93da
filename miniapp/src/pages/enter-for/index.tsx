import { EnterForScreen } from '../../features/enter-for/enter-for-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';

export default function EnterForPage() {
  const obligationId = usePageParameter('obligationId');
  const period = usePageParameter('period');
  return <SignedIn>{() => <EnterForScreen obligationId={obligationId} period={period} />}</SignedIn>;
}
