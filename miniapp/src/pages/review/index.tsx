import { ReviewListScreen, ReviewScreen } from '../../features/review/review-list-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';

export default function ReviewPage() {
  const reportId = usePageParameter('reportId');
  return <SignedIn>{() => (reportId === null ? <ReviewListScreen /> : <ReviewScreen reportId={reportId} />)}</SignedIn>;
}
