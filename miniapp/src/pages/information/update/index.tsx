import { UpdateScreen } from '../../../features/information/updates-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function UpdatePage() {
  const id = usePageParameter('id') ?? '';
  return <SignedIn>{({ current }) => <UpdateScreen who={current} updateId={id} />}</SignedIn>;
}
