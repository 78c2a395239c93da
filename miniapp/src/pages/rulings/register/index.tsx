import { RulingsScreen } from '../../../features/rulings/rulings-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageNumber } from '../../../platform/page-events';

export default function RegisterPage() {
  const year = usePageNumber('year');
  return <SignedIn>{() => <RulingsScreen name={null} year={year} />}</SignedIn>;
}
