import { ReportOfObligation, ReportScreen } from '../../features/report/report-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';

export default function ReportPage() {
  const id = usePageParameter('id');
  const obligation = usePageParameter('obligation');
  return (
    <SignedIn>
      {() => (id === null ? <ReportOfObligation obligationId={obligation ?? ''} /> : <ReportScreen reportId={id} />)}
    </SignedIn>
  );
}
