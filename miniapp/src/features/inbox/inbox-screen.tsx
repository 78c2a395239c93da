import { formatDue, formatMoment, remaining } from '@jiannuo/shared/kernel';
import type { InboxView, NoticeView, ToDoLine } from '@jiannuo/shared/notifications';
import type { ObligationView } from '@jiannuo/shared/obligations';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { now } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { usePageShown } from '../../platform/page-events';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { dueWords } from '../../ui/due/due-words';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { DueChip } from '../../ui/status/status-word';
import { follow } from './follow';
import './inbox.scss';
import { useInbox } from './load-inbox.api';
import { useOwed } from './load-owed.api';
import { useOpenNotice } from './open-notice.api';
import { hasNewsOnly, listsOf, type InboxLists } from './inbox-lists';

type Tab = 'toDo' | 'toKnow';
const TABS: readonly (readonly [Tab, string])[] = [
  ['toDo', '要我办'],
  ['toKnow', '给我看'],
];
/** How many of the news stand under what is to be done. */
const NEWS_SHOWN = 2;
const EMPTY: Record<Tab, string> = { toDo: '没有要您办的', toKnow: '没有给您看的' };

type Owed = readonly ObligationView[];

/** What waits for the reader: by when, what it is about, its number and what there is to do. */
function ToDoRow({ line, owed }: { readonly line: ToDoLine; readonly owed: Owed }) {
  const open = useOpenNotice();
  const { notice, dueAt } = line;
  const told = notice === null ? '' : factsInLine(notice.from, formatMoment(notice.at, now()));
  return (
    <Row
      title={line.title}
      {...(dueAt === null
        ? {}
        : {
            above: (
              <>
                <DueChip due={dueWords(remaining(dueAt, now()))} />
                {formatDue(dueAt, now())}
              </>
            ),
          })}
      below={line.about === '' ? told : line.about}
      onPress={() => {
        if (notice?.openedAt === null) open(notice.id);
        if (!follow(line.target, owed) && notice !== null) openPage('notice', { id: notice.id });
      }}
    />
  );
}

/** What became of what a notice asked, or whether it was seen. */
function endingOf({ isDone, isMissed, openedAt }: NoticeView): string {
  if (isMissed) return '没交，已关闭';
  if (isDone) return '已办';
  return openedAt === null ? '' : '已看';
}

/** What was told: from whom, when, and whether it was seen or what it asked is done. */
function NoticeRow({ notice, owed }: { readonly notice: NoticeView; readonly owed: Owed }) {
  const open = useOpenNotice();
  const { isUnread, openedAt } = notice;
  return (
    <Row
      title={notice.title}
      isStrong={isUnread}
      isUnread={isUnread}
      below={factsInLine(notice.from, formatMoment(notice.at, now()), endingOf(notice))}
      onPress={() => {
        if (openedAt === null) open(notice.id);
        if (!follow(notice.target, owed)) openPage('notice', { id: notice.id });
      }}
    />
  );
}

interface TabsProps {
  readonly lists: InboxLists;
  readonly tab: Tab;
  readonly onChoose: (tab: Tab) => void;
}

function Tabs({ lists, tab, onChoose }: TabsProps) {
  const counts = { toDo: lists.toDo.length, toKnow: lists.toKnow.filter(({ isUnread }) => isUnread).length };
  return (
    <View className="inbox-tabs" {...(IS_BROWSER ? { role: 'tablist' } : {})}>
      {TABS.map(([id, label]) => (
        <Pressable
          key={id}
          role="tab"
          isSelected={id === tab}
          className={`inbox-tab t-body ${id === tab ? 'is-current' : ''}`}
          onPress={() => {
            onChoose(id);
          }}
        >
          {counts[id] === 0 ? label : `${label} ${String(counts[id])}`}
        </Pressable>
      ))}
    </View>
  );
}

interface ListProps {
  readonly lists: InboxLists;
  readonly owed: Owed;
}

function ToDo({ lists, owed }: ListProps) {
  const news = lists.toKnow.slice(0, NEWS_SHOWN);
  return (
    <>
      {lists.toDo.length === 0 ? (
        <StateView icon="inbox" title={EMPTY.toDo} lines={['有新的会出现在这里。']} />
      ) : (
        <Card fit="rows" className="inbox-card">
          {lists.toDo.map((line) => (
            <ToDoRow key={`${line.target.kind} ${line.target.id} ${line.notice?.id ?? ''}`} line={line} owed={owed} />
          ))}
        </Card>
      )}
      {news.length === 0 ? null : (
        <>
          <GroupTitle>给我看的，最近两件</GroupTitle>
          <News notices={news} owed={owed} />
        </>
      )}
    </>
  );
}

function News({ notices, owed }: { readonly notices: readonly NoticeView[]; readonly owed: Owed }) {
  return (
    <>
      <Card fit="rows" className="inbox-card">
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} owed={owed} />
        ))}
      </Card>
      <Footnote>打开就算收到，不用回复“收到”。</Footnote>
    </>
  );
}

function ToKnow({ lists, owed }: ListProps) {
  if (lists.toKnow.length > 0) return <News notices={lists.toKnow} owed={owed} />;
  return <StateView icon="inbox" title={EMPTY.toKnow} lines={['有新的会出现在这里。']} />;
}

function Inbox({ inbox, owed }: { readonly inbox: InboxView; readonly owed: Owed }) {
  const lists = listsOf(inbox, owed);
  const [tab, setTab] = useState<Tab>(hasNewsOnly(lists) ? 'toKnow' : 'toDo');
  usePageShown(() => {
    if (hasNewsOnly(lists)) setTab('toKnow');
  });
  const List = tab === 'toDo' ? ToDo : ToKnow;
  return (
    <>
      <Tabs lists={lists} tab={tab} onChoose={setTab} />
      <List lists={lists} owed={owed} />
    </>
  );
}

interface InboxProps {
  /** Ways on that a post has from here, on phones. */
  readonly ways?: ReactNode;
}

/** Notices: what asks something of this person, and what is for knowing. Opening one is the receipt. */
export function InboxScreen({ ways = null }: InboxProps) {
  const { isWide } = useDisplay();
  const query = useInbox();
  const owed = useOwed();
  return (
    <Screen title="收件" slot="inbox">
      {isWide ? null : ways}
      <Answered query={query}>{(inbox) => <Inbox inbox={inbox} owed={owed} />}</Answered>
    </Screen>
  );
}
