import { monthSums, toldYear, type AnnualRow, type AnnualView, type ToldYear } from '@jiannuo/shared/assessment';
import { View } from '@tarojs/components';
import { useDisplay } from '../../../platform/device/display';
import { Card } from '../../../ui/card/card';
import { Pressable } from '../../../ui/pressable/pressable';
import { Row } from '../../../ui/row/row';

const role = (name: string) => (IS_BROWSER ? { role: name } : {});

interface CountiesProps {
  readonly view: AnnualView;
  readonly openId: string | null;
  readonly onOpen: (unitId: string) => void;
}

/** All counties' years, in the official order and no other. */
export function Counties(props: CountiesProps) {
  const { isWide } = useDisplay();
  return isWide ? <Table {...props} /> : <List {...props} />;
}

/** `已通报9个月`, and what was corrected since. */
function below(row: AnnualRow): string {
  const moved = row.moved.length === 0 ? '' : '，有月份更正过';
  return `${monthSums(row)}${moved}`;
}

function List({ view, onOpen }: CountiesProps) {
  return (
    <Card fit="rows">
      {view.rows.map((row) => (
        <Row
          key={row.unitId}
          title={row.unitName}
          below={below(row)}
          aside={<View className="t-2">{toldYear(view, row)?.total ?? ''}</View>}
          onPress={() => {
            onOpen(row.unitId);
          }}
        />
      ))}
    </Card>
  );
}

const HEADS = ['县（市、区）', '任务完成', '创新', '合计', '月份'] as const;

function Table({ view, openId, onOpen }: CountiesProps) {
  return (
    <View {...role('table')} aria-label="各县年度成绩">
      <View className="score-row is-head t-xs c-ink-2" {...role('row')}>
        {HEADS.map((title, index) => (
          <View className={cellClass(index)} key={title} {...role('columnheader')}>
            {title}
          </View>
        ))}
      </View>
      {view.rows.map((row) => {
        const told = toldYear(view, row);
        return (
          <View className={`score-row ${row.unitId === openId ? 'is-open' : ''}`} key={row.unitId} {...role('row')}>
            <View className={cellClass(0)} {...role('cell')}>
              <View className="t-s is-bold">{row.unitName}</View>
            </View>
            {numbersOf(told).map(([name, value], index) => (
              <View className={cellClass(index + 1)} key={name} {...role('cell')}>
                {value === '' ? null : (
                  <Pressable
                    className={`score-number t-s ${name === '' ? 'is-bold' : ''}`}
                    label={`${row.unitName}${name}${value}，看来由`}
                    onPress={() => {
                      onOpen(row.unitId);
                    }}
                  >
                    {value}
                  </Pressable>
                )}
              </View>
            ))}
            <View className={`${cellClass(4)} t-s c-ink-2`} {...role('cell')}>
              {below(row)}
            </View>
          </View>
        );
      })}
    </View>
  );
}

/** The numbers of a year that open into why; the total goes by the county's name alone. */
function numbersOf(told: ToldYear | null): readonly (readonly [name: string, value: string])[] {
  return [
    ['任务完成', told?.taskPart ?? ''],
    ['创新', told?.innovation ?? ''],
    ['', told?.total ?? '看'],
  ];
}

function cellClass(index: number): string {
  if (index === 0) return 'score-name is-unit';
  return index === HEADS.length - 1 ? 'score-state' : 'score-cell';
}
