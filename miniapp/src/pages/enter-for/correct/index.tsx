import { CorrectScreen } from '../../../features/enter-for/correct-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';
import { LostScreen } from '../../../ui/screen/lost-screen';

export default function CorrectTimePage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => (id === null ? <LostScreen /> : <CorrectScreen reportId={id} />)}</SignedIn>;
}
