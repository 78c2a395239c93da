import { SignedIn } from '../../../features/session/signed-in';
import { WriteScreen } from '../../../features/supervision/write-screen';
import { usePageParameter } from '../../../platform/page-events';

export default function WritePage() {
  const kind = usePageParameter('kind');
  const id = usePageParameter('id');
  const corrects = usePageParameter('corrects');
  return <SignedIn>{() => <WriteScreen kind={kind} noticeId={id} correctsId={corrects} />}</SignedIn>;
}
