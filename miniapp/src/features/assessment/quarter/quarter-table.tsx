import { withoutMean, type QuarterRow, type QuarterView } from '@jiannuo/shared/assessment';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useDisplay } from '../../../platform/device/display';
import { Card } from '../../../ui/card/card';
import { factsInLine } from '../../../ui/ideographic-space';
import { Pressable } from '../../../ui/pressable/pressable';
import { Row } from '../../../ui/row/row';
import type { AskedNumber } from '../scores/number-trace';

const role = (name: string) => (IS_BROWSER ? { role: name } : {});

/** A number that somebody tapped: a month's as it stands under a number, or the mean of a county's quarter. */
export type AskedInQuarter =
  { readonly kind: 'month'; readonly asked: AskedNumber } | { readonly kind: 'mean'; readonly unitId: string };

interface CountiesProps {
  readonly quarter: QuarterView;
  /** Where the bars end, the same for all quarters of the year. */
  readonly end: number;
  readonly onAsk: (asked: AskedInQuarter) => void;
}

/** All counties' quarter, in the official order and no other. */
export function QuarterCounties(props: CountiesProps) {
  const { isWide } = useDisplay();
  return isWide ? <Table {...props} /> : <List {...props} />;
}

type Month = QuarterRow['months'][number];

/** A county's line as it was told, or as it stands while nothing was, and the line that it has become since. */
export interface Line {
  readonly row: QuarterRow;
  readonly live: QuarterRow;
}

/** What was told stays on the screen; a correction made since stands beside it. */
export function linesOf({ rows, told }: Pick<QuarterView, 'rows' | 'told'>): readonly Line[] {
  const live = new Map(rows.map((row) => [row.unitId, row]));
  return (told?.rows ?? rows).map((row) => ({ row, live: live.get(row.unitId) ?? row }));
}

/** `更正为36.00` where the month moved since it was told, `更正` where it was told so. */
function correctionOf({ period, number, isCorrected }: Month, live: QuarterRow): string {
  const now = live.months.find((month) => month.period === period);
  if (now !== undefined && now.number !== number) return `更正为${now.score ?? ''}`;
  return isCorrected ? '更正' : '';
}

/** What opens a month's number as it was told; null where it has none. */
export function askedMonth(row: QuarterRow, month: Month, { sources }: QuarterView): AskedNumber | null {
  const source = sources.find(({ unitId, period }) => unitId === row.unitId && period === month.period);
  if (source === undefined || month.number === null) return null;
  const title = factsInLine(row.unitName, formatPeriod(month.period));
  return { assessmentId: source.assessmentId, key: month.number, title };
}

/** `更正为36.15` where the mean moved since it was told. */
function meanMoved({ row, live }: Line): string {
  return live.mean === null || live.mean === row.mean ? '' : `更正为${live.mean}`;
}

/** `4月36.40，5月36.05（更正）`, and why there is no mean though no month is waited for. */
function monthsWords({ row, live }: Line, quarter: QuarterView): string {
  const told = row.months.filter(({ score }) => score !== null);
  const months = told.map((month) => {
    const correction = correctionOf(month, live);
    return `${formatPeriod(month.period)}${month.score ?? ''}${correction === '' ? '' : `（${correction}）`}`;
  });
  const missing = row.mean === null && quarter.toCome.length === 0 ? [withoutMean(quarter, row)] : [];
  return [...months, ...missing].join('，');
}

function List({ quarter, onAsk }: CountiesProps) {
  return (
    <View className="score-months">
      <Card fit="rows">
        {linesOf(quarter).map((line) => (
          <Row
            key={line.row.unitId}
            title={line.row.unitName}
            below={monthsWords(line, quarter)}
            aside={
              <View className="t-2 quarter-mean">
                {line.row.mean ?? ''}
                <Note text={meanMoved(line)} />
              </View>
            }
            onPress={() => {
              onAsk({ kind: 'mean', unitId: line.row.unitId });
            }}
          />
        ))}
      </Card>
    </View>
  );
}

/** A small word below a number. */
function Note({ text }: { readonly text: string }) {
  return text === '' ? null : <View className="quarter-note t-xs c-ink-2">{text}</View>;
}

function Table({ quarter, end, onAsk }: CountiesProps) {
  const { periods } = quarter;
  const months = periods.map((period) => formatPeriod(period)).join('、');
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
            {`自上而下${months}，满格${String(end)}分`}
          </View>
        </View>
        {linesOf(quarter).map((line) => (
          <CountyLine key={line.row.unitId} line={line} quarter={quarter} end={end} onAsk={onAsk} />
        ))}
      </View>
    </View>
  );
}

interface LineProps extends CountiesProps {
  readonly line: Line;
}

/** A month's number as it was told, which opens into why, and below it what it was corrected to. */
function MonthCell({ line, quarter, period, onAsk }: Omit<LineProps, 'end'> & { readonly period: Period }) {
  const month = line.row.months.find((each) => each.period === period);
  if (month === undefined) return <View>{quarter.toCome.includes(period) ? '' : '没有'}</View>;
  const asked = askedMonth(line.row, month, quarter);
  return (
    <>
      {asked === null ? (
        <View>{month.score ?? ''}</View>
      ) : (
        <Pressable
          className="score-number"
          label={`${asked.title}${month.score ?? ''}分，看来由`}
          onPress={() => {
            onAsk({ kind: 'month', asked });
          }}
        >
          {month.score ?? ''}
        </Pressable>
      )}
      <Note text={correctionOf(month, line.live)} />
    </>
  );
}

function CountyLine({ line, quarter, end, onAsk }: LineProps) {
  const { unitId, unitName, months, mean } = line.row;
  const { periods, toCome } = quarter;
  return (
    <View className="score-row" {...role('row')}>
      <View className="score-name is-unit t-s is-bold" {...role('cell')}>
        {unitName}
      </View>
      {periods.map((period) => (
        <View className="score-cell quarter-cell t-s" key={period} {...role('cell')}>
          <MonthCell line={line} quarter={quarter} period={period} onAsk={onAsk} />
        </View>
      ))}
      <View className="score-cell quarter-cell t-s is-bold" {...role('cell')}>
        {mean === null ? (
          <View>{toCome.length === 0 ? '不算' : ''}</View>
        ) : (
          <Pressable
            className="score-number"
            label={`${unitName}季平均${mean}分，看来由`}
            onPress={() => {
              onAsk({ kind: 'mean', unitId });
            }}
          >
            {mean}
          </Pressable>
        )}
        <Note text={meanMoved(line)} />
      </View>
      <View className="quarter-bars" {...role('cell')}>
        {periods.map((period, index) => {
          const score = Number(months.find((each) => each.period === period)?.score ?? '0');
          if (score === 0) return null;
          const width = `${String((score / end) * 100)}%`;
          return <View className={`quarter-line is-${String(index + 1)}`} key={period} style={{ width }} />;
        })}
      </View>
    </View>
  );
}
