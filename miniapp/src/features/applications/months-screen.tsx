import type { ApplicationMonthRow, ApplicationMonthView, MonthVerdict } from '@jiannuo/shared/applications';
import { WORK_UPDATE_LIMITS } from '@jiannuo/shared/information';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, Footnote } from '../../ui/card/card';
import { MonthSwitch } from '../../ui/due/month-switch';
import { FieldError } from '../../ui/field/field';
import { hanging, Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { ReasonSheet } from '../../ui/overlay/reason-sheet';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import { confirmMonth } from './api/confirm-month.api';
import { useApplicationMonths } from './api/load-application-months.api';
import './applications.scss';
import { useDeciding } from './use-deciding';

/** 逐月确认: whether what was approved was carried out in a month by its plan (Q15). */
export function MonthsScreen() {
  const [period, setPeriod] = useState<Period | null>(null);
  const query = useApplicationMonths(period);
  const view = query.data;
  const month = view?.period ?? period;
  return (
    <Screen
      title={month === null ? '逐月确认' : `${formatPeriod(month)}逐月确认`}
      section="applications"
      isOnSurface
      {...(view === undefined ? {} : { top: <Months view={view} onTurn={setPeriod} /> })}
    >
      <Answered query={query}>{(data) => <MonthRows view={data} />}</Answered>
    </Screen>
  );
}

function Months({ view, onTurn }: { readonly view: ApplicationMonthView; readonly onTurn: (period: Period) => void }) {
  const index = view.periods.indexOf(view.period);
  return (
    <View className="application-months-top row between">
      <View className="t-s c-ink-2">落实一个月，记一个月</View>
      <MonthSwitch previous={view.periods[index - 1] ?? null} next={view.periods[index + 1] ?? null} onTurn={onTurn} />
    </View>
  );
}

function MonthRows({ view }: { readonly view: ApplicationMonthView }) {
  const { rows, period } = view;
  if (rows.length === 0) {
    return <StateView icon="calendar" title="这个月没有要确认的" lines={['按月记分的申报认定了，就排在这里。']} />;
  }
  const open = rows.filter(({ verdict }) => verdict === null).length;
  return (
    <>
      <Heading level={2} className="application-months-head t-1">
        {open === 0 ? '都确认过了' : `还有${String(open)}项没确认`}
      </Heading>
      <Card fit="rows">
        {rows.map((row) => (
          <MonthRow key={`${period}/${row.id}`} row={row} period={period} />
        ))}
      </Card>
      <Footnote>没确认的不记分，改前的留着。已通报的月份，确认后还要办成绩更正。</Footnote>
    </>
  );
}

interface MonthRowProps {
  readonly row: ApplicationMonthRow;
  readonly period: Period;
}

const WORDS: Readonly<Record<MonthVerdict, string>> = { 'carried-out': '落实了', 'not-carried-out': '没落实' };

function MonthRow({ row, period }: MonthRowProps) {
  const write = useDeciding();
  const [isAsking, setIsAsking] = useState(false);
  const say = async (verdict: MonthVerdict, reason: string) => {
    const body = { period, verdict, reason };
    if ((await write.run([row.id, body], (key) => confirmMonth(row.id, body, key))) === null) return;
    setIsAsking(false);
    showToast('记好了');
  };
  const ask = () => {
    write.forgetError();
    setIsAsking(true);
  };
  const carriedOut = () => void say('carried-out', '');
  return (
    <View className="application-month row row-wrap between">
      <Pressable
        role="link"
        className="application-month-words"
        onPress={() => {
          openPage('applications/one', { id: row.id });
        }}
      >
        <View className="t-s c-ink-2">{factsInLine(row.unitName, row.kindTitle)}</View>
        <View className={`t-strong ${hanging(row.title)}`}>{row.title}</View>
        {row.reason === '' ? null : <View className="t-s c-ink-2">{`理由：${row.reason}`}</View>}
      </Pressable>
      <Verbs row={row} onAsk={ask} onCarriedOut={carriedOut} />
      {write.error === null || isAsking ? null : <FieldError>{write.error.sentence}</FieldError>}
      {isAsking ? (
        <ReasonSheet
          title={`${formatPeriod(period)}没落实`}
          verb="记为没落实"
          hint={factsInLine(row.unitName, row.title)}
          label="理由，单位看得到"
          limit={WORK_UPDATE_LIMITS.reason}
          missing="请写明理由，这家单位看得到。"
          write={write}
          onSend={(reason) => say('not-carried-out', reason)}
          onClose={() => {
            setIsAsking(false);
          }}
        />
      ) : null}
    </View>
  );
}

interface VerbsProps {
  readonly row: ApplicationMonthRow;
  readonly onAsk: () => void;
  readonly onCarriedOut: () => void;
}

/** Both verdicts while nothing was said; afterwards what was said, and a way to the other. */
function Verbs({ row: { verdict, unitName, title }, onAsk, onCarriedOut }: VerbsProps) {
  const start = verdict === null ? '' : '改成';
  return (
    <View className="application-month-verbs row">
      {verdict === null ? null : (
        <StatusWord shape={verdict === 'carried-out' ? 'done' : 'waived'} isBold>
          {WORDS[verdict]}
        </StatusWord>
      )}
      {verdict === 'not-carried-out' ? null : (
        <Button
          look={verdict === null ? 'plain' : 'link'}
          label={`${unitName}，${title}，${start}没落实`}
          onPress={onAsk}
        >
          {`${start}没落实`}
        </Button>
      )}
      {verdict === 'carried-out' ? null : (
        <Button
          look={verdict === null ? 'weak' : 'link'}
          label={`${unitName}，${title}，${start}落实了`}
          onPress={onCarriedOut}
        >
          {`${start}落实了`}
        </Button>
      )}
    </View>
  );
}
