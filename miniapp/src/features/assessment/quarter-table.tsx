import { withoutMean, type QuarterRow, type QuarterView } from '@jiannuo/shared/assessment';
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

type Month = QuarterRow['months'][number];

/** A county's line as it was told, or as it stands while nothing was, and the line that it has become since. */
interface Line {
  readonly row: QuarterRow;
  readonly live: QuarterRow;
}

/** What was told stays on the screen; a correction made since stands beside it. */
function linesOf({ rows, told }: QuarterView): readonly Line[] {
  const live = new Map(rows.map((row) => [row.unitId, row]));
  return (told?.rows ?? rows).map((row) => ({ row, live: live.get(row.unitId) ?? row }));
}

/** `更正为36.00` where the month moved since it was told, `更正` where it was told so. */
function correctionOf({ period, number, isCorrected }: Month, live: QuarterRow): string {
  const now = live.months.find((month) => month.period === period);
  if (now !== undefined && now.number !== number) return `更正为${now.score ?? ''}`;
  return isCorrected ? '更正' : '';
}

/** `更正为36.15` where the mean moved since it was told. */
function meanMoved({ row, live }: Line): string {
  return live.mean === null || live.mean === row.mean ? '' : `更正为${live.mean}`;
}

/** `4月36.40，5月36.05更正`, and why there is no mean though no month is waited for. */
function monthsWords({ row, live }: Line, quarter: QuarterView): string {
  const told = row.months.filter(({ score }) => score !== null);
  const months = told.map((month) => `${formatPeriod(month.period)}${month.score ?? ''}${correctionOf(month, live)}`);
  const missing = row.mean === null && quarter.toCome.length === 0 ? [withoutMean(quarter, row)] : [];
  return [...months, ...missing].join('，');
}

function List({ quarter }: CountiesProps) {
  return (
    <View className="score-months">
      <Card fit="rows">
        {linesOf(quarter).map((line) => (
          <Row
            key={line.row.unitId}
            title={line.row.unitName}
            below={monthsWords(line, quarter)}
            aside={
              <View className="t-2">
                {line.row.mean ?? ''}
                <Note text={meanMoved(line)} />
              </View>
            }
          />
        ))}
      </Card>
    </View>
  );
}

/** A small word below a number. */
function Note({ text }: { readonly text: string }) {
  return text === '' ? null : <View className="t-xs c-ink-2">{text}</View>;
}

/** The end of the bars: the next round number above every score. */
function endOf(rows: readonly QuarterRow[]): number {
  const scores = rows.flatMap(({ months }) => months.map(({ score }) => Number(score ?? '0')));
  return Math.max(ROUND, Math.ceil(Math.max(0, ...scores) / ROUND) * ROUND);
}

function Table({ quarter }: CountiesProps) {
  const { periods } = quarter;
  const lines = linesOf(quarter);
  const end = endOf(lines.map(({ row }) => row));
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
        {lines.map((line) => (
          <CountyLine key={line.row.unitId} line={line} quarter={quarter} end={end} />
        ))}
      </View>
    </View>
  );
}

interface LineProps {
  readonly line: Line;
  readonly quarter: QuarterView;
  readonly end: number;
}

function CountyLine({ line, quarter, end }: LineProps) {
  const { unitName, months, mean } = line.row;
  const { periods, toCome } = quarter;
  return (
    <View className="score-row" {...role('row')}>
      <View className="score-name is-unit t-s is-bold" {...role('cell')}>
        {unitName}
      </View>
      {periods.map((period) => {
        const month = months.find((each) => each.period === period);
        return (
          <View className="score-cell quarter-cell t-s" key={period} {...role('cell')}>
            <View>{month?.score ?? (toCome.includes(period) ? '' : '没有')}</View>
            {month === undefined ? null : <Note text={correctionOf(month, line.live)} />}
          </View>
        );
      })}
      <View className="score-cell quarter-cell t-s is-bold" {...role('cell')}>
        {mean ?? (toCome.length === 0 ? '不算' : '')}
        <Note text={meanMoved(line)} />
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
