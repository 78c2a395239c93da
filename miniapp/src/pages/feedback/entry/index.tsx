import { FeedbackScreen } from '../../../features/feedback/feedback-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function FeedbackEntryPage() {
  const id = usePageParameter('id') ?? '';
  return <SignedIn>{(me) => <FeedbackScreen me={me} opened={id} />}</SignedIn>;
}
