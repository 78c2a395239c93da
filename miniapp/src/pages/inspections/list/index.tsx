import { InspectionsScreen } from '../../../features/inspections/inspections-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function InspectionsPage() {
  return <SignedIn>{() => <InspectionsScreen />}</SignedIn>;
}
