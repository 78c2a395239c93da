import type { AssessmentListView, AssessmentRow } from '@jiannuo/shared/assessment';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDisplay } from '../../../platform/device/display';
import { Button } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { MonthSwitch } from '../../../ui/due/month-switch';
import { Row } from '../../../ui/row/row';
import { Screen } from '../../../ui/screen/screen';
import { ErrorView, LoadingView, StateView } from '../../../ui/state/state-view';
import { StatusWord } from '../../../ui/status/status-word';
import { useAssessment } from '../api/load-assessment.api';
import { useAssessmentMonth } from '../api/load-month.api';
import { useOpenedAssessment } from '../api/open-assessment.api';
import '../assessment.scss';
import { AssessmentWays } from '../assessment-ways';
import { CountyTabs, firstToOpen, shapeOf, sumsOf, wordOf } from '../scores/county-tabs';
import { MonthClosing } from './month-closing';
import { ReviewDesk, type Frame } from './review-desk';

/** Opens a county's month and puts it on the desk. */
function OpenedCounty({ row, frame }: { readonly row: AssessmentRow; readonly frame: Frame }) {
  const opened = useOpenedAssessment(row.assessmentId === null ? row.obligationId : null, true);
  const query = useAssessment(row.assessmentId ?? opened.data?.assessmentId ?? null);
  const view = query.data;
  if (view !== undefined) return <ReviewDesk key={`${view.id} ${view.state}`} view={view} frame={frame} />;
  const failed = opened.error === null ? query : opened;
  return (
    <Screen title={frame.title} section="assessment/review" isTopLevel isOnSurface top={frame.top}>
      {frame.tabs}
      {failed.error === null ? (
        <LoadingView />
      ) : (
        <ErrorView error={failed.error} onRetry={() => void failed.refetch()} />
      )}
    </Screen>
  );
}

interface MonthProps {
  /** The assessment that the reader came for. */
  readonly id: string | null;
  readonly list: AssessmentListView;
  /** The county that was opened; null once the list was gone back to, undefined before anything was chosen. */
  readonly openId: string | null | undefined;
  readonly onOpen: (obligationId: string | null) => void;
  readonly onTurn: (period: Period) => void;
}

/** Phones: the counties one under the other. */
function MonthCards({ list, onOpen, onTurn }: MonthProps) {
  const { previousPeriod: previous, nextPeriod: next } = list;
  return (
    <Screen title={`${formatPeriod(list.period)}考评`} section="assessment/review">
      <View className="row between county-head">
        <View className="t-s c-ink-2 grow">{sumsOf(list)}</View>
        <MonthSwitch previous={previous} next={next} onTurn={onTurn} />
      </View>
      <Card fit="rows">
        {list.rows.map((row) => (
          <Row
            key={row.obligationId}
            title={row.unitName}
            below={<StatusWord shape={shapeOf(row)}>{wordOf(row)}</StatusWord>}
            onPress={() => {
              onOpen(row.obligationId);
            }}
          />
        ))}
      </Card>
      <View className="county-foot">
        <MonthClosing list={list} />
      </View>
      <AssessmentWays />
    </Screen>
  );
}

function Month(props: MonthProps) {
  const { isWide } = useDisplay();
  const { id, list, openId, onOpen, onTurn } = props;
  // Chosen once: the desk stays with its county while others hand in.
  const [first] = useState(() => firstToOpen(list, id)?.obligationId);
  const isNamed = id !== null && openId === undefined;
  const asked = openId ?? (isWide || isNamed ? first : undefined);
  const chosen = list.rows.find(({ obligationId }) => obligationId === asked);
  if (chosen === undefined) return <MonthCards {...props} />;
  const { previousPeriod: previous, nextPeriod: next } = list;
  const month = formatPeriod(list.period);
  const closing = {
    openEnds: list.openEnds.filter(({ unitName }) => unitName === chosen.unitName),
    isDrawPending: list.isDrawPending,
  };
  const frame: Frame = isWide
    ? {
        closing,
        title: `${month}考评复核`,
        top: (
          <View className="row">
            <View className="t-s c-ink-2">{sumsOf(list)}</View>
            <View className="gap-3">
              <MonthSwitch previous={previous} next={next} onTurn={onTurn} />
            </View>
            <View className="gap-3">
              <MonthClosing list={list} />
            </View>
          </View>
        ),
        tabs: <CountyTabs rows={list.rows} chosen={chosen} onChoose={onOpen} />,
      }
    : {
        closing,
        title: `${chosen.unitName}${month}复核`,
        top: undefined,
        tabs: (
          <Button
            look="link"
            icon="left"
            onPress={() => {
              onOpen(null);
            }}
          >
            看别的县
          </Button>
        ),
      };
  return <OpenedCounty key={chosen.obligationId} row={chosen} frame={frame} />;
}

/** 考评复核: the lead unit's month of all counties, in the official order; of an assessment that is named, its month. */
export function ReviewScreen({ id, month }: Pick<MonthProps, 'id'> & { readonly month: Period | null }) {
  const named = useAssessment(id);
  const [period, setPeriod] = useState<Period | null>(month);
  const [openId, setOpenId] = useState<string | null>();
  const query = useAssessmentMonth(period ?? named.data?.period ?? null);
  const list = query.data;
  if (list !== undefined && list.rows.length > 0) {
    const turn = (next: Period) => {
      setPeriod(next);
      setOpenId(null);
    };
    return <Month key={list.period} id={id} list={list} openId={openId} onOpen={setOpenId} onTurn={turn} />;
  }
  return (
    <Screen
      title={list === undefined ? '考评' : `${formatPeriod(list.period)}考评`}
      section="assessment/review"
      isTopLevel
      isOnSurface
      top={
        list === undefined ? undefined : (
          <MonthSwitch previous={list.previousPeriod} next={list.nextPeriod} onTurn={setPeriod} />
        )
      }
    >
      {list !== undefined ? (
        <StateView icon="bars" title="这个月还没有要考评的县" lines={['到了月份，各县的自查评分会排在这里。']} />
      ) : query.error === null ? (
        <LoadingView />
      ) : (
        <ErrorView error={query.error} onRetry={() => void query.refetch()} />
      )}
    </Screen>
  );
}
