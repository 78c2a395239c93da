import { WriteScreen } from '../../../features/information/write-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function WritePage() {
  const draftId = usePageParameter('draft');
  const updateId = usePageParameter('id');
  const isPicking = usePageParameter('pick') !== null;
  return <SignedIn>{() => <WriteScreen draftId={draftId} updateId={updateId} isPicking={isPicking} />}</SignedIn>;
}
