import { NOTICE_SORTS } from '@jiannuo/shared/supervision';
import { SignedIn } from '../../../features/session/signed-in';
import { NoticesScreen } from '../../../features/supervision/notices/notices-screen';
import { usePageParameter } from '../../../platform/page-events';

export default function NoticesPage() {
  const asked = usePageParameter('sort');
  const sort = NOTICE_SORTS.find((each) => each === asked) ?? null;
  return <SignedIn>{() => <NoticesScreen sort={sort} />}</SignedIn>;
}
