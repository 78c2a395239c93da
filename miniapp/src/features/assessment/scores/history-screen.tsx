import {
  begunMonths,
  historyNotes,
  NUMBER_COLUMNS as COLUMNS,
  numbersOf,
  type HistoryMonth,
  type ScoreHistoryView,
  type ShownNumber,
} from '@jiannuo/shared/assessment';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { Fragment, useState } from 'react';
import { useDisplay } from '../../../platform/device/display';
import { openPage } from '../../../platform/navigation';
import { Card, Footnote } from '../../../ui/card/card';
import { YearSwitch } from '../../../ui/due/year-switch';
import { factsInLine } from '../../../ui/ideographic-space';
import { Pressable } from '../../../ui/pressable/pressable';
import { Row } from '../../../ui/row/row';
import { Screen } from '../../../ui/screen/screen';
import { Answered, StateView } from '../../../ui/state/state-view';
import { StatusWord } from '../../../ui/status/status-word';
import { useScoreHistory } from '../api/load-history.api';
import { ExportScores } from './export-scores';
import './history.scss';
import { aheadWords, stateWords } from './history-words';
import { endingIn, QuarterCard, QuarterLine } from '../quarter/county-quarter';
import { useShownTrace, type AskedNumber } from './number-trace';

const SECTION = { own: 'assessment/history', lead: 'assessment/scores' } as const;
const role = (name: string) => (IS_BROWSER ? { role: name } : {});

interface MonthsProps {
  readonly view: ScoreHistoryView;
  readonly asked: AskedNumber | null;
  readonly onAsk: (asked: AskedNumber) => void;
}

interface NumberProps extends Pick<MonthsProps, 'asked' | 'onAsk'> {
  readonly month: HistoryMonth;
  readonly number: ShownNumber;
  readonly unitName: string;
  readonly className: string;
  readonly isLabelled: boolean;
}

/** A number that opens into why. */
function Number({ month, number, unitName, asked, onAsk, className, isLabelled }: NumberProps) {
  const { assessmentId, period } = month;
  if (assessmentId === null) return null;
  const { key, label, value } = number;
  const isOpen = asked?.assessmentId === assessmentId && asked.key === key;
  return (
    <Pressable
      className={`${className} ${isOpen ? 'is-open' : ''}`}
      label={`${formatPeriod(period)}${label}${value}分，看来由`}
      onPress={() => {
        onAsk({ assessmentId, key, title: factsInLine(unitName, formatPeriod(period)) });
      }}
    >
      {isLabelled ? <View className="t-xs c-ink-2">{label}</View> : null}
      <View className={label === '折算后' ? 't-strong' : 't-body'}>{value}</View>
    </Pressable>
  );
}

/** Phones: a card a month, its numbers beside each other and below where there is no room. */
function MonthCards({ view, asked, onAsk }: MonthsProps) {
  return (
    <>
      {begunMonths(view).map((month) => {
        const { shape, text } = stateWords(month.state);
        return (
          <Fragment key={month.period}>
            <Card>
              <View className="row row-wrap between">
                <View className="t-strong">{formatPeriod(month.period)}</View>
                <StatusWord shape={shape}>{text}</StatusWord>
              </View>
              <View className="row row-wrap number-chips">
                {numbersOf(month).map((number) => (
                  <Number
                    key={number.label}
                    className="number-chip"
                    isLabelled
                    {...{ month, number, asked, onAsk, unitName: view.unitName }}
                  />
                ))}
              </View>
              {historyNotes(month).map((note) => (
                <View className="t-xs c-ink-2" key={note}>
                  {note}
                </View>
              ))}
            </Card>
            <QuarterCard quarter={endingIn(view, month)} months={view.months} />
          </Fragment>
        );
      })}
    </>
  );
}

/** Wide windows: a line a month, a column a step. */
function MonthTable({ view, asked, onAsk }: MonthsProps) {
  return (
    <View {...role('table')} aria-label={`${view.unitName}各月得分`}>
      <View className="score-row is-head t-xs c-ink-2" {...role('row')}>
        {['月份', ...COLUMNS, '状态'].map((title, index) => (
          <View className={headClass(index)} key={title} {...role('columnheader')}>
            {title}
          </View>
        ))}
      </View>
      {begunMonths(view).map((month) => {
        const { shape, text } = stateWords(month.state);
        const numbers = numbersOf(month);
        return (
          <Fragment key={month.period}>
            <View className="score-row" {...role('row')}>
              <View className="score-name t-s is-bold" {...role('cell')}>
                {formatPeriod(month.period)}
              </View>
              {COLUMNS.map((column) => (
                <View className="score-cell" key={column} {...role('cell')}>
                  {numbers
                    .filter((number) => number.column === column)
                    .map((number) => (
                      <Number
                        key={number.label}
                        className="score-number"
                        isLabelled={number.label !== column}
                        {...{ month, number, asked, onAsk, unitName: view.unitName }}
                      />
                    ))}
                </View>
              ))}
              <View className="score-state" {...role('cell')}>
                <StatusWord shape={shape}>{text}</StatusWord>
                {historyNotes(month).map((note) => (
                  <View className="t-xs c-ink-2" key={note}>
                    {note}
                  </View>
                ))}
              </View>
            </View>
            <QuarterLine quarter={endingIn(view, month)} months={view.months} columns={COLUMNS} />
          </Fragment>
        );
      })}
    </View>
  );
}

function headClass(index: number): string {
  if (index === 0) return 'score-name';
  return index > COLUMNS.length ? 'score-state' : 'score-cell';
}

function Months(props: MonthsProps) {
  const { isWide } = useDisplay();
  const { view } = props;
  if (view.months.length === 0) {
    return (
      <StateView icon="bars" title={`${String(view.year)}年没有考评得分`} lines={['考评的是县（市、区）专班。']} />
    );
  }
  const ahead = aheadWords(view.periods, view.currentPeriod);
  return (
    <>
      <View className="score-months">{isWide ? <MonthTable {...props} /> : <MonthCards {...props} />}</View>
      <Footnote>{`每个分都能点开看数据、算法和依据。${ahead ?? ''}`}</Footnote>
    </>
  );
}

/** On phones; on wide windows the side navigation leads there. */
function YearWay() {
  return (
    <Card fit="rows">
      <Row
        title="年度成绩"
        below="全年的成绩和来由"
        onPress={() => {
          openPage('assessment/year');
        }}
      />
    </Card>
  );
}

/** The file of the year: every number with its trace. */
function ExportYear({ view, isOwn }: Pick<MonthsProps, 'view'> & { readonly isOwn: boolean }) {
  const { isWide } = useDisplay();
  const { year, unitId, unitName, months } = view;
  if (months.length === 0) return null;
  const of = isOwn ? '' : `&unitId=${unitId}`;
  return (
    <ExportScores
      look={isWide ? 'plain' : 'link'}
      path={`/api/scores/history/export?year=${String(year)}${of}`}
      name={`${unitName}${String(year)}年考评得分`}
    >
      {isWide ? '导出' : '导出全年得分'}
    </ExportScores>
  );
}

/** On phones: the file of the year, and a county's way to its annual result. */
function Foot({ view, isOwn }: { readonly view: ScoreHistoryView | undefined; readonly isOwn: boolean }) {
  return (
    <>
      {view === undefined ? null : <ExportYear view={view} isOwn={isOwn} />}
      {isOwn ? <YearWay /> : null}
    </>
  );
}

interface TopProps extends Pick<MonthsProps, 'view'> {
  readonly isOwn: boolean;
  readonly onTurn: (year: number) => void;
}

/** The years beside, and on wide windows the file of this one. */
function Top({ view, isOwn, onTurn }: TopProps) {
  const { isWide } = useDisplay();
  return (
    <View className="row">
      <YearSwitch view={view} onTurn={onTurn} />
      {isWide ? <ExportYear view={view} isOwn={isOwn} /> : null}
    </View>
  );
}

interface HistoryScreenProps {
  /** The county that the lead unit looks at; null is the reader's own. */
  readonly unitId: string | null;
}

/** 考评得分: a county's months over the year, each number with how it came about. */
export function HistoryScreen({ unitId }: HistoryScreenProps) {
  const { isWide } = useDisplay();
  const [year, setYear] = useState<number | null>(null);
  const [asked, setAsked] = useState<AskedNumber | null>(null);
  const query = useScoreHistory(unitId, year);
  const { rail, sheet } = useShownTrace(asked, () => {
    setAsked(null);
  });
  const view = query.data;
  const name = unitId === null || view === undefined ? '' : view.unitName;
  return (
    <Screen
      title={`${name}${view === undefined ? '' : `${String(view.year)}年`}考评得分`}
      section={unitId === null ? SECTION.own : SECTION.lead}
      isTopLevel={unitId === null}
      isOnSurface
      isRailWork
      {...(view === undefined ? {} : { top: <Top view={view} isOwn={unitId === null} onTurn={setYear} /> })}
      {...(rail === null ? {} : { rail })}
    >
      <Answered query={query}>{(data) => <Months view={data} asked={asked} onAsk={setAsked} />}</Answered>
      {isWide ? null : <Foot view={view} isOwn={unitId === null} />}
      {sheet}
    </Screen>
  );
}
