import type { AssessmentView } from '@jiannuo/shared/assessment';
import { formatMoment } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { openPage } from '../../../platform/navigation';
import { Button } from '../../../ui/button/button';
import { enteredWords } from '../sheet/came-words';

/** Where the county's own numbers come from, where it did not write them here; while nothing is in, the way to what came by mail. */
export function SheetSource({ view }: { readonly view: AssessmentView }) {
  const { actions, sheet, earlierSheets, records, period } = view;
  const owed = records.obligations.find(({ kind }) => kind === 'self-assessment');
  if (actions.includes('enter-for') && owed !== undefined) {
    return (
      <View className="row row-wrap sheet-source">
        <View className="t-s c-ink-2">县里用邮件、纸质报来的，先代录自评分。</View>
        <Button
          look="link"
          onPress={() => {
            openPage('enter-for', { obligationId: owed.id, period });
          }}
        >
          代录来件
        </Button>
      </View>
    );
  }
  const copied = sheet === null ? null : enteredWords(sheet);
  if (copied !== null) return <View className="t-s c-ink-2 sheet-source">{`自评照原件代录：${copied}`}</View>;
  const before = earlierSheets.at(-1);
  if (sheet === null || before === undefined) return null;
  const changed = `${formatMoment(sheet.receivedAt, now())} ${sheet.byName}改过，代录的是${before.content.total}。`;
  return <View className="t-s c-ink-2 sheet-source">{`自评县里核对过：${changed}`}</View>;
}
