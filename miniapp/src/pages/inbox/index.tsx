import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function InboxPage() {
  return <SignedIn>{() => <Screen title="inbox">{null}</Screen>}</SignedIn>;
}
