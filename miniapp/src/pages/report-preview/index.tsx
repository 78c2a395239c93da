import { ReportPreviewScreen } from '../../features/report/reading/preview-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';
import { LostScreen } from '../../ui/screen/lost-screen';

export default function ReportPreviewPage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => (id === null ? <LostScreen /> : <ReportPreviewScreen reportId={id} />)}</SignedIn>;
}
