import { toldYear, type AnnualRow, type AnnualView } from '@jiannuo/shared/assessment';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { useDisplay } from '../../../platform/device/display';
import { openPage } from '../../../platform/navigation';
import { Card, Footnote, GroupTitle } from '../../../ui/card/card';
import { YearSwitch } from '../../../ui/due/year-switch';
import { Sheet } from '../../../ui/overlay/dialog';
import { PaneHead } from '../../../ui/row/pane-head';
import { Row } from '../../../ui/row/row';
import { Screen } from '../../../ui/screen/screen';
import { Answered, StateView } from '../../../ui/state/state-view';
import { StatusWord } from '../../../ui/status/status-word';
import { useAnnual } from '../api/load-year.api';
import { ExportScores } from '../scores/export-scores';
import '../scores/history.scss';
import { hindrancesOf } from '../review/hindrances';
import { yearBar } from './year-bar';
import { YearCorrection } from './year-correction';
import { CountyYear } from './year-county';
import { Counties } from './year-table';

const TITLE = '年度成绩';

const WHO_SEES: Readonly<Record<AnnualView['state'], string>> = {
  open: '没定稿前，按现在的记录算，只有牵头单位看得到。',
  final: '公布前只有牵头单位看得到。',
  published: '各县看得到自己的。',
};

/** What has to be done before the year can be made final, each with the way there. */
function Hindrances({ view }: { readonly view: AnnualView }) {
  const hindrances = hindrancesOf(view);
  if (hindrances.length === 0) return null;
  return (
    <View className="year-hindrances">
      <GroupTitle>{`定稿前还有${String(hindrances.length)}件事`}</GroupTitle>
      <Card fit="rows">
        {hindrances.map(({ sentence, way }) => (
          <Row
            key={sentence}
            title={sentence}
            isStrong={false}
            {...(way === null
              ? {}
              : {
                  aside: <StatusWord shape="gap">{way.verb}</StatusWord>,
                  onPress: () => {
                    openPage(way.page, way.month === undefined ? { year: view.year } : { id: way.month });
                  },
                })}
          />
        ))}
      </Card>
    </View>
  );
}

/** Approved and counted nowhere, because nobody said whether it was carried out. It stands in the way of nothing. */
function Forgotten({ forgotten }: Pick<AnnualView, 'forgotten'>) {
  if (forgotten.length === 0) return null;
  return (
    <View className="year-hindrances">
      <GroupTitle>{`${String(forgotten.length)}项动态调整认定了，没记过分`}</GroupTitle>
      <Card fit="rows">
        {forgotten.map(({ id, unitName, title }) => (
          <Row
            key={id}
            title={title}
            isStrong={false}
            below={unitName}
            aside={<StatusWord shape="gap">去看</StatusWord>}
            onPress={() => {
              openPage('applications/one', { id });
            }}
          />
        ))}
      </Card>
      <Footnote>没确认落实的月份不记分。不影响定稿，定稿后要改只能更正。</Footnote>
    </View>
  );
}

function LeadYear({
  view,
  openId,
  onOpen,
}: {
  readonly view: AnnualView;
  readonly openId: string | null;
  readonly onOpen: (unitId: string) => void;
}) {
  if (view.rows.length === 0) {
    return <StateView icon="bars" title="还没有要考评的县" lines={['有了要考评的县，年度成绩会排在这里。']} />;
  }
  return (
    <>
      <View className="score-months">
        <Hindrances view={view} />
        <Forgotten forgotten={view.forgotten} />
        <Counties view={view} openId={openId} onOpen={onOpen} />
      </View>
      <Footnote>{`按公文顺序排列，不排名次。${WHO_SEES[view.state]}`}</Footnote>
    </>
  );
}

function OwnYear({ view }: { readonly view: AnnualView }) {
  const [row] = view.rows;
  if (row === undefined) {
    return (
      <StateView icon="bars" title={`${String(view.year)}年没有考评成绩`} lines={['考评的是县（市、区）专班。']} />
    );
  }
  return (
    <View className="score-months">
      <Card>
        <CountyYear view={view} row={row} isOwn />
      </Card>
    </View>
  );
}

interface FrameProps {
  readonly query: ReturnType<typeof useAnnual>;
  readonly onTurn: (year: number) => void;
  readonly around?: { readonly bar?: ReactNode; readonly rail?: ReactNode; readonly isOnSurface?: boolean };
  readonly children: (view: AnnualView) => ReactNode;
}

/** A year that is there, or its loading and its error, in the frame that both readers have. */
function YearFrame({ query, onTurn, around = {}, children }: FrameProps) {
  const { isWide } = useDisplay();
  const view = query.data;
  return (
    <Screen
      title={view === undefined ? TITLE : `${String(view.year)}${TITLE}`}
      section="assessment/year"
      isTopLevel
      isRailWork
      {...(view === undefined
        ? {}
        : {
            top: (
              <View className="row">
                <YearSwitch view={view} onTurn={onTurn} />
                {isWide ? <ExportYear view={view} /> : null}
              </View>
            ),
          })}
      {...around}
    >
      <Answered query={query}>{children}</Answered>
      {view === undefined || isWide ? null : <ExportYear view={view} />}
    </Screen>
  );
}

/** The file of the year, once there is a number in it for its reader. */
function ExportYear({ view }: { readonly view: AnnualView }) {
  const { isWide } = useDisplay();
  const { rows } = view;
  const [only, ...others] = rows;
  if (rows.every((row) => toldYear(view, row) === null)) return null;
  const year = String(view.year);
  const of = only !== undefined && others.length === 0 ? only.unitName : '';
  return (
    <ExportScores
      look={isWide ? 'plain' : 'link'}
      path={`/api/annual-results/export?year=${year}`}
      name={`${of}${year}年度成绩`}
    >
      {isWide ? '导出' : '导出年度成绩'}
    </ExportScores>
  );
}

/** A county reads its own year, once it is final. */
export function OwnYearScreen() {
  const [year, setYear] = useState<number | null>(null);
  return (
    <YearFrame query={useAnnual(year)} onTurn={setYear}>
      {(view) => <OwnYear view={view} />}
    </YearFrame>
  );
}

/** 年度成绩: the lead unit makes the counties' year final, tells it, and corrects it. */
export function LeadYearScreen() {
  const { isWide } = useDisplay();
  const [year, setYear] = useState<number | null>(null);
  const query = useAnnual(year);
  const [openId, setOpenId] = useState<string | null>(null);
  const view = query.data;
  const row = view?.rows.find(({ unitId }) => unitId === openId);
  const bar = view === undefined || view.rows.length === 0 ? null : yearBar(view);
  const detail =
    view === undefined || row === undefined ? null : (
      <Detail
        view={view}
        row={row}
        onClose={() => {
          setOpenId(null);
        }}
      />
    );
  const around = {
    isOnSurface: true,
    ...(bar === null ? {} : { bar }),
    ...(isWide && detail !== null ? { rail: detail } : {}),
  };
  return (
    <YearFrame query={query} onTurn={setYear} around={around}>
      {(shown) => (
        <>
          <LeadYear view={shown} openId={openId} onOpen={setOpenId} />
          {isWide ? null : detail}
        </>
      )}
    </YearFrame>
  );
}

interface DetailProps {
  readonly view: AnnualView;
  readonly row: AnnualRow;
  readonly onClose: () => void;
}

/** A county's year: in the rail on wide windows, as a sheet on phones. */
function Detail({ view, row, onClose }: DetailProps) {
  const { isWide } = useDisplay();
  const year = (
    <>
      <CountyYear key={row.unitId} view={view} row={row} isOwn={false} />
      <YearCorrection key={`correct ${row.unitId}`} view={view} row={row} />
    </>
  );
  if (!isWide) {
    return (
      <Sheet title={row.unitName} onClose={onClose}>
        {year}
      </Sheet>
    );
  }
  return (
    <>
      <PaneHead title={row.unitName} onClose={onClose} />
      {year}
    </>
  );
}
