import { DecideScreen } from '../../../features/matters/decide-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';
import { LostScreen } from '../../../ui/screen/lost-screen';

export default function DecidePage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => (id === null ? <LostScreen /> : <DecideScreen matterId={id} />)}</SignedIn>;
}
