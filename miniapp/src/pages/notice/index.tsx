import { SignedIn } from '../../features/session/signed-in';
import { Screen } from '../../ui/screen/screen';

export default function NoticePage() {
  return <SignedIn>{() => <Screen title="notice">{null}</Screen>}</SignedIn>;
}
