import { SignedIn } from '../../../features/session/signed-in';
import { FindingsScreen } from '../../../features/spot-checks/findings-screen';
import { usePageParameter } from '../../../platform/page-events';

export default function FindingsPage() {
  const about = usePageParameter('id');
  return (
    <SignedIn>{({ current }) => <FindingsScreen about={about} isLead={current.role === 'lead-officer'} />}</SignedIn>
  );
}
