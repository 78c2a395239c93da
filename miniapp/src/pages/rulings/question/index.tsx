import { QuestionScreen } from '../../../features/rulings/rulings-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageNumber, usePageParameter } from '../../../platform/page-events';
import { LostScreen } from '../../../ui/screen/lost-screen';

export default function QuestionPage() {
  const name = usePageParameter('name');
  const year = usePageNumber('year');
  return <SignedIn>{() => (name === null ? <LostScreen /> : <QuestionScreen name={name} year={year} />)}</SignedIn>;
}
