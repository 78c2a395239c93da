import { WorkScreen } from '../../features/obligations/work-screen';
import { ReviewListScreen } from '../../features/review/review-list-screen';
import { SignedIn } from '../../features/session/signed-in';

export default function WorkPage() {
  return (
    <SignedIn>{({ current }) => (current.role === 'lead-officer' ? <ReviewListScreen /> : <WorkScreen />)}</SignedIn>
  );
}
