import { UpdatesScreen } from '../../../features/information/updates-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function UpdatesPage() {
  const period = usePageParameter('period');
  return <SignedIn>{({ current }) => <UpdatesScreen who={current} period={period} openId={null} />}</SignedIn>;
}
