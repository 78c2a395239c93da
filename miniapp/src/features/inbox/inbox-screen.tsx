import { formatMoment, remaining } from '@jiannuo/shared/kernel';
import type { InboxView, NoticeView } from '@jiannuo/shared/notifications';
import type { ObligationView } from '@jiannuo/shared/obligations';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { usePageShown } from '../../platform/page-events';
import { Card, Footnote } from '../../ui/card/card';
import { dueWords } from '../../ui/due/due-words';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { DueChip } from '../../ui/status/status-word';
import { aboutOf, follow, isOpen } from './follow';
import './inbox.scss';
import { useInbox } from './load-inbox.api';
import { useOwed } from './load-owed.api';
import { useOpenNotice } from './open-notice.api';
import { hasNewsOnly, sortNotices, type NoticeLists } from './sort-notices';

type Tab = 'toDo' | 'toKnow';
const TABS: readonly (readonly [Tab, string])[] = [
  ['toDo', '要我办'],
  ['toKnow', '给我看'],
];
const EMPTY: Record<Tab, string> = { toDo: '没有要您办的', toKnow: '没有给您看的' };

interface NoticeRowProps {
  readonly notice: NoticeView;
  /** Whether it still asks for something; what is done shows no time that is left. */
  readonly isAsking: boolean;
  readonly owed: readonly ObligationView[];
}

function NoticeRow({ notice, isAsking, owed }: NoticeRowProps) {
  const open = useOpenNotice();
  const { isUnread } = notice;
  const about = aboutOf(notice.target, owed);
  return (
    <Row
      title={notice.title}
      isStrong={isUnread}
      isUnread={isUnread}
      {...(isAsking && about !== undefined && isOpen(about)
        ? { above: <DueChip due={dueWords(remaining(about.dueAt, now()))} /> }
        : {})}
      below={factsInLine(notice.from, formatMoment(notice.at, now()), notice.openedAt === null ? '' : '已看')}
      onPress={() => {
        if (notice.openedAt === null) open(notice.id);
        if (!follow(notice.target, owed)) openPage('notice', { id: notice.id });
      }}
    />
  );
}

interface TabsProps {
  readonly inbox: NoticeLists;
  readonly tab: Tab;
  readonly onChoose: (tab: Tab) => void;
}

function Tabs({ inbox, tab, onChoose }: TabsProps) {
  return (
    <View className="inbox-tabs" {...(IS_BROWSER ? { role: 'tablist' } : {})}>
      {TABS.map(([id, label]) => {
        const unread = inbox[id].filter(({ isUnread }) => isUnread).length;
        return (
          <Pressable
            key={id}
            role="tab"
            isSelected={id === tab}
            className={`inbox-tab t-body ${id === tab ? 'is-current' : ''}`}
            onPress={() => {
              onChoose(id);
            }}
          >
            {unread === 0 ? label : `${label} ${String(unread)}`}
          </Pressable>
        );
      })}
    </View>
  );
}

function Inbox({ inbox, owed }: { readonly inbox: InboxView; readonly owed: readonly ObligationView[] }) {
  const lists = sortNotices(inbox, owed);
  const [tab, setTab] = useState<Tab>(hasNewsOnly(lists) ? 'toKnow' : 'toDo');
  usePageShown(() => {
    if (hasNewsOnly(lists)) setTab('toKnow');
  });
  const notices = lists[tab];
  return (
    <>
      <Tabs inbox={lists} tab={tab} onChoose={setTab} />
      {notices.length === 0 ? (
        <StateView icon="inbox" title={EMPTY[tab]} lines={['有新的会出现在这里。']} />
      ) : (
        <>
          <Card fit="rows" className="inbox-card">
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} isAsking={tab === 'toDo'} owed={owed} />
            ))}
          </Card>
          <Footnote>打开就算收到，不用回复“收到”。</Footnote>
        </>
      )}
    </>
  );
}

/** Notices: what asks something of this person, and what is for knowing. Opening one is the receipt. */
export function InboxScreen() {
  const query = useInbox();
  const owed = useOwed();
  return (
    <Screen title="收件" slot="inbox">
      <Answered query={query}>{(inbox) => <Inbox inbox={inbox} owed={owed} />}</Answered>
    </Screen>
  );
}
