import { Screen } from '../../ui/screen/screen';
import { LoadingView } from '../../ui/state/state-view';

/** 电话名单. */
export function CallListScreen() {
  return (
    <Screen title="电话名单">
      <LoadingView />
    </Screen>
  );
}
