import { formatMoment } from '@jiannuo/shared/kernel';
import type { CallListView, CallRow } from '@jiannuo/shared/notifications';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { callPhone } from '../../platform/device/phone-call';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { Icon } from '../../ui/icon/icon';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import { useCallList } from './api/load-call-list.api';
import './call-list.scss';
import { isToCall, nameOf, numberOf } from './call-words';
import { ReadinessPart } from './readiness-part';
import { ResultSheet } from './result-sheet';

interface CallCardProps {
  readonly row: CallRow;
  readonly onResult: (row: CallRow) => void;
}

function CallCard({ row, onResult }: CallCardProps) {
  const { unitName, about, reason, at, result, phone } = row;
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
        {result === null ? null : (
          <View className="row row-wrap below-1">
            <StatusWord shape={result.isReached === false ? 'gap' : 'done'}>{result.text}</StatusWord>
            <View className="t-s c-ink-2 call-by">{`${result.by}，${formatMoment(result.at, now())}`}</View>
          </View>
        )}
      </View>
      <View className="call-verbs">
        <Pressable className="call-verb t-s c-brand" label={`打电话给${unitName}`} onPress={call}>
          <Icon name="phone" size="small" />
          <View className="gap-1">打电话</View>
        </Pressable>
        <Pressable
          className="call-verb t-s c-brand"
          label={`${unitName}，记结果`}
          onPress={() => {
            onResult(row);
          }}
        >
          {result === null ? '记结果' : '再记一次'}
        </Pressable>
      </View>
    </View>
  );
}

function Calls({ list, onResult }: { readonly list: CallListView } & Pick<CallCardProps, 'onResult'>) {
  const open = list.rows.filter(isToCall);
  const called = list.rows.filter((row) => !isToCall(row));
  if (list.rows.length === 0) {
    return <StateView icon="phone" tone="done" title="没有要打电话的" lines={['没报的，微信提醒都送到了。']} />;
  }
  const cards = (rows: readonly CallRow[]) => (
    <Card fit="rows">
      {rows.map((row) => (
        <CallCard key={row.reminderId} row={row} onResult={onResult} />
      ))}
    </Card>
  );
  return (
    <>
      <GroupTitle>{`要打电话的 ${String(open.length)}家`}</GroupTitle>
      {open.length === 0 ? null : cards(open)}
      <Footnote>只列还没报、微信提醒又没送达的。报了就自动拿掉。</Footnote>
      {called.length === 0 ? null : (
        <>
          <GroupTitle>{`打过的 ${String(called.length)}家`}</GroupTitle>
          {cards(called)}
        </>
      )}
    </>
  );
}

/** 电话名单: whom to call now, what the calls came to, and who will not be reached next time. */
export function CallListScreen() {
  const query = useCallList();
  const [noted, setNoted] = useState<CallRow | null>(null);
  return (
    <Screen title="电话名单" section="call-list" isTopLevel>
      <View className="call-page">
        <Answered query={query}>{(list) => <Calls list={list} onResult={setNoted} />}</Answered>
        <ReadinessPart />
      </View>
      {noted === null ? null : (
        <ResultSheet
          key={noted.reminderId}
          row={noted}
          onClose={() => {
            setNoted(null);
          }}
        />
      )}
    </Screen>
  );
}
