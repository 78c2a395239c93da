import { SignedIn } from '../../../features/session/signed-in';
import { TicketScreen } from '../../../features/supervision/tickets/ticket-screen';
import { usePageParameter } from '../../../platform/page-events';

export default function TicketPage() {
  const id = usePageParameter('id');
  return <SignedIn>{({ current }) => <TicketScreen ticketId={id ?? ''} who={current} />}</SignedIn>;
}
