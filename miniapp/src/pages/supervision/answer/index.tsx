import { SignedIn } from '../../../features/session/signed-in';
import { AnswerScreen } from '../../../features/supervision/tickets/answer-screen';
import { usePageParameter } from '../../../platform/page-events';

export default function AnswerPage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => <AnswerScreen ticketId={id ?? ''} />}</SignedIn>;
}
