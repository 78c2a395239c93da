import { ReviewScreen } from '../../../features/assessment/review-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function AssessmentReviewPage() {
  return <SignedIn>{() => <ReviewScreen />}</SignedIn>;
}
