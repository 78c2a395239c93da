import { PlanScreen } from '../../../features/inspections/plan-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function PlanPage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => <PlanScreen inspectionId={id} />}</SignedIn>;
}
