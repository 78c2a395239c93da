import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function ReportVersionsPage() {
  return <SignedIn>{() => <Screen title="report-versions">{null}</Screen>}</SignedIn>;
}
