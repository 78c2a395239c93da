import { ReportPreviewScreen } from '../../features/report/reading/preview-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';

export default function ReportPreviewPage() {
  const id = usePageParameter('id') ?? '';
  return <SignedIn>{() => <ReportPreviewScreen reportId={id} />}</SignedIn>;
}
