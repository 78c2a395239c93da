import { SheetScreen } from '../../../features/assessment/sheet/sheet-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function SheetPage() {
  const id = usePageParameter('id');
  const obligationId = usePageParameter('obligation');
  return <SignedIn>{() => <SheetScreen id={id} obligationId={obligationId} />}</SignedIn>;
}
