import {
  beijingDate,
  formatDue,
  lastDateBefore,
  lastDayOf,
  periodOf,
  remaining,
  type Remaining,
} from '@jiannuo/shared/kernel';
import { isUndecided, obligationName, stepWords, type ObligationView } from '@jiannuo/shared/obligations';
import { Text, View } from '@tarojs/components';
import { useDisplay } from '../../platform/device/display';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { isSoon } from '../../ui/due/due-words';
import { savedWords } from '../../ui/due/saved-words';
import { MonthRuler, type RulerMark } from '../../ui/due/month-ruler';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { Pressable } from '../../ui/pressable/pressable';
import { unbroken } from '../../ui/row/unbroken';
import { DueChip } from '../../ui/status/status-word';
import './home.scss';
import { changeWords, lateWords, openObligation, progressWords, standingWords, verbOf } from './obligation-words';

const UNITS: Record<Remaining['kind'], readonly [before: string, after: string]> = {
  days: ['还剩', '天'],
  hours: ['还剩', '小时'],
  minutes: ['还剩', '分钟'],
  'overdue-days': ['超期', '天'],
  'overdue-hours': ['超期', '小时'],
  'overdue-minutes': ['超期', '分钟'],
};

function Countdown({ left }: { readonly left: Remaining }) {
  const [before, after] = UNITS[left.kind];
  const isLate = left.kind.startsWith('overdue');
  const near = isSoon(left) ? 'c-soon' : '';
  const tone = isLate ? 'c-late' : near;
  return (
    <View className={`countdown ${tone === '' ? 'c-ink-2' : tone}`}>
      {isLate ? <Icon name="late" size="small" className="countdown-mark" /> : null}
      <Text className="t-s">{before}</Text>
      <Text className={`countdown-figure ${tone === '' ? 'c-ink' : ''}`}>{String(left.n)}</Text>
      <Text className="t-s">{after}</Text>
    </View>
  );
}

interface FactProps {
  readonly obligation: ObligationView;
  readonly at: string;
}

function Fact(fact: FactProps) {
  return (
    <Pressable
      role="link"
      className="due-fact"
      onPress={() => {
        openObligation(fact.obligation);
      }}
    >
      <FactWords {...fact} />
    </Pressable>
  );
}

/** How long there is still and until when; nobody counts it while the lead unit has to say what holds. */
function TimeLeft({ obligation, at }: FactProps) {
  if (isUndecided(obligation.asker)) return <DueChip due={standingWords(obligation, at)} />;
  return (
    <>
      <Countdown left={remaining(obligation.dueAt, at)} />
      <View className="t-s c-ink-2">{formatDue(obligation.dueAt, at)}</View>
    </>
  );
}

function FactWords({ obligation, at }: FactProps) {
  const late = lateWords(obligation, at);
  const change = changeWords(obligation, at);
  const step = stepWords(obligation);
  return (
    <>
      <Heading level={3} className="due-title t-strong">
        {obligationName(obligation)}
      </Heading>
      <TimeLeft obligation={obligation} at={at} />
      {step === '' ? null : <View className="t-s c-ink-2">{unbroken(step)}</View>}
      {late === null ? null : <View className="t-s c-late">{late}</View>}
      {change === null ? null : <View className="t-xs c-ink-2">{change}</View>}
    </>
  );
}

function dayOf(date: string): number {
  return Number(date.slice(8, 10));
}

/** Today's month with what is due in it; null when nothing is. */
function rulerOf(obligations: readonly ObligationView[], at: string) {
  const today = beijingDate(at);
  const month = periodOf(today);
  const marks: RulerMark[] = obligations.flatMap(({ dueAt, asker }) => {
    const date = lastDateBefore(dueAt);
    return periodOf(date) === month && !isUndecided(asker)
      ? [{ day: dayOf(date), isSoon: isSoon(remaining(dueAt, at)) }]
      : [];
  });
  if (marks.length === 0) return null;
  const due = [...new Set(marks.map(({ day }) => `${String(day)}日`))].join('、');
  return {
    days: dayOf(lastDayOf(month)),
    today: dayOf(today),
    marks,
    label: `${String(Number(month.slice(5)))}月，今天${String(dayOf(today))}日，${due}截止`,
  };
}

function Foot({ obligation, at }: { readonly obligation: ObligationView; readonly at: string }) {
  const { draftSavedAt } = obligation;
  const words = progressWords(obligation);
  if (words === '' && draftSavedAt === null) return null;
  return (
    <View className="due-foot t-s c-ink-2">
      <View>{words}</View>
      {draftSavedAt === null ? null : (
        <View className="row">
          <Icon name="cloud" size="small" />
          <View className="gap-2">{`${savedWords(draftSavedAt, at)} 已保存`}</View>
        </View>
      )}
    </View>
  );
}

interface DueCardProps {
  /** One or two things, most urgent first. */
  readonly obligations: readonly ObligationView[];
  /** What the ruler marks, as far as it is due this month. */
  readonly marked: readonly ObligationView[];
  readonly at: string;
}

/** What is owed next: how long there is still, when exactly, where in the month, each with its way in; the button does the first. */
export function DueCard({ obligations, marked, at }: DueCardProps) {
  const { isTight } = useDisplay();
  const [first] = obligations;
  if (first === undefined) return null;
  const ruler = rulerOf(marked, at);
  return (
    <Card className="due-card">
      <View className={`due-facts ${isTight ? 'is-stacked' : ''}`}>
        {obligations.map((obligation) => (
          <Fact key={obligation.id} obligation={obligation} at={at} />
        ))}
      </View>
      <View className="due-ruler">{ruler === null ? null : <MonthRuler {...ruler} />}</View>
      <Button
        isBlock
        id="open-first"
        onPress={() => {
          openObligation(first);
        }}
      >
        {verbOf(first)}
      </Button>
      <Foot obligation={first} at={at} />
    </Card>
  );
}
