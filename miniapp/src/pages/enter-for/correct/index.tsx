import { CorrectScreen } from '../../../features/enter-for/correct-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function CorrectTimePage() {
  const id = usePageParameter('id') ?? '';
  return <SignedIn>{() => <CorrectScreen reportId={id} />}</SignedIn>;
}
