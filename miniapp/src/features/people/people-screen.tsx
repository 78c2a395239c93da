import { Screen } from '../../ui/screen/screen';
import { LoadingView } from '../../ui/state/state-view';

/** 单位与人员. */
export function PeopleScreen() {
  return (
    <Screen title="单位与人员">
      <LoadingView />
    </Screen>
  );
}
