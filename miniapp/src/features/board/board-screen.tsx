import { Screen } from '../../ui/screen/screen';
import { LoadingView } from '../../ui/state/state-view';

/** 看板. */
export function BoardScreen() {
  return (
    <Screen title="看板" slot="home">
      <LoadingView />
    </Screen>
  );
}
