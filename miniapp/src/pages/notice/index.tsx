import { NoticeScreen } from '../../features/inbox/notice-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';
import { LostScreen } from '../../ui/screen/lost-screen';

export default function NoticePage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => (id === null ? <LostScreen /> : <NoticeScreen noticeId={id} />)}</SignedIn>;
}
