import { BulletinsScreen } from '../../../features/information/bulletins-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function BulletinsPage() {
  const period = usePageParameter('period');
  return <SignedIn>{() => <BulletinsScreen period={period} />}</SignedIn>;
}
