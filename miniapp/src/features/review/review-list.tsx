import { addMonths, formatMoment, formatPeriod, type Period } from '@jiannuo/shared/kernel';
import type { ReviewListView, ReviewRow } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { Card, GroupTitle } from '../../ui/card/card';
import { Icon } from '../../ui/icon/icon';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { Row } from '../../ui/row/row';
import { StateView } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import { unsentRemarks } from './remark-store';
import { stateWords } from './review-words';

/** A month's reports as the reviewer counts them. */
export interface ReviewGroups {
  readonly waiting: readonly ReviewRow[];
  readonly seen: readonly ReviewRow[];
}

/** Those that wait for the reviewer first, in order of arrival. */
export function groupsOf({ rows }: ReviewListView): ReviewGroups {
  return {
    waiting: rows.filter(({ state }) => state === 'submitted'),
    seen: rows.filter(({ state }) => state !== 'submitted'),
  };
}

function statusOf(row: ReviewRow, isOpen: boolean) {
  const unsent = row.state === 'submitted' ? unsentRemarks(row.reportId) : 0;
  if (isOpen && row.state === 'submitted') return { shape: 'doing' as const, text: '正在看' };
  return unsent === 0 ? stateWords(row.state) : { shape: 'doing' as const, text: `写了${String(unsent)}处` };
}

function factsOf(row: ReviewRow): string {
  return factsInLine(formatMoment(row.submittedAt, now()), `第${String(row.version)}版`, row.isOnTime ? '' : '迟报');
}

interface ReviewPaneProps {
  readonly list: ReviewListView;
  readonly openId: string | null;
  readonly onOpen: (reportId: string) => void;
}

function PaneRow({
  row,
  isOpen,
  onOpen,
}: { readonly row: ReviewRow; readonly isOpen: boolean } & Pick<ReviewPaneProps, 'onOpen'>) {
  const { shape, text } = statusOf(row, isOpen);
  return (
    <Pressable
      className={`review-row ${isOpen ? 'is-open' : ''}`}
      label={`${row.unitName}，${text}，${factsOf(row)}`}
      onPress={() => {
        onOpen(row.reportId);
      }}
    >
      <View className="row row-wrap between">
        <View className="t-s is-bold">{row.unitName}</View>
        <StatusWord shape={shape}>{text}</StatusWord>
      </View>
      <View className="t-xs c-ink-2">{factsOf(row)}</View>
    </Pressable>
  );
}

/** The list beside the report, on wide windows. */
export function ReviewPane({ list, openId, onOpen }: ReviewPaneProps) {
  const { waiting, seen } = groupsOf(list);
  const rowOf = (row: ReviewRow) => (
    <PaneRow key={row.reportId} row={row} isOpen={row.reportId === openId} onOpen={onOpen} />
  );
  return (
    <View>
      {waiting.map(rowOf)}
      {seen.length === 0 ? null : <View className="review-seen t-xs c-ink-2">已看过</View>}
      {seen.map(rowOf)}
      {list.rows.length === 0 ? <View className="review-seen t-s c-ink-2">这个月还没有交来的。</View> : null}
    </View>
  );
}

function Rows({ rows, onOpen }: { readonly rows: readonly ReviewRow[]; readonly onOpen: (reportId: string) => void }) {
  return (
    <Card fit="rows">
      {rows.map((row) => {
        const { shape, text } = statusOf(row, false);
        return (
          <Row
            key={row.reportId}
            title={row.unitName}
            below={factsOf(row)}
            aside={<StatusWord shape={shape}>{text}</StatusWord>}
            onPress={() => {
              onOpen(row.reportId);
            }}
          />
        );
      })}
    </Card>
  );
}

/** A month in which nothing has come yet. */
export function NothingIn({ period }: { readonly period: Period }) {
  return <StateView icon="report" title={`${formatPeriod(period)}还没有交来的`} lines={['单位交了，就排在这里。']} />;
}

/** The list as a screen of its own, on phones. */
export function ReviewCards({ list, onOpen }: Omit<ReviewPaneProps, 'openId'>) {
  const { waiting, seen } = groupsOf(list);
  if (list.rows.length === 0) return <NothingIn period={list.period} />;
  return (
    <>
      {waiting.length === 0 ? (
        <StateView icon="check" tone="done" title="都看过了" />
      ) : (
        <Rows rows={waiting} onOpen={onOpen} />
      )}
      {seen.length === 0 ? null : (
        <>
          <GroupTitle>{`已看过 ${String(seen.length)}份`}</GroupTitle>
          <Rows rows={seen} onOpen={onOpen} />
        </>
      )}
    </>
  );
}

interface MonthStepProps {
  readonly period: Period;
  readonly latest: Period;
  readonly onGo: (period: Period) => void;
}

/** To the month before and, where there is one, the month after. */
export function MonthStep({ period, latest, onGo }: MonthStepProps) {
  const before = addMonths(period, -1);
  const after = addMonths(period, 1);
  return (
    <View className="row">
      <Pressable
        className="month-step t-s c-ink-2"
        onPress={() => {
          onGo(before);
        }}
      >
        <Icon name="left" size="small" />
        <View className="gap-1">{formatPeriod(before)}</View>
      </Pressable>
      {after > latest ? null : (
        <Pressable
          className="month-step t-s c-ink-2"
          onPress={() => {
            onGo(after);
          }}
        >
          <View>{formatPeriod(after)}</View>
          <Icon name="right" size="small" />
        </Pressable>
      )}
    </View>
  );
}

/** How many wait, were sent back, were accepted. */
export function ReviewSums({ list }: { readonly list: ReviewListView }) {
  const count = (state: ReviewRow['state']) => list.rows.filter((row) => row.state === state).length;
  const waiting = count('submitted');
  return (
    <View className="row row-wrap review-sums t-s c-ink-2" aria-live="polite">
      <View className={waiting > 0 ? 'is-bold c-brand' : ''}>{`等我看 ${String(waiting)}`}</View>
      <View className="review-fact">{`已退回 ${String(count('returned'))}`}</View>
      <View className="review-fact">{`已收下 ${String(count('accepted'))}`}</View>
    </View>
  );
}

interface WaitingMonthsProps {
  readonly list: ReviewListView;
  readonly onGo: (period: Period) => void;
}

/** The other months in which reports wait to be looked at, each with its way there: they do not end with their month. */
export function WaitingMonths({ list, onGo }: WaitingMonthsProps) {
  const others = list.waiting.filter(({ period }) => period !== list.period);
  return (
    <>
      {others.map(({ period, count }) => (
        <Pressable
          key={period}
          className="waiting-month t-s is-bold c-brand"
          onPress={() => {
            onGo(period);
          }}
        >
          <View>{`${formatPeriod(period)}还有${String(count)}份没看`}</View>
          <Icon name="right" size="small" />
        </Pressable>
      ))}
    </>
  );
}
