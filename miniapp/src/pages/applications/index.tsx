import { ApplicationsScreen } from '../../features/applications/applications-screen';
import { SignedIn } from '../../features/session/signed-in';

export default function ApplicationsPage() {
  return <SignedIn>{({ current }) => <ApplicationsScreen who={current} />}</SignedIn>;
}
