import { WriteScreen } from '../../../features/applications/write-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function ApplicationWritePage() {
  const draftId = usePageParameter('draft');
  const againId = usePageParameter('again');
  return <SignedIn>{() => <WriteScreen draftId={draftId} againId={againId} />}</SignedIn>;
}
