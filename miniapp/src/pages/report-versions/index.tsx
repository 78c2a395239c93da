import { ReportVersionsScreen } from '../../features/report/versions/versions-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';
import { LostScreen } from '../../ui/screen/lost-screen';

export default function ReportVersionsPage() {
  const id = usePageParameter('id');
  return (
    <SignedIn>
      {({ permissions }) =>
        id === null ? (
          <LostScreen />
        ) : (
          <ReportVersionsScreen reportId={id} mayWrite={permissions.includes('report.write')} />
        )
      }
    </SignedIn>
  );
}
