import { quarterName, withoutMean, type QuarterView } from '@jiannuo/shared/assessment';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { factsInLine } from '../../../ui/ideographic-space';
import { Row } from '../../../ui/row/row';
import '../scores/history.scss';
import { NumberTrace, TracePanel } from '../scores/number-trace';
import { askedMonth, linesOf, type AskedInQuarter } from './quarter-table';

interface TraceProps {
  readonly quarter: QuarterView;
  readonly asked: AskedInQuarter;
  readonly onAsk: (asked: AskedInQuarter) => void;
  readonly onClose: () => void;
}

/** Why a number of the quarter is what it is: a month's own trace, or the months that a mean is made from. */
export function QuarterTrace({ asked, ...rest }: TraceProps) {
  if (asked.kind === 'mean') return <Mean unitId={asked.unitId} {...rest} />;
  return <NumberTrace key={`${asked.asked.assessmentId} ${String(asked.asked.key)}`} asked={asked.asked} {...rest} />;
}

/** The months of a county's quarter, each of which opens, and how the mean comes of them. */
function Mean({ unitId, quarter, onAsk, onClose }: Omit<TraceProps, 'asked'> & { readonly unitId: string }) {
  const row = linesOf(quarter).find((line) => line.row.unitId === unitId)?.row;
  if (row === undefined) return null;
  return (
    <TracePanel title={factsInLine(row.unitName, quarterName(quarter.quarter))} onClose={onClose}>
      <View className="quarter-months">
        {row.months.map((month) => {
          const asked = askedMonth(row, month, quarter);
          return (
            <Row
              key={month.period}
              title={formatPeriod(month.period)}
              isStrong={false}
              aside={<View className="t-2">{month.score ?? '还没通报'}</View>}
              {...(asked === null
                ? {}
                : {
                    onPress: () => {
                      onAsk({ kind: 'month', asked });
                    },
                  })}
            />
          );
        })}
      </View>
      <View className="t-s below-3">{meanWords(row.mean, quarter, row)}</View>
    </TracePanel>
  );
}

function meanWords(mean: string | null, quarter: QuarterView, row: Parameters<typeof withoutMean>[1]): string {
  if (mean !== null) return `三个月的得分相加，除以3，季平均${mean}。按没有取整的数算，最后取两位。`;
  return quarter.toCome.length > 0 ? '三个月都通报了，再算季平均。' : `${withoutMean(quarter, row)}。`;
}
