import { ReceiptScreen } from '../../features/receipt/receipt-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';

export default function ReceiptPage() {
  const id = usePageParameter('id') ?? '';
  return <SignedIn>{() => <ReceiptScreen reportId={id} />}</SignedIn>;
}
