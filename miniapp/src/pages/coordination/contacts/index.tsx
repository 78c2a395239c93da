import { ContactsScreen } from '../../../features/contacts/contacts-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function ContactsPage() {
  return <SignedIn>{() => <ContactsScreen />}</SignedIn>;
}
