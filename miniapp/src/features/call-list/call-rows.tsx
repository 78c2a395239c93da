import { formatMoment } from '@jiannuo/shared/kernel';
import type { CallRow } from '@jiannuo/shared/notifications';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { callPhone } from '../../platform/device/phone-call';
import { useDisplay } from '../../platform/device/display';
import { Card } from '../../ui/card/card';
import { Icon } from '../../ui/icon/icon';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { StatusWord } from '../../ui/status/status-word';
import { CallTable, NumberCell } from './call-table';
import { nameOf, numberOf } from './call-words';

type OnResult = (row: CallRow) => void;

/** What the last call came to, by whom and when; nothing before the first. */
function Result({ result }: Pick<CallRow, 'result'>) {
  if (result === null) return null;
  return (
    <View className="call-result row row-wrap">
      <StatusWord shape={result.isReached === false ? 'gap' : 'done'}>{result.text}</StatusWord>
      <View className="t-s c-ink-2">{`${result.by}，${formatMoment(result.at, now())}`}</View>
    </View>
  );
}

function NoteVerb({ row, onResult }: { readonly row: CallRow; readonly onResult: OnResult }) {
  return (
    <Pressable
      className="call-verb t-s c-brand"
      label={`${row.unitName}，记结果`}
      onPress={() => {
        onResult(row);
      }}
    >
      {row.result === null ? '记结果' : '再记一次'}
    </Pressable>
  );
}

function CallCard({ row, onResult }: { readonly row: CallRow; readonly onResult: OnResult }) {
  const { unitName, about, reason, at, phone } = row;
  const call = () => {
    if (phone === '') showToast('没有电话，请查名单');
    else callPhone(phone);
  };
  return (
    <View className="call-row">
      <View className="grow call-words">
        <View className="t-strong">{unitName}</View>
        <View className="t-body row row-wrap">
          <View className="call-name">{nameOf(row)}</View>
          <View className="unbroken">{numberOf(row)}</View>
        </View>
        <View className="t-s c-ink-2">{about}</View>
        <View className="t-s c-ink-2">{`${reason}，${formatMoment(at, now())}`}</View>
        <Result result={row.result} />
      </View>
      <View className="call-verbs">
        <Pressable className="call-verb t-s c-brand" label={`打电话给${unitName}`} onPress={call}>
          <Icon name="phone" size="small" />
          <View className="gap-1">打电话</View>
        </Pressable>
        <NoteVerb row={row} onResult={onResult} />
      </View>
    </View>
  );
}

interface CallRowsProps {
  readonly name: string;
  readonly rows: readonly CallRow[];
  readonly onResult: OnResult;
}

/** Lines of a table, to be worked through with a telephone in the hand; the result has a column once there is one. */
function CallLines({ name, rows, onResult }: CallRowsProps) {
  const hasResults = rows.some(({ result }) => result !== null);
  const lines = rows.map((row) => ({
    key: row.reminderId,
    cells: [
      <View key="unit" className="is-bold">
        {row.unitName}
      </View>,
      nameOf(row),
      <NumberCell key="number" unitName={row.unitName} phone={row.phone} />,
      row.about,
      <View key="reason" className="c-ink-2">{`${row.reason}，${formatMoment(row.at, now())}`}</View>,
      ...(hasResults ? [<Result key="result" result={row.result} />] : []),
      <NoteVerb key="verb" row={row} onResult={onResult} />,
    ],
  }));
  return (
    <CallTable
      name={name}
      columns={[
        ['单位', 'unit'],
        ['打给谁', 'person'],
        ['电话', 'phone'],
        ['没报的', 'slim'],
        ['为什么打', 'broad'],
        ...(hasResults ? [['结果', 'broad'] as const] : []),
        ['操作', 'verb'],
      ]}
      lines={lines}
    />
  );
}

/** Calls under one heading: cards on phones, a table on wide windows. */
export function CallRows(props: CallRowsProps) {
  const { isWide } = useDisplay();
  if (isWide) return <CallLines {...props} />;
  return (
    <Card fit="rows">
      {props.rows.map((row) => (
        <CallCard key={row.reminderId} row={row} onResult={props.onResult} />
      ))}
    </Card>
  );
}
