import { SCORES_NOTE, type ScoreMatrixView } from '@jiannuo/shared/assessment';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDisplay } from '../../../platform/device/display';
import { openPage } from '../../../platform/navigation';
import { Button } from '../../../ui/button/button';
import { Card, Footnote } from '../../../ui/card/card';
import { MonthSwitch } from '../../../ui/due/month-switch';
import { YearSwitch } from '../../../ui/due/year-switch';
import { factsInLine } from '../../../ui/ideographic-space';
import { Row } from '../../../ui/row/row';
import { Screen } from '../../../ui/screen/screen';
import { Answered, StateView } from '../../../ui/state/state-view';
import { StatusWord } from '../../../ui/status/status-word';
import { useScores } from '../api/load-scores.api';
import { askedOf, type AskedCell } from './asked-cell';
import { ExportScores } from './export-scores';
import './history.scss';
import { stateWords } from './history-words';
import { useShownTrace } from './number-trace';
import { ScoresTable } from './scores-table';

const TITLE = '各县得分';

interface MatrixProps {
  readonly view: ScoreMatrixView;
  readonly onAsk: (asked: AskedCell) => void;
}

function openCounty(unitId: string): void {
  openPage('assessment/history', { unitId });
}

/** Phones: one month of all counties, in the official order. */
function MonthList({ view, onAsk }: MatrixProps) {
  const { periods, currentPeriod, rows } = view;
  const [period, setPeriod] = useState<Period>(() => latestScored(view));
  const at = periods.indexOf(period);
  const next = periods[at + 1] ?? null;
  return (
    <>
      <View className="row between county-head">
        <View className="t-1">{formatPeriod(period)}</View>
        <MonthSwitch
          previous={periods[at - 1] ?? null}
          next={next !== null && next <= currentPeriod ? next : null}
          onTurn={setPeriod}
        />
      </View>
      <Card fit="rows">
        {rows.map((row) => {
          const cell = row.cells.find((each) => each.period === period);
          if (cell === undefined) return null;
          const { shape, text } = stateWords(cell.state);
          const asked = askedOf(row, cell);
          return (
            <Row
              key={row.unitId}
              title={row.unitName}
              below={<StatusWord shape={shape}>{cell.isCorrected ? factsInLine(text, '有更正') : text}</StatusWord>}
              aside={<View className="t-2">{cell.score ?? ''}</View>}
              onPress={() => {
                if (asked === null) openCounty(row.unitId);
                else onAsk(asked);
              }}
            />
          );
        })}
      </Card>
      <ExportScores
        look="link"
        path={`/api/scores/export?year=${String(view.year)}&period=${period}`}
        name={`${formatPeriod(period, true)}各县考评得分`}
      >
        {`导出${formatPeriod(period)}得分`}
      </ExportScores>
    </>
  );
}

/** The month to look at first: the last one that has a number, else the running one. */
function latestScored({ periods, rows, currentPeriod }: ScoreMatrixView): Period {
  const scored = periods.filter((period) =>
    rows.some(({ cells }) => cells.some((cell) => cell.period === period && cell.score !== null)),
  );
  return scored.at(-1) ?? (periods.includes(currentPeriod) ? currentPeriod : (periods.at(-1) ?? currentPeriod));
}

function Matrix(props: MatrixProps & { readonly asked: AskedCell | null }) {
  const { isWide } = useDisplay();
  const { view } = props;
  if (view.rows.length === 0) {
    return <StateView icon="bars" title="还没有要考评的县" lines={['到了月份，各县的得分会排在这里。']} />;
  }
  return (
    <>
      {isWide ? (
        <View className="score-months">
          <ScoresTable {...props} onOpenCounty={openCounty} />
        </View>
      ) : (
        <MonthList {...props} />
      )}
      <Footnote>{SCORES_NOTE}</Footnote>
    </>
  );
}

/** The years beside, and on wide windows the file of this one. */
function Top({ view, onTurn }: Pick<MatrixProps, 'view'> & { readonly onTurn: (year: number) => void }) {
  const { isWide } = useDisplay();
  const year = String(view.year);
  return (
    <View className="row">
      <YearSwitch view={view} onTurn={onTurn} />
      {isWide && view.rows.length > 0 ? (
        <ExportScores look="plain" path={`/api/scores/export?year=${year}`} name={`${year}年各县考评得分`}>
          导出
        </ExportScores>
      ) : null}
    </View>
  );
}

/** 各县得分: all counties' months side by side, for the lead unit alone. */
export function ScoresScreen() {
  const [year, setYear] = useState<number | null>(null);
  const [asked, setAsked] = useState<AskedCell | null>(null);
  const query = useScores(year);
  const view = query.data;
  const close = () => {
    setAsked(null);
  };
  const more =
    asked === null ? undefined : (
      <Button
        look="link"
        onPress={() => {
          close();
          openCounty(asked.unitId);
        }}
      >
        看这个县的全年
      </Button>
    );
  const { rail, sheet } = useShownTrace(asked, close, more);
  return (
    <Screen
      title={view === undefined ? TITLE : `${String(view.year)}年${TITLE}`}
      section="assessment/scores"
      isTopLevel
      isOnSurface
      isRailWork
      {...(view === undefined ? {} : { top: <Top view={view} onTurn={setYear} /> })}
      {...(rail === null ? {} : { rail })}
    >
      <Answered query={query}>{(data) => <Matrix view={data} asked={asked} onAsk={setAsked} />}</Answered>
      {sheet}
    </Screen>
  );
}
