import type { CallListView, CallRow } from '@jiannuo/shared/notifications';
import { useState } from 'react';
import { Footnote, GroupTitle } from '../../ui/card/card';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { useCallList } from './api/load-call-list.api';
import './call-list.scss';
import { CallRows } from './call-rows';
import { countOf, isToCall } from './call-words';
import { ReadinessPart } from './readiness-part';
import { ResultSheet } from './result-sheet';

function Calls({ list, onResult }: { readonly list: CallListView; readonly onResult: (row: CallRow) => void }) {
  const open = list.rows.filter(isToCall);
  const called = list.rows.filter((row) => !isToCall(row));
  if (list.rows.length === 0) {
    return <StateView icon="phone" tone="done" title="没有要打电话的" lines={['没报的，微信提醒都送到了。']} />;
  }
  return (
    <>
      <GroupTitle>{`要打电话的 ${countOf(open)}`}</GroupTitle>
      {open.length === 0 ? null : <CallRows name="要打电话的" rows={open} onResult={onResult} />}
      <Footnote>只列还没报、微信提醒又没送达的。报了就自动拿掉。</Footnote>
      {called.length === 0 ? null : (
        <>
          <GroupTitle>{`打过的 ${countOf(called)}`}</GroupTitle>
          <CallRows name="打过的" rows={called} onResult={onResult} />
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
    <Screen title="电话名单" section="call-list" isTopLevel isOnSurface>
      <Answered query={query}>{(list) => <Calls list={list} onResult={setNoted} />}</Answered>
      <ReadinessPart />
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
