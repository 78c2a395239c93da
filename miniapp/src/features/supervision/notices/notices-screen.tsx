import { formatMoment } from '@jiannuo/shared/kernel';
import {
  articlesOf,
  NOTICE_KIND_RULES,
  type NoticeListView,
  type NoticeRow,
  type NoticeSort,
} from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { useDisplay } from '../../../platform/device/display';
import { openPage } from '../../../platform/navigation';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button, type ButtonLook } from '../../../ui/button/button';
import { Card, Footnote, GroupTitle } from '../../../ui/card/card';
import { hanging } from '../../../ui/heading/heading';
import { Sheet } from '../../../ui/overlay/dialog';
import { OlderRows } from '../../../ui/row/older-rows';
import { PaneRow } from '../../../ui/row/pane-row';
import { Row } from '../../../ui/row/row';
import { useShownRow } from '../../../ui/row/use-shown-row';
import { Screen } from '../../../ui/screen/screen';
import type { ScreenProps } from '../../../ui/screen/screen-props';
import { Answered, StateView } from '../../../ui/state/state-view';
import { StatusWord } from '../../../ui/status/status-word';
import { useNotice } from '../api/load-notice.api';
import { ALL_NOTICES, useNotices, type NoticeFilter } from '../api/load-notices.api';
import { NoticeBar } from './notice-bar';
import { NoticeDetail } from './notice-detail';
import { NoticeFilterLine } from './notice-filter';
import { groupsOf } from './notice-groups';
import { NoticeSteps } from './notice-steps';
import '../supervision.scss';
import { citedWords, rowWords } from './notice-words';
import { unitsWords } from '../supervision-words';

const TITLE = '督导';
const SECTION = 'supervision/notices';
const EMPTY_LINES = ['发的提示单、督办单都排在这里。', '到期没办的，会有督导建议。'];

function StateOf({ notice }: { readonly notice: NoticeRow }) {
  const { shape, text } = rowWords(notice, now());
  return (
    <View className="notice-state">
      <StatusWord shape={shape}>{text}</StatusWord>
    </View>
  );
}

/** Whom a notice goes to and how it stands; of a proposal its first line says both. */
function Below({ notice }: { readonly notice: NoticeRow }) {
  return (
    <View className="notice-below">
      <View>{unitsWords(notice)}</View>
      <StateOf notice={notice} />
    </View>
  );
}

interface ListProps {
  readonly view: NoticeListView;
  readonly filter: NoticeFilter;
  readonly onOlder: (before: string) => void;
}

function EmptyView({ filter }: { readonly filter: NoticeFilter }) {
  const isWhole = filter.unitId === null && filter.sort === null;
  return isWhole ? (
    <StateView icon="flag" title="还没发过通知" lines={EMPTY_LINES} />
  ) : (
    <StateView icon="flag" title="没有这样的通知" lines={['换一家单位或者一个种类再看。']} />
  );
}

function Cards({ view, filter, onOlder }: ListProps) {
  if (view.rows.length === 0) return <EmptyView filter={filter} />;
  return (
    <>
      <Reached view={view} filter={filter} />
      {groupsOf(view.rows, filter.sort === 'proposal').map(({ title, rows }) => (
        <View key={title}>
          <GroupTitle>{title}</GroupTitle>
          <Card fit="rows">
            {rows.map((notice) => (
              <Row
                key={notice.id}
                above={citedWords(notice)}
                title={notice.title === '' ? '还没写事项' : notice.title}
                {...(notice.state === 'proposed' ? {} : { below: <Below notice={notice} /> })}
                onPress={() => {
                  openPage('supervision/notice', { id: notice.id });
                }}
              />
            ))}
          </Card>
        </View>
      ))}
      <OlderRows hasMore={view.hasMore} end={view.rows.at(-1)?.at} onOlder={onOlder} />
      <Footnote>督导建议只提一次，不会自己发。</Footnote>
    </>
  );
}

/** 走到哪一级: on which rung the unit stands to which the list is narrowed. */
function Reached({ view: { reached }, filter }: Pick<ListProps, 'view' | 'filter'>) {
  if (filter.unitId === null || filter.sort !== null) return null;
  const words =
    reached === null
      ? '现在没有没办完的通知。'
      : `现在走到${reached.number}，${formatMoment(reached.issuedAt, now())}签发。`;
  return <View className="notice-reached t-s c-ink-2">{words}</View>;
}

/** Begins a new notice: which kind first. */
function NewNotice({ look, isBlock = false }: { readonly look: ButtonLook; readonly isBlock?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        look={look}
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
          verbs={NOTICE_KIND_RULES.map(({ kind, title }) => ({
            label: title,
            note: `工作制度${articlesOf(kind)}`,
            onPress: () => {
              openPage('supervision/write', { kind });
            },
          }))}
        />
      ) : null}
    </>
  );
}

/** The way to what circulars named of units. */
function CircularsLink() {
  return (
    <View className="circulars-way row">
      <Button
        look="link"
        onPress={() => {
          openPage('supervision/circulars');
        }}
      >
        通报点名
      </Button>
    </View>
  );
}

interface PaneProps extends ListProps {
  readonly onFilter: (filter: NoticeFilter) => void;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

function Pane({ view, filter, onFilter, openId, onOpen, onOlder }: PaneProps) {
  return (
    <>
      <View className="record-pane-top">
        <NewNotice look="weak" isBlock />
        <NoticeFilterLine filter={filter} onChoose={onFilter} />
        <CircularsLink />
      </View>
      <Reached view={view} filter={filter} />
      {groupsOf(view.rows, filter.sort === 'proposal').map(({ title, rows }) => (
        <View key={title}>
          <View className="notice-group t-xs c-ink-2">{title}</View>
          {rows.map((notice) => (
            <PaneRow
              key={notice.id}
              isOpen={notice.id === openId}
              onOpen={() => {
                onOpen(notice.id);
              }}
            >
              <View className="t-xs c-ink-2">{citedWords(notice)}</View>
              <View className={`t-s is-bold ${hanging(notice.title)}`}>
                {notice.title === '' ? '还没写事项' : notice.title}
              </View>
              {notice.state === 'proposed' ? null : (
                <View className="t-xs c-ink-2">
                  <Below notice={notice} />
                </View>
              )}
            </PaneRow>
          ))}
        </View>
      ))}
      <OlderRows hasMore={view.hasMore} end={view.rows.at(-1)?.at} onOlder={onOlder} />
    </>
  );
}

type Frame = Omit<ScreenProps, 'children' | 'bar'>;

/** One notice in a screen that stays while another one is opened: its list keeps its place. */
function OneNotice({ id, frame }: { readonly id: string; readonly frame: Frame }) {
  const { isWide } = useDisplay();
  const query = useNotice(id);
  const notice = query.data;
  const hasBar = notice !== undefined && notice.actions.length > 0;
  return (
    <Screen
      {...frame}
      {...(isWide && notice !== undefined ? { top: <NoticeSteps state={notice.state} /> } : {})}
      {...(hasBar ? { bar: <NoticeBar key={id} notice={notice} /> } : {})}
    >
      {notice === undefined ? (
        <Answered query={query}>{() => null}</Answered>
      ) : (
        <NoticeDetail key={id} notice={notice} />
      )}
    </Screen>
  );
}

/** The list that is narrowed to a filter, at first to a sort: where it is narrowed anew, it begins anew. */
function useList(sort: NoticeSort | null) {
  const [filter, setFilter] = useState<NoticeFilter>({ ...ALL_NOTICES, sort });
  const [before, setBefore] = useState<string | null>(null);
  const query = useNotices(before, filter);
  const onFilter = (next: NoticeFilter) => {
    setBefore(null);
    setFilter(next);
  };
  return { query, filter, onFilter, onOlder: setBefore };
}

interface NoticesProps {
  /** What the list is narrowed to at first; null for everything. */
  readonly sort: NoticeSort | null;
}

/** Wide windows: the list, and beside it the notice that is being read. */
function NoticesTable({ noticeId, sort }: NoticesProps & { readonly noticeId: string | null }) {
  const { query, ...list } = useList(sort);
  const view = query.data;
  const { shownId, show } = useShownRow(noticeId, view?.rows);
  const frame: Frame = {
    title: TITLE,
    section: SECTION,
    isTopLevel: true,
    ...(view === undefined ? {} : { list: <Pane view={view} {...list} openId={shownId} onOpen={show} /> }),
  };
  if (shownId !== null) return <OneNotice id={shownId} frame={frame} />;
  return (
    <Screen {...frame}>
      <Answered query={query}>{() => <EmptyView filter={list.filter} />}</Answered>
    </Screen>
  );
}

function NoticesPage({ sort }: NoticesProps) {
  const { query, onFilter, ...list } = useList(sort);
  return (
    <Screen
      title={TITLE}
      section={SECTION}
      bar={
        <StickyBar title="先起草" note="另一人核对后签发">
          <NewNotice look="primary" />
        </StickyBar>
      }
    >
      <View className="notice-filter">
        <NoticeFilterLine filter={list.filter} onChoose={onFilter} />
      </View>
      <Answered query={query}>{(view) => <Cards view={view} {...list} />}</Answered>
      <CircularsLink />
    </Screen>
  );
}

/** 督导: the lead unit's notices, and what waits for it. */
export function NoticesScreen({ sort }: NoticesProps) {
  const { isWide } = useDisplay();
  return isWide ? <NoticesTable noticeId={null} sort={sort} /> : <NoticesPage sort={sort} />;
}

/** One notice as a page: alone on a phone, with the list on wide windows. */
export function NoticeScreen({ noticeId }: { readonly noticeId: string }) {
  const { isWide } = useDisplay();
  if (isWide) return <NoticesTable noticeId={noticeId} sort={null} />;
  return <OneNotice id={noticeId} frame={{ title: '通知', section: SECTION }} />;
}
