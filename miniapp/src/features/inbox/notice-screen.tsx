import { formatMoment } from '@jiannuo/shared/kernel';
import type { NoticeView } from '@jiannuo/shared/notifications';
import type { ObligationView } from '@jiannuo/shared/obligations';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { now } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { Button } from '../../ui/button/button';
import { Card, Footnote } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { PaneRow } from '../../ui/row/pane-row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { follow, wayOf } from './follow';
import './inbox.scss';
import { useInbox } from './load-inbox.api';
import { useOwed } from './load-owed.api';
import { useOpenNotice } from './open-notice.api';

/** Having the notice before one's eyes is the receipt. */
function useReceipt({ id, openedAt }: NoticeView): void {
  const open = useOpenNotice();
  const told = useRef(false);
  useEffect(() => {
    if (openedAt !== null || told.current) return;
    told.current = true;
    open(id);
  }, [id, openedAt, open]);
}

interface OwnProps {
  readonly notice: NoticeView;
  readonly owed: readonly ObligationView[];
}

function WayOn({ notice: { target }, owed }: OwnProps) {
  const { isWide } = useDisplay();
  const way = wayOf(target, owed);
  if (way === null) return null;
  return (
    <View className={isWide ? 'below-4 row' : 'below-4'}>
      <Button
        isBlock={!isWide}
        onPress={() => {
          follow(target, owed);
        }}
      >
        {way}
      </Button>
    </View>
  );
}

function Notice({ notice, owed }: OwnProps) {
  useReceipt(notice);
  return (
    <>
      <Card className="inbox-card">
        <Heading level={2} className="t-2">
          {notice.title}
        </Heading>
        <View className="t-s c-ink-2 below-1">{factsInLine(notice.from, formatMoment(notice.at, now()))}</View>
        <View className="t-body t-reading notice-body below-3">{notice.body}</View>
        <WayOn notice={notice} owed={owed} />
      </Card>
      <Footnote>打开就算收到，不用回复“收到”。</Footnote>
    </>
  );
}

interface PaneProps {
  readonly notices: readonly NoticeView[];
  readonly shownId: string;
  readonly onOpen: (id: string) => void;
}

/** Wide windows: what came with it, so that one can read on without going back. */
function NoticePane({ notices, shownId, onOpen }: PaneProps) {
  return (
    <>
      {notices.map(({ id, title, from, at, isUnread }) => (
        <PaneRow
          key={id}
          isOpen={id === shownId}
          onOpen={() => {
            onOpen(id);
          }}
        >
          <View className={`t-s ${isUnread ? 'is-bold' : ''}`}>{title}</View>
          <View className="t-xs c-ink-2">{factsInLine(from, formatMoment(at, now()))}</View>
        </PaneRow>
      ))}
    </>
  );
}

/** One notice, with the way to its record. A tap on WeChat's message opens it here. */
export function NoticeScreen({ noticeId }: { readonly noticeId: string }) {
  const { isWide } = useDisplay();
  const query = useInbox();
  const owed = useOwed();
  const [shownId, setShownId] = useState(noticeId);
  const { toDo, toKnow } = query.data ?? { toDo: [], toKnow: [] };
  const notice = [...toDo, ...toKnow].find(({ id }) => id === shownId);
  const notices = toDo.some(({ id }) => id === shownId) ? toDo : toKnow;
  const list = <NoticePane notices={notices} shownId={shownId} onOpen={setShownId} />;
  return (
    <Screen title={isWide ? '收件' : '通知'} section="inbox" {...(isWide ? { list } : {})}>
      <Answered query={query}>
        {() =>
          notice === undefined ? (
            <StateView icon="inbox" title="这一件找不到了" lines={['回收件里看看别的。']} />
          ) : (
            <Notice key={notice.id} notice={notice} owed={owed} />
          )
        }
      </Answered>
    </Screen>
  );
}
