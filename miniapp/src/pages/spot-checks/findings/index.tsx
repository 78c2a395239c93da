import { SignedIn } from '../../../features/session/signed-in';
import { FindingsScreen } from '../../../features/spot-checks/findings-screen';
import { usePageParameter } from '../../../platform/page-events';

export default function FindingsPage() {
  const about = usePageParameter('id');
  const unitId = usePageParameter('unitId');
  return (
    <SignedIn>
      {({ current }) => <FindingsScreen about={about} unitId={unitId} isLead={current.role === 'lead-officer'} />}
    </SignedIn>
  );
}
