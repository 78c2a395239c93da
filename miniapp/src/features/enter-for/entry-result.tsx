import { formatDue, formatPeriod, formatStamp } from '@jiannuo/shared/kernel';
import { CHANNEL_NAMES } from '@jiannuo/shared/obligations';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, Footnote } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { ReceiptRows } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';

interface EntryResultProps {
  readonly receipt: ReceiptView;
  readonly onNext: () => void;
}

/** Until when the unit may say that it is different. */
function checkWords({ entry }: ReceiptView): string {
  return entry === null ? '' : `${formatDue(entry.until, now())}可以提不同。`;
}

/** What was registered, as the receipt says it; the unit sees the same. */
export function EntryResult({ receipt, onNext }: EntryResultProps) {
  const { isTight } = useDisplay();
  const { isOnTime, unitName, period, title, channel, reportId } = receipt;
  const rows = [
    { label: '单位', value: unitName },
    { label: '真实收到', value: formatStamp(receipt.receivedAt) },
    { label: '登记', value: formatStamp(receipt.registeredAt) },
    { label: '截止', value: formatDue(receipt.dueAt, now()) },
    { label: '方式', value: channel === 'app' ? CHANNEL_NAMES.app : `${CHANNEL_NAMES[channel]}收到，代录` },
    { label: '回执号', value: receipt.receiptNumber },
    { label: '版次', value: `第${String(receipt.version)}版` },
  ];
  return (
    <Screen title="代录来件" section="home">
      <View className="entry-done">
        <View className="entry-done-head">
          <Icon
            name={isOnTime ? 'done' : 'late'}
            size="large"
            className={`entry-done-mark ${isOnTime ? 'c-done' : 'c-late'}`}
          />
          <Heading level={2} className="t-1 grow">
            {`${unitName}${formatPeriod(period)}${title}已录，${isOnTime ? '按时' : '迟报'}`}
          </Heading>
        </View>
        <Card fit="facts">
          <ReceiptRows rows={rows} isStacked={isTight} />
        </Card>
        <Footnote>{`单位看得到真实收到的时间、凭据、原件，和是谁录的。${checkWords(receipt)}`}</Footnote>
        <View className="entry-done-verbs">
          <Button isBlock onPress={onNext}>
            再录一家
          </Button>
          <View className="below-3">
            <Button
              look="plain"
              isBlock
              onPress={() => {
                if (reportId === '') openPage('assessment/review', { id: period });
                else openPage('review', { reportId });
              }}
            >
              {reportId === '' ? '去复核' : '看这份月报'}
            </Button>
          </View>
        </View>
      </View>
    </Screen>
  );
}
