import { Screen } from '../../ui/screen/screen';
import { LoadingView } from '../../ui/state/state-view';

/** 审核. */
export function ReviewListScreen() {
  return (
    <Screen title="审核" slot="work">
      <LoadingView />
    </Screen>
  );
}
