import { QuestionScreen } from '../../../features/rulings/rulings-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function QuestionPage() {
  const name = usePageParameter('name');
  return <SignedIn>{() => <QuestionScreen name={name ?? ''} />}</SignedIn>;
}
