import { FindingScreen } from '../../../features/inspections/finding-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function FindingPage() {
  const id = usePageParameter('id');
  return <SignedIn>{({ current }) => <FindingScreen findingId={id ?? ''} who={current} />}</SignedIn>;
}
