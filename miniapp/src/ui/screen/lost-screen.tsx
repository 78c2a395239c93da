import { openSlot } from '../../platform/navigation';
import { StateView } from '../state/state-view';
import { Screen } from './screen';

/** An address that leads nowhere, or does not say to which record: said in words, with a way on. */
export function LostScreen() {
  return (
    <Screen title="没有这一页">
      <StateView
        icon="info"
        title="没有这一页"
        lines={['地址不完整，或者写错了。请从首页进。']}
        verb={{
          label: '回首页',
          onPress: () => {
            openSlot('home');
          },
        }}
      />
    </Screen>
  );
}
