import { SignedIn } from '../../../features/session/signed-in';
import { TicketsScreen } from '../../../features/supervision/tickets/tickets-screen';

export default function TicketsPage() {
  return <SignedIn>{() => <TicketsScreen />}</SignedIn>;
}
