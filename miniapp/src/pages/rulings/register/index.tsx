import { RulingsScreen } from '../../../features/rulings/rulings-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function RegisterPage() {
  return <SignedIn>{() => <RulingsScreen name={null} />}</SignedIn>;
}
