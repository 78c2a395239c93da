import { formatMoment } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { Heading } from '../../../ui/heading/heading';
import { Screen } from '../../../ui/screen/screen';
import { DifferenceList } from './difference-list';
import type { NoticeDifference } from './notice-differences';
import type { DraftClash } from './use-notice-draft';

interface ClashProps {
  readonly title: string;
  readonly clash: DraftClash;
  readonly differences: readonly NoticeDifference[];
  readonly onChoose: (whose: 'theirs' | 'mine') => void;
}

/** A colleague saved the draft while this device had words of its own: shows both, and lets the writer choose. */
export function ClashScreen({ title, clash, differences, onChoose }: ClashProps) {
  const { by, at } = clash;
  return (
    <Screen
      title={title}
      section="supervision/notices"
      bar={
        <StickyBar title="选一份接着写" note="用您的，另一份在记录里还查得到">
          <Button
            look="plain"
            onPress={() => {
              onChoose('mine');
            }}
          >
            用我写的
          </Button>
          <Button
            onPress={() => {
              onChoose('theirs');
            }}
          >
            用新存的
          </Button>
        </StickyBar>
      }
    >
      <View className="record">
        <View className="record-head">
          <Heading level={2} className="t-1">
            {`${by} ${formatMoment(at, now())}存过这一份`}
          </Heading>
          <View className="t-s c-ink-2 below-1">您这台设备上还有没存的，这几处不一样：</View>
        </View>
        <Card>
          <DifferenceList differences={differences} before={`${by}存的`} after="您写的，没存" />
        </Card>
      </View>
    </Screen>
  );
}
