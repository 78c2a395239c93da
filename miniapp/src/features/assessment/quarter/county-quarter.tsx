import {
  quarterBehind,
  quarterName,
  withoutMean,
  type CountyQuarter,
  type HistoryMonth,
  type ScoreHistoryView,
} from '@jiannuo/shared/assessment';
import { formatMoment } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { Card } from '../../../ui/card/card';
import { factsInLine } from '../../../ui/ideographic-space';
import { StatusWord } from '../../../ui/status/status-word';
import '../scores/history.scss';

const role = (name: string) => (IS_BROWSER ? { role: name } : {});

/** The quarter that a month ends, as the county was told it; null where it was told none. */
export function endingIn({ quarters }: ScoreHistoryView, { period }: HistoryMonth): CountyQuarter | null {
  return quarters.find(({ periods }) => periods.at(-1) === period) ?? null;
}

interface QuarterProps {
  readonly quarter: CountyQuarter | null;
  /** The months as they stand now. */
  readonly months: readonly HistoryMonth[];
}

/** That a month was corrected since, until the quarter is told anew. */
function Behind({ quarter, months }: QuarterProps) {
  const words = quarter === null ? null : quarterBehind(quarter, months);
  return words === null ? null : <View className="t-xs c-soon">{words}</View>;
}

/** `32.20、16.20、0.35`. */
function scoresOf({ row }: CountyQuarter): string {
  return row.months.flatMap(({ score }) => score ?? []).join('、');
}

function toldWords({ number, at, byUnit }: CountyQuarter): string {
  return factsInLine(`${formatMoment(at, now())}${number > 1 ? '更正' : '通报'}`, byUnit);
}

function meanWords(quarter: CountyQuarter): string {
  return quarter.row.mean ?? withoutMean(quarter, quarter.row);
}

/** Phones: a card below the third month. */
export function QuarterCard({ quarter, months }: QuarterProps) {
  if (quarter === null) return null;
  return (
    <Card>
      <View className="row row-wrap between">
        <View className="t-strong">{`${quarterName(quarter.quarter)}，季平均`}</View>
        <View className={quarter.row.mean === null ? 't-s c-ink-2' : 't-2'}>{meanWords(quarter)}</View>
      </View>
      <View className="t-s c-ink-2 below-1">{`三个月${scoresOf(quarter)}`}</View>
      <View className="t-xs c-ink-2">{toldWords(quarter)}</View>
      <Behind quarter={quarter} months={months} />
    </Card>
  );
}

/** Wide windows: a line below the third month, the mean under the months' scores. */
export function QuarterLine({ quarter, months, columns }: QuarterProps & { readonly columns: readonly string[] }) {
  if (quarter === null) return null;
  const last = columns.length - 1;
  return (
    <View className="score-row" {...role('row')}>
      <View className="score-name t-s is-bold" {...role('cell')}>
        {quarterName(quarter.quarter)}
      </View>
      {columns.map((column, index) => (
        <View className="score-cell" key={column} {...role('cell')}>
          {index === last - 1 ? <View className="t-xs c-ink-2">季平均</View> : null}
          {index === last ? <View className="t-strong">{quarter.row.mean ?? ''}</View> : null}
        </View>
      ))}
      <View className="score-state" {...role('cell')}>
        <StatusWord shape="done">{quarter.number > 1 ? '已更正' : '已通报'}</StatusWord>
        <View className="t-xs c-ink-2">{quarter.row.mean === null ? meanWords(quarter) : toldWords(quarter)}</View>
        <Behind quarter={quarter} months={months} />
      </View>
    </View>
  );
}
