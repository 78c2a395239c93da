import { DownloadsScreen } from '../../../features/downloads/downloads-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function DownloadsPage() {
  return <SignedIn>{() => <DownloadsScreen />}</SignedIn>;
}
