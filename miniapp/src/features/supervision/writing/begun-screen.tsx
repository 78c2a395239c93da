import type { DraftingView } from '@jiannuo/shared/supervision';
import { replacePage } from '../../../platform/navigation';
import { Screen } from '../../../ui/screen/screen';
import { StateView } from '../../../ui/state/state-view';
import { noticeWords } from '../supervision-words';

interface BegunProps {
  readonly begun: NonNullable<DraftingView['begun']>;
  /** Another one is written all the same: what this device holds of it is not lost. */
  readonly onAnyway: () => void;
}

/** A notice is corrected once: where that is under way, the way leads there. */
export function BegunScreen({ begun: { id, writer, state }, onAnyway }: BegunProps) {
  return (
    <Screen title="另发更正" section="supervision/notices">
      <StateView
        icon="flag"
        title="这一份已经在写更正"
        lines={[`${writer}写的，${noticeWords(state).text}。`, '一份通知只能发一份更正。']}
        verb={{
          label: '打开那一份',
          onPress: () => {
            replacePage('supervision/notice', { id });
          },
        }}
        secondVerb={{ label: '还是另写一份', onPress: onAnyway }}
      />
    </Screen>
  );
}
