import { ReviewScreen } from '../../../features/assessment/review-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function AssessmentReviewPage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => <ReviewScreen id={id} />}</SignedIn>;
}
