import { ScoresScreen } from '../../../features/assessment/scores/scores-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function ScoresPage() {
  return <SignedIn>{() => <ScoresScreen />}</SignedIn>;
}
