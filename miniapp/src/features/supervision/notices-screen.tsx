import { NOTICE_KIND_RULES, type NoticeListView, type NoticeRow, type NoticeView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { Sheet } from '../../ui/overlay/dialog';
import { OlderRows } from '../../ui/row/older-rows';
import { PaneRow } from '../../ui/row/pane-row';
import { Row } from '../../ui/row/row';
import { useShownRow } from '../../ui/row/use-shown-row';
import { Screen } from '../../ui/screen/screen';
import type { ScreenProps } from '../../ui/screen/screen-props';
import { Answered, StateView } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import { useNotice } from './api/load-notice.api';
import { useNotices } from './api/load-notices.api';
import { NoticeBar } from './notice-bar';
import { NoticeDetail } from './notice-detail';
import './supervision.scss';
import { noticeWords, unitsWords } from './supervision-words';

const TITLE = '督导';
const SECTION = 'supervision/notices';
const EMPTY_LINES = ['发的提示单、督办单都排在这里。', '到期没办的，会有督导建议。'];

/** What a row says of its tickets, or null where there is nothing to say. */
function progressWords({ state, tickets }: NoticeRow): string | null {
  if (state !== 'issued' || tickets.all === 0) return null;
  if (tickets.waiting > 0) return `${String(tickets.waiting)}家等您看`;
  if (tickets.overdue > 0) return `${String(tickets.overdue)}家超期`;
  return `${String(tickets.over)}/${String(tickets.all)}家办完`;
}

function StateOf({ notice }: { readonly notice: NoticeRow }) {
  const words = progressWords(notice);
  const { shape, text } = noticeWords(notice.state);
  if (words === null) return <StatusWord shape={shape}>{text}</StatusWord>;
  const { waiting, overdue, over, all } = notice.tickets;
  if (waiting > 0) return <StatusWord shape="doing">{words}</StatusWord>;
  if (overdue > 0) return <StatusWord shape="late">{words}</StatusWord>;
  return <StatusWord shape={over === all ? 'done' : 'not-yet'}>{words}</StatusWord>;
}

function isWaiting({ state, tickets }: NoticeRow): boolean {
  return ['proposed', 'draft', 'checking', 'checked'].includes(state) || tickets.waiting > 0;
}

interface ListProps {
  readonly view: NoticeListView;
  readonly onOlder: (before: string) => void;
}

function Cards({ view, onOlder }: ListProps) {
  if (view.rows.length === 0) return <StateView icon="flag" title="还没发过通知" lines={EMPTY_LINES} />;
  const groups = [
    ['等您办的', view.rows.filter(isWaiting)],
    ['其他', view.rows.filter((row) => !isWaiting(row))],
  ] as const;
  return (
    <>
      {groups.map(([title, rows]) =>
        rows.length === 0 ? null : (
          <View key={title}>
            <GroupTitle>{title}</GroupTitle>
            <Card fit="rows">
              {rows.map((notice) => (
                <Row
                  key={notice.id}
                  above={notice.number}
                  title={notice.title === '' ? '还没写事项' : notice.title}
                  below={unitsWords(notice)}
                  aside={<StateOf notice={notice} />}
                  onPress={() => {
                    openPage('supervision/notice', { id: notice.id });
                  }}
                />
              ))}
            </Card>
          </View>
        ),
      )}
      <OlderRows hasMore={view.hasMore} end={view.rows.at(-1)?.at} onOlder={onOlder} />
      <Footnote>督导建议只提一次，不会自己发。</Footnote>
    </>
  );
}

/** Begins a new notice: which kind first. */
function NewNotice({ isBlock = false }: { readonly isBlock?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        look="weak"
        icon="pencil"
        isBlock={isBlock}
        onPress={() => {
          setIsOpen(true);
        }}
      >
        新建通知
      </Button>
      {isOpen ? (
        <Sheet
          title="新建哪一种"
          onClose={() => {
            setIsOpen(false);
          }}
          verbs={NOTICE_KIND_RULES.map(({ kind, title, article }) => ({
            label: title,
            note: `工作制度${article}`,
            onPress: () => {
              openPage('supervision/write', { kind });
            },
          }))}
        />
      ) : null}
    </>
  );
}

interface PaneProps extends ListProps {
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

function Pane({ view, openId, onOpen, onOlder }: PaneProps) {
  return (
    <>
      <View className="record-pane-top">
        <NewNotice isBlock />
      </View>
      {view.rows.map((notice) => (
        <PaneRow
          key={notice.id}
          isOpen={notice.id === openId}
          onOpen={() => {
            onOpen(notice.id);
          }}
        >
          <View className="t-xs c-ink-2">{notice.number}</View>
          <View className="t-s is-bold">{notice.title === '' ? '还没写事项' : notice.title}</View>
          <View className="row row-wrap between">
            <View className="t-xs c-ink-2">{unitsWords(notice)}</View>
            <StateOf notice={notice} />
          </View>
        </PaneRow>
      ))}
      <OlderRows hasMore={view.hasMore} end={view.rows.at(-1)?.at} onOlder={onOlder} />
    </>
  );
}

type Frame = Omit<ScreenProps, 'children' | 'bar'>;

function Opened({ notice, frame }: { readonly notice: NoticeView; readonly frame: Frame }) {
  return (
    <Screen {...frame} {...(notice.actions.length === 0 ? {} : { bar: <NoticeBar notice={notice} /> })}>
      <NoticeDetail notice={notice} />
    </Screen>
  );
}

function OneNotice({ id, frame }: { readonly id: string; readonly frame: Frame }) {
  const query = useNotice(id);
  if (query.data !== undefined) return <Opened key={id} notice={query.data} frame={frame} />;
  return (
    <Screen {...frame}>
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}

/** Wide windows: the list, and beside it the notice that is being read. */
function NoticesTable({ noticeId }: { readonly noticeId: string | null }) {
  const [before, setBefore] = useState<string | null>(null);
  const query = useNotices(before);
  const view = query.data;
  const { shownId, show } = useShownRow(noticeId, view?.rows);
  const frame: Frame = {
    title: TITLE,
    section: SECTION,
    isTopLevel: true,
    ...(view === undefined ? {} : { list: <Pane view={view} openId={shownId} onOpen={show} onOlder={setBefore} /> }),
  };
  if (shownId !== null) return <OneNotice id={shownId} frame={frame} />;
  return (
    <Screen {...frame}>
      <Answered query={query}>{() => <StateView icon="flag" title="还没发过通知" lines={EMPTY_LINES} />}</Answered>
    </Screen>
  );
}

function NoticesPage() {
  const [before, setBefore] = useState<string | null>(null);
  const query = useNotices(before);
  return (
    <Screen title={TITLE} section={SECTION}>
      <View className="record-new row">
        <NewNotice />
      </View>
      <Answered query={query}>{(view) => <Cards view={view} onOlder={setBefore} />}</Answered>
    </Screen>
  );
}

/** 督导: the lead unit's notices, and what waits for it. */
export function NoticesScreen() {
  const { isWide } = useDisplay();
  return isWide ? <NoticesTable noticeId={null} /> : <NoticesPage />;
}

/** One notice as a page: alone on a phone, with the list on wide windows. */
export function NoticeScreen({ noticeId }: { readonly noticeId: string }) {
  const { isWide } = useDisplay();
  if (isWide) return <NoticesTable noticeId={noticeId} />;
  return <OneNotice id={noticeId} frame={{ title: '通知', section: SECTION }} />;
}
