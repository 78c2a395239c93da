import { FeedbackScreen } from '../../../features/feedback/feedback-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function FeedbackListPage() {
  return <SignedIn>{(me) => <FeedbackScreen me={me} opened={null} />}</SignedIn>;
}
