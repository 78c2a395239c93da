import { ReviewListScreen } from '../../features/review/review-list-screen';
import { SignedIn } from '../../features/session/signed-in';

export default function ReviewPage() {
  return <SignedIn>{() => <ReviewListScreen />}</SignedIn>;
}
