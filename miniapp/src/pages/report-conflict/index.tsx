import { ReportConflictScreen } from '../../features/report/conflict/conflict-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';
import { LostScreen } from '../../ui/screen/lost-screen';

export default function ReportConflictPage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => (id === null ? <LostScreen /> : <ReportConflictScreen reportId={id} />)}</SignedIn>;
}
