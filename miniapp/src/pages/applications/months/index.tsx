import { MonthsScreen } from '../../../features/applications/months-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function ApplicationMonthsPage() {
  return <SignedIn>{() => <MonthsScreen />}</SignedIn>;
}
