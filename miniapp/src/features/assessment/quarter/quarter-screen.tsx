import { quarterName, type QuartersView, type QuarterView } from '@jiannuo/shared/assessment';
import { formatMoment, formatPeriod } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { useDisplay } from '../../../platform/device/display';
import { Button } from '../../../ui/button/button';
import { Card, Footnote, GroupTitle } from '../../../ui/card/card';
import { YearSwitch } from '../../../ui/due/year-switch';
import { factsInLine } from '../../../ui/ideographic-space';
import { Row } from '../../../ui/row/row';
import { Screen } from '../../../ui/screen/screen';
import { Answered, StateView } from '../../../ui/state/state-view';
import { StatusWord } from '../../../ui/status/status-word';
import { useQuarters } from '../api/load-quarters.api';
import '../scores/history.scss';
import { fileOfTelling, QuarterBar } from './quarter-bar';
import { openFile } from '../../../platform/files/open-file';
import { showToast } from '../../../ui/overlay/toast';
import { linesOf, QuarterCounties, type AskedInQuarter } from './quarter-table';
import { QuarterTrace } from './quarter-trace';

const TITLE = '季度成绩';
const SECTION = 'assessment/quarter';

/** The quarter to look at first: one that can be told, else the last with a score, else the last that has begun. */
function firstShown({ quarters, currentPeriod }: QuartersView): number | null {
  const begun = quarters.filter(({ periods }) => (periods[0] ?? '') <= currentPeriod);
  const scored = begun.filter(({ rows }) => rows.some(({ months }) => months.some(({ score }) => score !== null)));
  const first = quarters.find(({ mayTell }) => mayTell) ?? scored.at(-1) ?? begun.at(-1) ?? quarters[0];
  return first?.quarter ?? null;
}

interface QuarterProps {
  readonly year: number;
  readonly quarter: QuarterView;
}

/** How far each month of the quarter is, and what was told of it. */
function Months({ year, quarter }: QuarterProps) {
  const { periods, rows, toCome, told, earlier, mayTell } = quarter;
  return (
    <>
      <GroupTitle>{told === null ? '通报前看一眼' : '各月和通报'}</GroupTitle>
      <Card fit="rows">
        {periods.map((period) => {
          const isOpen = toCome.includes(period);
          const isOwed = rows.some(({ months }) => months.some((month) => month.period === period));
          const ending = isOwed ? '已通报' : '没有得分';
          return (
            <Row
              key={period}
              title={formatPeriod(period)}
              isStrong={false}
              aside={<StatusWord shape={isOpen ? 'gap' : 'done'}>{isOpen ? '还没通报' : ending}</StatusWord>}
            />
          );
        })}
        {(told === null ? earlier : [...earlier, told]).map((telling) => (
          <Row
            key={telling.number}
            title={`第${String(telling.number)}次通报`}
            below={factsInLine(
              formatMoment(telling.at, now()),
              telling === told && mayTell ? '之后有更正' : telling.byName,
            )}
            isStrong={false}
            onPress={() => void saveTelling(year, quarter.quarter, telling.number)}
            aside={<View className="t-s c-brand">导出</View>}
          />
        ))}
      </Card>
    </>
  );
}

async function saveTelling(year: number, quarter: number, number: number): Promise<void> {
  const { path, name } = fileOfTelling(year, quarter, number);
  if (!(await openFile(path, `${name}.xlsx`))) showToast('没导出来，请再点一次');
}

interface TurnProps {
  readonly view: QuartersView;
  readonly shown: number;
  readonly onTurn: (quarter: number) => void;
}

/** Turns to the other quarters that have begun. */
function QuarterSwitch({ view, shown, onTurn }: TurnProps) {
  const others = view.quarters.filter(
    ({ quarter, periods }) => quarter !== shown && (periods[0] ?? '') <= view.currentPeriod,
  );
  return (
    <View className="row">
      {others.map(({ quarter }) => (
        <Button
          key={quarter}
          look="link"
          onPress={() => {
            onTurn(quarter);
          }}
        >
          {`看${quarterName(quarter)}`}
        </Button>
      ))}
    </View>
  );
}

interface ShownProps extends QuarterProps, Omit<Parameters<typeof QuarterCounties>[0], 'quarter'> {}

function Quarter({ year, quarter, end, onAsk }: ShownProps) {
  const { isWide } = useDisplay();
  const { told, mayTell } = quarter;
  if (quarter.rows.length === 0) {
    return <StateView icon="bars" title="这个季度还没有月份" lines={['月度得分通报后，各县的成绩会排在这里。']} />;
  }
  return (
    <>
      <QuarterCounties quarter={quarter} end={end} onAsk={onAsk} />
      {told !== null && mayTell ? (
        <Footnote>{`表里是第${String(told.number)}次通报的成绩，之后的更正写在旁边，再通报后生效。`}</Footnote>
      ) : null}
      <Footnote>按公文顺序排列，不排名次。只用已通报的月度得分，每个分都能点开看来由。</Footnote>
      {isWide ? null : <Months year={year} quarter={quarter} />}
    </>
  );
}

/** The bars of a year end where a full month does, or at the next round number above every score. */
const FULL = 50;
const ROUND = 10;

function endOf({ quarters }: QuartersView): number {
  const rows = quarters.flatMap((quarter) => linesOf(quarter).map(({ row }) => row));
  const scores = rows.flatMap(({ months }) => months.map(({ score }) => Number(score ?? '0')));
  return Math.max(FULL, Math.ceil(Math.max(0, ...scores) / ROUND) * ROUND);
}

interface YearProps {
  readonly view: QuartersView;
  /** The quarter that was asked for; the first that is worth looking at where none was. */
  readonly asked: number | null;
  readonly onYear: (year: number) => void;
}

/** A year's quarters, one at a time. */
function Year({ view, asked: first, onYear }: YearProps) {
  const { isWide } = useDisplay();
  const [chosen, setChosen] = useState(first);
  const [asked, setAsked] = useState<AskedInQuarter | null>(null);
  const shown = chosen ?? firstShown(view);
  const quarter = view.quarters.find((each) => each.quarter === shown);
  if (quarter === undefined) {
    return (
      <Screen title={TITLE} section={SECTION} isTopLevel isOnSurface top={<YearSwitch view={view} onTurn={onYear} />}>
        <StateView icon="bars" title="这一年没有整季度的考评" lines={['考评周期里够三个月才有季度成绩。']} />
      </Screen>
    );
  }
  const trace =
    asked === null ? null : (
      <QuarterTrace
        quarter={quarter}
        asked={asked}
        onAsk={setAsked}
        onClose={() => {
          setAsked(null);
        }}
      />
    );
  const turn = (to: number) => {
    setAsked(null);
    setChosen(to);
  };
  return (
    <Screen
      title={`${String(view.year)}年${quarterName(quarter.quarter)}成绩`}
      section={SECTION}
      isTopLevel
      isOnSurface
      top={
        <View className="row row-wrap">
          <QuarterSwitch view={view} shown={quarter.quarter} onTurn={turn} />
          <YearSwitch view={view} onTurn={onYear} />
        </View>
      }
      bar={<QuarterBar key={quarter.quarter} year={view.year} quarter={quarter} />}
      {...(isWide ? { rail: trace ?? <Months year={view.year} quarter={quarter} /> } : {})}
    >
      <Quarter year={view.year} quarter={quarter} end={endOf(view)} onAsk={setAsked} />
      {isWide ? null : trace}
    </Screen>
  );
}

/** A quarter of a year, from 1. */
export interface AskedQuarter {
  readonly year: number;
  readonly quarter: number;
}

/** 季度成绩: the counties' quarter and its 通报, for the lead unit alone (art. 12). */
export function QuarterScreen({ asked }: { readonly asked: AskedQuarter | null }) {
  const [year, setYear] = useState(asked?.year ?? null);
  const query = useQuarters(year);
  if (query.data !== undefined) {
    const { data } = query;
    const quarter = data.year === asked?.year ? asked.quarter : null;
    return <Year key={data.year} view={data} asked={quarter} onYear={setYear} />;
  }
  return (
    <Screen title={TITLE} section={SECTION} isTopLevel isOnSurface>
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}
