import { AnswerScreen } from '../../../features/inspections/answer-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function AnswerPage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => <AnswerScreen findingId={id ?? ''} />}</SignedIn>;
}
