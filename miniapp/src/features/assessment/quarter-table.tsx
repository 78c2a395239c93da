import type { QuarterRow, QuarterView } from '@jiannuo/shared/assessment';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useDisplay } from '../../platform/device/display';
import { Card } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

const role = (name: string) => (IS_BROWSER ? { role: name } : {});
/** The bars end at a round number of points. */
const ROUND = 10;

interface CountiesProps {
  readonly quarter: QuarterView;
}

/** All counties' quarter, in the official order and no other. */
export function QuarterCounties(props: CountiesProps) {
  const { isWide } = useDisplay();
  return isWide ? <Table {...props} /> : <List {...props} />;
}

/** `36.40`, `36.05 更正`; nothing where the month was not told. */
function scoreWords({ score, isCorrected }: QuarterRow['months'][number]): string {
  return score === null ? '' : `${score}${isCorrected ? '更正' : ''}`;
}

function List({ quarter }: CountiesProps) {
  return (
    <View className="score-months">
      <Card fit="rows">
        {quarter.rows.map(({ unitId, unitName, months, mean }) => {
          const told = months.filter(({ score }) => score !== null);
          return (
            <Row
              key={unitId}
              title={unitName}
              below={told.map((month) => `${formatPeriod(month.period)}${scoreWords(month)}`).join('，')}
              aside={<View className="t-2">{mean ?? ''}</View>}
            />
          );
        })}
      </Card>
    </View>
  );
}

/** The end of the bars: the next round number above every score. */
function endOf(rows: readonly QuarterRow[]): number {
  const scores = rows.flatMap(({ months }) => months.map(({ score }) => Number(score ?? '0')));
  return Math.max(ROUND, Math.ceil(Math.max(0, ...scores) / ROUND) * ROUND);
}

function Table({ quarter: { periods, rows } }: CountiesProps) {
  const end = endOf(rows);
  return (
    <View className="score-months">
      <View {...role('table')} aria-label="各县季度成绩">
        <View className="score-row is-head t-xs c-ink-2" {...role('row')}>
          <View className="score-name is-unit" {...role('columnheader')}>
            县（市、区）
          </View>
          {periods.map((period) => (
            <View className="score-cell quarter-cell" key={period} {...role('columnheader')}>
              {formatPeriod(period)}
            </View>
          ))}
          <View className="score-cell quarter-cell" {...role('columnheader')}>
            季平均
          </View>
          <View className="quarter-bars" {...role('columnheader')}>
            {`三个月，满格${String(end)}分`}
          </View>
        </View>
        {rows.map((row) => (
          <CountyLine key={row.unitId} row={row} periods={periods} end={end} />
        ))}
      </View>
    </View>
  );
}

interface LineProps {
  readonly row: QuarterRow;
  readonly periods: QuarterView['periods'];
  readonly end: number;
}

function CountyLine({ row: { unitName, months, mean }, periods, end }: LineProps) {
  return (
    <View className="score-row" {...role('row')}>
      <View className="score-name is-unit t-s is-bold" {...role('cell')}>
        {unitName}
      </View>
      {periods.map((period) => {
        const month = months.find((each) => each.period === period);
        return (
          <View className="score-cell quarter-cell t-s" key={period} {...role('cell')}>
            <View>{month?.score ?? ''}</View>
            {month?.isCorrected === true ? <View className="t-xs c-ink-2">更正</View> : null}
          </View>
        );
      })}
      <View className="score-cell quarter-cell t-s is-bold" {...role('cell')}>
        {mean ?? ''}
      </View>
      <View className="quarter-bars" {...role('cell')}>
        {periods.map((period, index) => {
          const score = Number(months.find((each) => each.period === period)?.score ?? '0');
          const width = `${String((score / end) * 100)}%`;
          return <View className={`quarter-line is-${String(index + 1)}`} key={period} style={{ width }} />;
        })}
      </View>
    </View>
  );
}
