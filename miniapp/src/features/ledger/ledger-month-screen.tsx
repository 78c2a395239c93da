import { addMonths, formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { type LedgerMonthView, type LedgerRowView } from '@jiannuo/shared/ledger';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { now } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { openPage, replacePage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { SaveLine } from '../../ui/bar/sticky-bar';
import { GroupTitle } from '../../ui/card/card';
import { savedWords } from '../../ui/due/saved-words';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { Pressable } from '../../ui/pressable/pressable';
import { Screen } from '../../ui/screen/screen';
import { SectionCard } from '../../ui/section-card/section-card';
import { Answered, StateView } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import { useLedgerMonth } from './api/load-month.api';
import './ledger.scss';
import { leadWords, markOf, rowWords } from './ledger-words';
import { RowBar } from './row-bar';
import { RowBody, RowPlan } from './row-body';
import { useRowDrafts, type LedgerSaveState, type RowDrafts } from './use-row-drafts';

interface LedgerMonthScreenProps {
  /** null for the month that runs, or the nearest one of the year. */
  readonly period: Period | null;
  /** Another unit's month, as the lead unit reads it; null for one's own. */
  readonly unitId: string | null;
}

function LedgerSaveLine({
  state,
  view,
}: {
  readonly state: LedgerSaveState;
  readonly view: LedgerMonthView | undefined;
}) {
  const device = useDisplay().isWide ? '电脑' : '手机';
  const aside = <View>{view?.unitName ?? ''}</View>;
  if (state.kind === 'saving') return <SaveLine icon="cloud-up" text="正在保存" aside={aside} />;
  if (state.kind === 'on-device') {
    const isOffline = state.error.kind === 'offline';
    const text = isOffline ? `${savedWords(state.at, now())} 已存在${device}，还没到服务器` : state.error.sentence;
    return <SaveLine icon={isOffline ? 'cloud-off' : 'info'} isWarning={!isOffline} text={text} aside={aside} />;
  }
  if (state.at !== null) {
    return <SaveLine icon="cloud" text={`${savedWords(state.at, now())} 已保存到${device}和服务器`} aside={aside} />;
  }
  return mayWrite(view) ? (
    <SaveLine icon="cloud" text="改了自动保存" aside={aside} />
  ) : (
    <SaveLine icon="info" text="这里不能填写" aside={aside} />
  );
}

function mayWrite(view: LedgerMonthView | undefined): boolean {
  return view === undefined || [...view.rows, ...view.recheck].some(({ actions }) => actions.includes('record'));
}

function MonthHead({ view }: { readonly view: LedgerMonthView }) {
  const done = view.rows.filter(({ state }) => state === 'done').length;
  const at = view.periods.indexOf(view.period);
  const go = (period: Period | undefined) =>
    period === undefined ? null : (
      <Pressable
        className="ledger-month t-s c-brand"
        onPress={() => {
          replacePage('ledger', { period, unitId: view.unitId });
        }}
      >
        {formatPeriod(period)}
      </Pressable>
    );
  return (
    <View className="ledger-head">
      <View className="row between row-wrap">
        <Heading level={2} className="t-1">
          {`${String(view.rows.length)}项措施，完成${String(done)}项`}
        </Heading>
        <View className="row">
          {at < 0 ? null : go(view.periods[at - 1])}
          {at < 0 ? null : go(view.periods[at + 1])}
          <Pressable
            className="ledger-month t-s c-brand"
            onPress={() => {
              openPage('ledger', { view: 'year' });
            }}
          >
            全年
          </Pressable>
        </View>
      </View>
      <View className="t-s c-ink-2">{leadWords(view.rows)}</View>
    </View>
  );
}

interface RowsProps {
  readonly view: LedgerMonthView;
  readonly rows: readonly LedgerRowView[];
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly drafts: RowDrafts;
}

function RowState({ row }: { readonly row: LedgerRowView }) {
  const { shape, text } = rowWords(row);
  return <StatusWord shape={shape}>{text}</StatusWord>;
}

function OpenRow({
  view,
  row,
  drafts,
}: {
  readonly view: LedgerMonthView;
  readonly row: LedgerRowView;
  readonly drafts: RowDrafts;
}) {
  const mayChange = row.actions.includes('record');
  return (
    <RowBody
      key={row.id}
      row={row}
      unitName={view.unitName}
      completion={drafts.completionOf(row)}
      files={view.attachments}
      target={view.headings.find(({ id }) => id === row.measure.headingId)?.target ?? null}
      onChange={
        mayChange
          ? (part) => {
              drafts.change(row, part);
            }
          : null
      }
    />
  );
}

function Cards({ view, rows, openId, onOpen, drafts }: RowsProps) {
  return (
    <>
      {rows.map((row) => (
        <SectionCard
          key={row.id}
          id={`row-${row.id}`}
          ordinal={markOf(view.headings, row.measure.headingId)}
          title={row.measure.title}
          shortTitle={row.measure.title}
          state={<RowState row={row} />}
          isOpen={row.id === openId}
          onToggle={() => {
            onOpen(row.id === openId ? null : row.id);
          }}
        >
          <View className="ledger-goal t-s c-ink-2">
            {[row.goal, row.timetable].filter((text) => text !== '').join('，')}
          </View>
          <OpenRow view={view} row={row} drafts={drafts} />
        </SectionCard>
      ))}
    </>
  );
}

/** The measures beside the one that is open, for wide windows. */
function RowLines({ view, rows, openId, onOpen }: Omit<RowsProps, 'drafts'>) {
  return (
    <View className="ledger-lines">
      {rows.map((row) => (
        <Pressable
          key={row.id}
          className={`ledger-line ${row.id === openId ? 'is-open' : ''}`}
          isCurrent={row.id === openId}
          onPress={() => {
            onOpen(row.id);
          }}
        >
          <View className="grow t-s">{`${markOf(view.headings, row.measure.headingId)}${row.measure.title}`}</View>
          <Icon name={ICONS[row.state]} size="small" className={COLOURS[row.state]} />
        </Pressable>
      ))}
    </View>
  );
}

const ICONS = { planned: 'ring', 'on-schedule': 'doing', done: 'done', returned: 'returned' } as const;
const COLOURS = { planned: 'c-ink-3', 'on-schedule': 'c-brand', done: 'c-done', returned: 'c-soon' } as const;

function Recheck({ view, ...rest }: RowsProps) {
  if (view.recheck.length === 0) return null;
  return (
    <>
      <GroupTitle>{`${formatPeriod(addMonths(view.period, -1))}记了按计划推进，请再看`}</GroupTitle>
      <Cards {...rest} view={view} rows={view.recheck} />
    </>
  );
}

function rowsOf(view: LedgerMonthView | undefined): readonly LedgerRowView[] {
  return view === undefined ? [] : [...view.rows, ...view.recheck];
}

/** The month as the server has it, with each row that a write gave back put in its place. */
function useMonth(period: Period | null, unitId: string | null) {
  const store = useQueryClient();
  const query = useLedgerMonth(period, unitId);
  const keep = useCallback(
    (row: LedgerRowView) => {
      const swap = (rows: readonly LedgerRowView[]) => rows.map((each) => (each.id === row.id ? row : each));
      store.setQueryData<LedgerMonthView>(QUERY_KEYS.ledgerMonth(period, unitId), (view) =>
        view === undefined ? view : { ...view, rows: swap(view.rows), recheck: swap(view.recheck) },
      );
    },
    [store, period, unitId],
  );
  return { query, drafts: useRowDrafts(keep) };
}

function Month({ view, ...rest }: Omit<RowsProps, 'rows'>) {
  const { isWide } = useDisplay();
  const all = rowsOf(view);
  const open = all.find(({ id }) => id === rest.openId);
  if (all.length === 0) {
    const title = `${formatPeriod(view.period)}没有列措施`;
    return <StateView icon="book" title={title} lines={['牵头单位列了，就在这里。']} />;
  }
  return (
    <>
      <MonthHead view={view} />
      {isWide && open !== undefined ? (
        <>
          <Heading level={3} className="t-2 ledger-title">
            {`${markOf(view.headings, open.measure.headingId)}${open.measure.title}`}
          </Heading>
          <OpenRow view={view} row={open} drafts={rest.drafts} />
        </>
      ) : (
        <>
          <Cards view={view} rows={view.rows} {...rest} />
          <Recheck view={view} rows={view.recheck} {...rest} />
        </>
      )}
    </>
  );
}

/** 台账: one unit's measures of a month, what is not done first (art. 9). */
export function LedgerMonthScreen({ period, unitId }: LedgerMonthScreenProps) {
  const { isWide } = useDisplay();
  const { query, drafts } = useMonth(period, unitId);
  const [chosen, setChosen] = useState<string | null>(null);
  const view = query.data;
  const all = rowsOf(view);
  const [first] = isWide ? all : [];
  const open = all.find(({ id }) => id === chosen) ?? first;
  const rows = { openId: open?.id ?? null, onOpen: setChosen, drafts };
  return (
    <Screen
      title={`${view === undefined ? '' : formatPeriod(view.period)}台账`}
      section="ledger"
      isTopLevel={unitId === null}
      isOnSurface={isWide}
      top={<LedgerSaveLine state={drafts.saveState} view={view} />}
      bar={open && <RowBar key={open.id} row={open} drafts={drafts} onDone={setChosen} />}
      list={view && open && <RowLines view={view} rows={all} {...rows} />}
      rail={open && <PlanRail row={open} />}
    >
      <Answered query={query}>{(month) => <Month view={month} {...rows} />}</Answered>
    </Screen>
  );
}

function PlanRail({ row }: { readonly row: LedgerRowView }) {
  return (
    <View className="ledger-rail">
      <Heading level={2} className="t-2">
        台账里这一项
      </Heading>
      <View className="t-s c-ink-2 ledger-title">{row.measure.task}</View>
      <RowPlan row={row} />
    </View>
  );
}
