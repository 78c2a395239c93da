import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function StatementPage() {
  return <SignedIn>{() => <Screen title="statement">{null}</Screen>}</SignedIn>;
}
