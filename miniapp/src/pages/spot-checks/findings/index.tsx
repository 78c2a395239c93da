import { FINDING_LIMITS } from '@jiannuo/shared/spot-checks';
import { CarriedFacts } from '../../../features/inspections/carried-facts';
import { SignedIn } from '../../../features/session/signed-in';
import { FindingsScreen } from '../../../features/spot-checks/findings-screen';
import { usePageParameter } from '../../../platform/page-events';

export default function FindingsPage() {
  const about = usePageParameter('id');
  const unitId = usePageParameter('unitId');
  const from = usePageParameter('from');
  return (
    <SignedIn>
      {({ current }) => (
        <CarriedFacts findingId={from} limit={FINDING_LIMITS.text}>
          {(facts) => (
            <FindingsScreen about={about} unitId={unitId} isLead={current.role === 'lead-officer'} facts={facts} />
          )}
        </CarriedFacts>
      )}
    </SignedIn>
  );
}
