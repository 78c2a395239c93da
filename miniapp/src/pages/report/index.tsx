import { ReportOfObligation, ReportScreen } from '../../features/report/report-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';
import { LostScreen } from '../../ui/screen/lost-screen';

export default function ReportPage() {
  const id = usePageParameter('id');
  const obligation = usePageParameter('obligation');
  return (
    <SignedIn>
      {() => {
        if (id !== null) return <ReportScreen reportId={id} />;
        return obligation === null ? <LostScreen /> : <ReportOfObligation obligationId={obligation} />;
      }}
    </SignedIn>
  );
}
