import { FeedbackScreen } from '../../../features/feedback/feedback-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';
import { LostScreen } from '../../../ui/screen/lost-screen';

export default function FeedbackEntryPage() {
  const id = usePageParameter('id');
  return <SignedIn>{(me) => (id === null ? <LostScreen /> : <FeedbackScreen me={me} opened={id} />)}</SignedIn>;
}
