import { formatDate, formatFullDate, formatMoment } from '@jiannuo/shared/kernel';
import { SUPERVISION_LIMITS, type CircularListView, type CircularRow } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { openPage } from '../../../platform/navigation';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { Button } from '../../../ui/button/button';
import { Card, Footnote } from '../../../ui/card/card';
import { factsInLine } from '../../../ui/ideographic-space';
import { Sheet } from '../../../ui/overlay/dialog';
import { ReasonSheet } from '../../../ui/overlay/reason-sheet';
import { showToast } from '../../../ui/overlay/toast';
import { RecordFact, RecordText } from '../../../ui/record/record';
import { EvidenceLines } from '../../../ui/report/evidence-lines';
import { OlderRows } from '../../../ui/row/older-rows';
import { Row } from '../../../ui/row/row';
import { Screen } from '../../../ui/screen/screen';
import { Answered, StateView } from '../../../ui/state/state-view';
import { StatusWord } from '../../../ui/status/status-word';
import { useCirculars } from '../api/load-circulars.api';
import { withdrawCircular } from '../api/withdraw-circular.api';

const TITLE = '通报点名';

/** What is known of an item, and the way to take it back. */
function ItemSheet({ item, onClose }: { readonly item: CircularRow; readonly onClose: () => void }) {
  const write = useWrite(QUERY_KEYS.supervision);
  const [isAsked, setIsAsked] = useState(false);
  const { id, unitName, title, issuedOn, shortfall, subject, evidence, attachments, by, enteredAt, withdrawn } = item;
  const withdraw = async (reason: string) => {
    if ((await write.run([id, reason], (key) => withdrawCircular(id, { reason }, key))) === null) return;
    showToast('已撤销');
    onClose();
  };
  if (isAsked) {
    return (
      <ReasonSheet
        title="撤销这一条"
        verb="撤销"
        hint="登记错了才撤销。撤销后不再算前置通知，记录还在。"
        label="理由"
        limit={SUPERVISION_LIMITS.reason}
        missing="还没写理由。"
        write={write}
        onSend={withdraw}
        onClose={onClose}
      />
    );
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <RecordText label="点到的问题" text={shortfall} />
      <View className="record-facts">
        <RecordFact label="单位">{unitName}</RecordFact>
        <RecordFact label="通报日期">{formatFullDate(issuedOn)}</RecordFact>
        <RecordFact label="点的是">{subject ?? '没有对应的应报应办'}</RecordFact>
        <RecordFact label="登记">{factsInLine(by, formatMoment(enteredAt, now()))}</RecordFact>
        {withdrawn === null ? null : (
          <RecordFact label="撤销">
            {factsInLine(withdrawn.by, formatMoment(withdrawn.at, now()), withdrawn.reason)}
          </RecordFact>
        )}
      </View>
      <EvidenceLines evidence={evidence} attachments={attachments} />
      {withdrawn === null ? (
        <View className="below-3">
          <Button
            look="plain"
            isBlock
            onPress={() => {
              setIsAsked(true);
            }}
          >
            登记错了，撤销
          </Button>
        </View>
      ) : null}
    </Sheet>
  );
}

function Items({ view, onOpen }: { readonly view: CircularListView; readonly onOpen: (item: CircularRow) => void }) {
  if (view.rows.length === 0) {
    const lines = ['通报里点到哪家没做到什么，登记在这里。', '登记过的算前置通知，督导建议和问题线索会带上。'];
    return <StateView icon="bulletin" title="还没有登记通报点名" lines={lines} />;
  }
  return (
    <>
      <Card fit="rows">
        {view.rows.map((item) => (
          <Row
            key={item.id}
            above={factsInLine(item.title, formatDate(item.issuedOn, now()))}
            title={factsInLine(item.unitName, item.subject ?? '')}
            below={item.shortfall}
            {...(item.withdrawn === null ? {} : { aside: <StatusWord shape="waived">已撤销</StatusWord> })}
            onPress={() => {
              onOpen(item);
            }}
          />
        ))}
      </Card>
      <Footnote>只有点到这家没做到什么的通报，才算前置通知（第十六条）。</Footnote>
    </>
  );
}

/** 通报点名: what circulars named of units, for the ladder and the dossiers of clues. */
export function CircularsScreen() {
  const [before, setBefore] = useState<string | null>(null);
  const [opened, setOpened] = useState<CircularRow | null>(null);
  const query = useCirculars(before);
  const last = query.data?.rows[query.data.rows.length - 1];
  return (
    <Screen title={TITLE} section="supervision/notices">
      <View className="record">
        <View className="record-new row">
          <Button
            look="weak"
            icon="pencil"
            onPress={() => {
              openPage('supervision/circular');
            }}
          >
            登记通报点名
          </Button>
        </View>
        <Answered query={query}>{(view) => <Items view={view} onOpen={setOpened} />}</Answered>
        <OlderRows hasMore={query.data?.hasMore ?? false} end={last?.enteredAt} onOlder={setBefore} />
      </View>
      {opened === null ? null : (
        <ItemSheet
          item={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </Screen>
  );
}
