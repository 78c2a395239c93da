import { formatMoment } from '@jiannuo/shared/kernel';
import { differenceOf } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { otherDeviceWords } from '../../../platform/device/device-name';
import { factsInLine } from '../../../ui/ideographic-space';
import { Pressable } from '../../../ui/pressable/pressable';
import { MarkedText } from '../../../ui/report/version-choice';
import { useDraftValue, useKeeper } from '../draft/use-draft';
import { useForm } from '../form/form-context';
import { choose, sideWords } from './choose';

interface ConflictNoteProps {
  readonly path: string;
  /** Which of two fields, where one stands beside the other. */
  readonly label?: string;
}

/** Under a field that another device changed too: its text, and the choice. What is typed here stays in the field until then. */
export function ConflictNote({ path, label = '' }: ConflictNoteProps) {
  const keeper = useKeeper();
  const { reportId } = useForm();
  const conflict = useDraftValue((draft) => draft.conflicts.find((each) => each.path === path));
  if (conflict === undefined) return null;
  const { mine, theirs, theirDevice, theirAt } = conflict;
  const device = otherDeviceWords(theirDevice);
  const { after } = differenceOf(sideWords(mine), sideWords(theirs));
  const verbs = [
    { words: `用${device}的`, side: 1 },
    { words: '用我写的', side: 0 },
  ] as const;
  return (
    <View className="conflict-note">
      <View className="t-s is-bold c-soon">
        {factsInLine(label, `${device}上也改了`, formatMoment(theirAt, now()))}
      </View>
      <MarkedText segments={after} />
      <View className="row row-wrap">
        {verbs.map(({ words, side }) => (
          <Pressable
            key={side}
            className="text-link conflict-verb t-s c-brand"
            onPress={() => {
              choose(keeper, reportId, conflict, { side });
              void keeper.send();
            }}
          >
            {words}
          </Pressable>
        ))}
      </View>
    </View>
  );
}
