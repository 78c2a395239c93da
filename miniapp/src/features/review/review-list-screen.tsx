import { formatPeriod, periodOf, type Period } from '@jiannuo/shared/kernel';
import type { ReviewListView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useRef, useState, type ReactNode } from 'react';
import { beijingToday } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { openPage, replacePage, type Slot } from '../../platform/navigation';
import { Screen } from '../../ui/screen/screen';
import { Answered, ErrorView, LoadingView } from '../../ui/state/state-view';
import { useReviewedReport } from './api/load-report.api';
import { useReviews } from './api/load-reviews.api';
import { ReviewOf, type ReviewFrame } from './review-detail';
import { groupsOf, MonthStep, NothingIn, ReviewCards, ReviewPane, ReviewSums, WaitingMonths } from './review-list';
import './review.scss';

interface DeskProps {
  /** The report that the page was opened for; null on the slot, where the first one that waits is shown. */
  readonly reportId: string | null;
  readonly slot?: Slot;
}

function useMonth(reportId: string | null) {
  const opened = useReviewedReport(reportId).data?.period;
  const [chosen, setChosen] = useState<Period | null>(null);
  const latest = periodOf(beijingToday());
  return { period: chosen ?? opened ?? latest, latest, setChosen };
}

interface Waiting {
  readonly data: unknown;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

function NothingOpen({ query, period }: { readonly query: Waiting; readonly period: Period }) {
  if (query.data !== undefined) return <NothingIn period={period} />;
  return query.error === null ? (
    <LoadingView />
  ) : (
    <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  );
}

/** `审核5月招商月报`, as the year calls its reports. */
function titleOf(period: Period, list: ReviewListView | undefined): string {
  return `审核${formatPeriod(period)}${list?.reportTitle ?? ''}`;
}

function firstOf(list: ReviewListView | undefined): string | null {
  if (list === undefined) return null;
  const { waiting, seen } = groupsOf(list);
  return [...waiting, ...seen][0]?.reportId ?? null;
}

/** Opens the next report that waits; null when none but the shown one does. */
function nextOf(
  list: ReviewListView | undefined,
  shownId: string,
  open: (reportId: string) => void,
): (() => void) | null {
  const next = list === undefined ? undefined : groupsOf(list).waiting.find(({ reportId }) => reportId !== shownId);
  if (next === undefined) return null;
  return () => {
    open(next.reportId);
  };
}

/** Wide windows: the month's list, and beside it the report that is being read. */
function ReviewTable({ reportId, slot }: DeskProps) {
  const { period, latest, setChosen } = useMonth(reportId);
  const query = useReviews(period);
  const [openId, setOpenId] = useState<string | null>(reportId);
  const list = query.data;
  // The first one stays open after it is decided, although another is then the first that waits.
  const first = useRef<string | null>(null);
  first.current ??= firstOf(list);
  const shownId = openId ?? first.current;
  const goTo = (month: Period) => {
    setChosen(month);
    setOpenId(null);
    first.current = null;
  };
  const top = (
    <>
      {list === undefined ? null : <ReviewSums list={list} />}
      {list === undefined ? null : <WaitingMonths list={list} onGo={goTo} />}
      <MonthStep period={period} latest={latest} onGo={goTo} />
    </>
  );
  const screen: ReviewFrame['screen'] = {
    title: titleOf(period, list),
    top,
    ...(slot === undefined ? {} : { slot }),
    ...(list === undefined ? {} : { list: <ReviewPane list={list} openId={shownId} onOpen={setOpenId} /> }),
  };
  if (shownId !== null)
    return <ReviewOf key={shownId} reportId={shownId} frame={{ screen, onNext: nextOf(list, shownId, setOpenId) }} />;
  return (
    <Screen {...screen} section="work">
      <NothingOpen query={query} period={period} />
    </Screen>
  );
}

/** Phones: the list is a screen of its own, a tap opens the report. */
function ReviewRows({ more }: { readonly more?: ReactNode }) {
  const { period, latest, setChosen } = useMonth(null);
  const query = useReviews(period);
  return (
    <Screen title={titleOf(period, query.data)} slot="work">
      <View className="review-list-top row row-wrap between">
        {query.data === undefined ? <View /> : <ReviewSums list={query.data} />}
        <MonthStep period={period} latest={latest} onGo={setChosen} />
        {query.data === undefined ? null : <WaitingMonths list={query.data} onGo={setChosen} />}
      </View>
      <Answered query={query}>
        {(list) => (
          <ReviewCards
            list={list}
            onOpen={(reportId) => {
              openPage('review', { reportId });
            }}
          />
        )}
      </Answered>
      {more}
    </Screen>
  );
}

/** 审核, one of the lead unit's slots: what was handed in and waits to be read; on phones also what other subjects add. */
export function ReviewListScreen({ more }: { readonly more?: ReactNode }) {
  const { isWide } = useDisplay();
  return isWide ? <ReviewTable reportId={null} slot="work" /> : <ReviewRows more={more} />;
}

/** Phones: one report fills the page; once decided, the next one takes its place. */
function ReviewPage({ reportId }: { readonly reportId: string }) {
  const { period } = useMonth(reportId);
  const list = useReviews(period).data;
  const onNext = nextOf(list, reportId, (next) => {
    replacePage('review', { reportId: next });
  });
  return <ReviewOf reportId={reportId} frame={{ screen: { title: '审核月报' }, onNext }} />;
}

/** One report to review, as a page: alone on a phone, with its list on wide windows. */
export function ReviewScreen({ reportId }: { readonly reportId: string }) {
  const { isWide } = useDisplay();
  return isWide ? <ReviewTable reportId={reportId} /> : <ReviewPage reportId={reportId} />;
}
