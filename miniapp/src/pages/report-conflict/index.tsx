import { ReportConflictScreen } from '../../features/report/conflict/conflict-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';

export default function ReportConflictPage() {
  const id = usePageParameter('id') ?? '';
  return <SignedIn>{() => <ReportConflictScreen reportId={id} />}</SignedIn>;
}
