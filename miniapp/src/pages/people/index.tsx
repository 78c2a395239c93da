import { PeopleScreen } from '../../features/people/people-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';

export default function PeoplePage() {
  const unitId = usePageParameter('unitId');
  return <SignedIn>{() => <PeopleScreen unitId={unitId} />}</SignedIn>;
}
