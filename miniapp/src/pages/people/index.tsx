import { PeopleScreen } from '../../features/people/people-screen';
import { SignedIn } from '../../features/session/signed-in';

export default function PeoplePage() {
  return <SignedIn>{() => <PeopleScreen />}</SignedIn>;
}
