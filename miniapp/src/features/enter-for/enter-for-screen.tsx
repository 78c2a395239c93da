import { Screen } from '../../ui/screen/screen';
import { LoadingView } from '../../ui/state/state-view';

/** 代录. */
export function EnterForScreen() {
  return (
    <Screen title="代录">
      <LoadingView />
    </Screen>
  );
}
