import { CorrectScreen } from '../../../features/enter-for/correct-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';
import { handInOf } from '../../../ui/report/hand-in';
import { LostScreen } from '../../../ui/screen/lost-screen';

export default function CorrectTimePage() {
  const handIn = handInOf(usePageParameter('id'), usePageParameter('obligation'));
  return <SignedIn>{() => (handIn === null ? <LostScreen /> : <CorrectScreen handIn={handIn} />)}</SignedIn>;
}
