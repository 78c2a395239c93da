import { FeedbackScreen } from '../../../features/feedback/feedback-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function FeedbackWritePage() {
  return <SignedIn>{(me) => <FeedbackScreen me={me} opened="new" />}</SignedIn>;
}
