import { InspectionScreen } from '../../../features/inspections/inspections-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function InspectionPage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => <InspectionScreen inspectionId={id ?? ''} />}</SignedIn>;
}
