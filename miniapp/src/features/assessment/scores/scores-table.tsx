import type { ScoreMatrixView, ScoreRow } from '@jiannuo/shared/assessment';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { Pressable } from '../../../ui/pressable/pressable';
import { StatusWord } from '../../../ui/status/status-word';
import { askedOf, type AskedCell } from './asked-cell';
import { stateWords } from './history-words';

const role = (name: string) => (IS_BROWSER ? { role: name } : {});

interface TableProps {
  readonly view: ScoreMatrixView;
  readonly asked: AskedCell | null;
  readonly onAsk: (asked: AskedCell) => void;
  readonly onOpenCounty: (unitId: string) => void;
}

/** Wide windows: a line a county, a column a month. */
export function ScoresTable(props: TableProps) {
  const { view } = props;
  return (
    <View {...role('table')} aria-label="各县各月得分">
      <View className="score-row is-head t-xs c-ink-2" {...role('row')}>
        <View className="score-name is-unit" {...role('columnheader')}>
          县（市、区）
        </View>
        {view.periods.map((period) => (
          <View className={cellClass(period, view)} key={period} {...role('columnheader')}>
            {formatPeriod(period)}
          </View>
        ))}
      </View>
      {view.rows.map((row) => (
        <CountyLine key={row.unitId} row={row} {...props} />
      ))}
    </View>
  );
}

function cellClass(period: Period, { currentPeriod }: ScoreMatrixView): string {
  return `score-cell ${period === currentPeriod ? 'is-current' : ''}`;
}

function CountyLine({ row, ...props }: TableProps & { readonly row: ScoreRow }) {
  const { view, onOpenCounty } = props;
  return (
    <View className="score-row" {...role('row')}>
      <View className="score-name is-unit" {...role('cell')}>
        <Pressable
          role="link"
          className="score-county t-s is-bold"
          label={`${row.unitName}，看全年`}
          onPress={() => {
            onOpenCounty(row.unitId);
          }}
        >
          {row.unitName}
        </Pressable>
      </View>
      {view.periods.map((period) => (
        <View className={cellClass(period, view)} key={period} {...role('cell')}>
          <CountyMonth row={row} period={period} {...props} />
        </View>
      ))}
    </View>
  );
}

interface CountyMonthProps extends Omit<TableProps, 'onOpenCounty'> {
  readonly row: ScoreRow;
  readonly period: Period;
}

function CountyMonth({ row, period, view, asked, onAsk }: CountyMonthProps) {
  const cell = row.cells.find((each) => each.period === period);
  if (cell === undefined) return null;
  const question = askedOf(row, cell);
  if (question === null) {
    const { shape, text } = stateWords(cell.state);
    return period > view.currentPeriod ? null : <StatusWord shape={shape}>{text}</StatusWord>;
  }
  const isOpen = asked?.assessmentId === question.assessmentId;
  return (
    <Pressable
      className={`score-number t-s ${isOpen ? 'is-open' : ''}`}
      label={`${row.unitName}${formatPeriod(period)}，${cell.score ?? ''}${cell.isCorrected ? '更正' : ''}，看来由`}
      onPress={() => {
        onAsk(question);
      }}
    >
      <View>{cell.score}</View>
      {cell.isCorrected ? <View className="score-mark t-xs c-ink-2">更正</View> : null}
    </Pressable>
  );
}
