import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function ReportPage() {
  return <SignedIn>{() => <Screen title="report">{null}</Screen>}</SignedIn>;
}
