import { MattersScreen } from '../../../features/matters/matters-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';
import { LostScreen } from '../../../ui/screen/lost-screen';

export default function MatterPage() {
  const id = usePageParameter('id');
  if (id === null) return <LostScreen />;
  return <SignedIn>{({ current }) => <MattersScreen key={id} who={current} matterId={id} />}</SignedIn>;
}
