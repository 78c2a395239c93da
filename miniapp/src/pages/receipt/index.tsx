import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function ReceiptPage() {
  return <SignedIn>{() => <Screen title="receipt">{null}</Screen>}</SignedIn>;
}
