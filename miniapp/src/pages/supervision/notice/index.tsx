import { SignedIn } from '../../../features/session/signed-in';
import { NoticeScreen } from '../../../features/supervision/notices/notices-screen';
import { usePageParameter } from '../../../platform/page-events';

export default function NoticePage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => <NoticeScreen noticeId={id ?? ''} />}</SignedIn>;
}
