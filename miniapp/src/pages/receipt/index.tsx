import { ReceiptScreen } from '../../features/receipt/receipt-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';
import { LostScreen } from '../../ui/screen/lost-screen';

export default function ReceiptPage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => (id === null ? <LostScreen /> : <ReceiptScreen reportId={id} />)}</SignedIn>;
}
