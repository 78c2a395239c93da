import { ContactLogScreen } from '../../../features/contacts/contact-log-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function ContactLogPage() {
  const unitId = usePageParameter('unitId');
  return <SignedIn>{(me) => <ContactLogScreen unitId={unitId ?? me.current.unit.id} me={me} />}</SignedIn>;
}
