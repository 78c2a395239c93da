import { QuarterScreen } from '../../../features/assessment/quarter/quarter-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function QuarterPage() {
  return <SignedIn>{() => <QuarterScreen />}</SignedIn>;
}
