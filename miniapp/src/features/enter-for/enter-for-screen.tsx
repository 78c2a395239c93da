import { addMonths, formatPeriod, periodOf, type Period } from '@jiannuo/shared/kernel';
import type { BoardView } from '@jiannuo/shared/obligations';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { beijingToday } from '../../platform/clock';
import { Icon } from '../../ui/icon/icon';
import { Pressable } from '../../ui/pressable/pressable';
import { Screen } from '../../ui/screen/screen';
import { ErrorView, LoadingView, StateView } from '../../ui/state/state-view';
import { useMonth } from './api/load-board.api';
import './enter-for.scss';
import { EntryChoice } from './entry-choice';
import { EntryForm } from './entry-form';
import { EntryResult } from './entry-result';
import { findThing, openUnitsOf } from './open-things';

interface MonthLineProps {
  readonly board: BoardView;
  readonly onGo: (period: Period) => void;
}

function MonthLine({ board, onGo }: MonthLineProps) {
  const { period, previousPeriod } = board;
  const after = addMonths(period, 1);
  const isLatest = after > periodOf(beijingToday());
  return (
    <View className="row row-wrap t-s">
      <View className="c-ink-2">{`${formatPeriod(period)}的`}</View>
      {previousPeriod === null ? null : (
        <Pressable
          className="entry-add c-brand gap-3"
          onPress={() => {
            onGo(previousPeriod);
          }}
        >
          <Icon name="left" size="small" />
          <View className="gap-1">{`补录${formatPeriod(previousPeriod)}`}</View>
        </Pressable>
      )}
      {isLatest ? null : (
        <Pressable
          className="entry-add c-brand gap-3"
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

interface EntryDeskProps extends MonthLineProps {
  readonly preselected: string | null;
  readonly onDone: (receipt: ReceiptView) => void;
}

/** Choosing and writing for one month. */
function EntryDesk({ board, onGo, preselected, onDone }: EntryDeskProps) {
  const [chosen, setChosen] = useState(preselected);
  const units = openUnitsOf(board);
  const found = findThing(units, chosen);
  const choice = (
    <>
      <MonthLine board={board} onGo={onGo} />
      <EntryChoice
        units={units}
        unit={found?.unit ?? null}
        thing={found?.thing ?? null}
        onChoose={(thing) => {
          setChosen(thing.obligationId);
        }}
      />
    </>
  );
  if (found !== null) {
    return (
      <EntryForm
        key={found.thing.obligationId}
        period={board.period}
        unit={found.unit}
        thing={found.thing}
        choice={choice}
        onDone={onDone}
      />
    );
  }
  return (
    <Screen title="代录来件" section="home" isOnSurface>
      <View className="entry-form">
        {chosen === null ? null : <View className="t-s c-soon">这一项已经报了或免报了，请另选一家。</View>}
        {choice}
      </View>
      {units.length === 0 ? (
        <StateView
          icon="check"
          tone="done"
          title={`${formatPeriod(board.period)}的都报了`}
          lines={['没有要代录的。']}
        />
      ) : null}
    </Screen>
  );
}

interface EnterForProps {
  /** What the page was opened for, and its month when the caller knows it. */
  readonly obligationId: string | null;
  readonly period: Period | null;
}

/** The month in which the preselected thing lies; it looks back month by month when the caller named none. */
function useMonthOf({ obligationId, period }: EnterForProps) {
  const [month, setMonth] = useState<Period>(period ?? periodOf(beijingToday()));
  const [isLooking, setIsLooking] = useState(obligationId !== null && period === null);
  const query = useMonth(month);
  const board = query.data;
  useEffect(() => {
    if (!isLooking || board === undefined) return;
    const isHere = board.rows.some(({ cells }) => cells.some((cell) => cell?.obligationId === obligationId));
    if (isHere || board.previousPeriod === null) setIsLooking(false);
    else setMonth(board.previousPeriod);
  }, [board, isLooking, obligationId]);
  return { query, board: isLooking ? undefined : board, setMonth };
}

/** 代录: what came by e-mail, on paper, by fax or telephone counts like a hand-in in the app. */
export function EnterForScreen(props: EnterForProps) {
  const { query, board, setMonth } = useMonthOf(props);
  const [receipt, setReceipt] = useState<ReceiptView | null>(null);
  const [preselected, setPreselected] = useState(props.obligationId);
  if (receipt !== null) {
    return (
      <EntryResult
        receipt={receipt}
        onNext={() => {
          setPreselected(null);
          setReceipt(null);
        }}
      />
    );
  }
  if (board !== undefined) {
    return <EntryDesk key={board.period} board={board} onGo={setMonth} preselected={preselected} onDone={setReceipt} />;
  }
  return (
    <Screen title="代录来件" section="home">
      {query.error === null ? (
        <LoadingView />
      ) : (
        <ErrorView error={query.error} onRetry={() => void query.refetch()} safe="存着的都在这台设备里。" />
      )}
    </Screen>
  );
}
