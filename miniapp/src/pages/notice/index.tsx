import { NoticeScreen } from '../../features/inbox/notice-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';

export default function NoticePage() {
  const id = usePageParameter('id') ?? '';
  return <SignedIn>{() => <NoticeScreen noticeId={id} />}</SignedIn>;
}
