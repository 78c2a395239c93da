import { View } from '@tarojs/components';
import { RecordText } from '../../../ui/record/record';
import type { NoticeDifference } from './notice-differences';

interface DifferencesProps {
  readonly differences: readonly NoticeDifference[];
  /** Whose text is which. */
  readonly before: string;
  readonly after: string;
}

/** Two texts of a notice where they differ, part by part: the one above the other, on a desktop beside it. */
export function DifferenceList({ differences, before, after }: DifferencesProps) {
  return (
    <>
      {differences.map((difference) => (
        <View key={difference.label} className="difference">
          <View className="t-s is-bold">{difference.label}</View>
          <View className="difference-texts">
            <RecordText label={before} text={difference.before === '' ? '没写' : difference.before} />
            <RecordText label={after} text={difference.after === '' ? '没写' : difference.after} />
          </View>
        </View>
      ))}
    </>
  );
}
