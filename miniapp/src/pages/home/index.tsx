import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function HomePage() {
  return <SignedIn>{() => <Screen title="home">{null}</Screen>}</SignedIn>;
}
