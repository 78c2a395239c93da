import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function ReportPreviewPage() {
  return <SignedIn>{() => <Screen title="report-preview">{null}</Screen>}</SignedIn>;
}
