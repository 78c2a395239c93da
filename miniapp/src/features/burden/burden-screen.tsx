import type { BurdenMonthView, BurdenRow } from '@jiannuo/shared/burden';
import { addMonths, formatPeriod, periodOf, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { Card, Footnote } from '../../ui/card/card';
import { MonthSwitch } from '../../ui/due/month-switch';
import { factsInLine } from '../../ui/ideographic-space';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { useBurdenMonth } from './api/load-month.api';
import './burden.scss';

const COLUMNS: readonly (readonly [keyof Omit<BurdenRow, 'unitId' | 'unitName'>, string])[] = [
  ['owed', '要办'],
  ['reports', '月报自查'],
  ['answers', '签收反馈整改'],
  ['materials', '要材料'],
  ['repeats', '重复要'],
  ['notices', '通知'],
  ['inspections', '督导'],
];

const NUMERIC = IS_BROWSER ? { role: 'cell' } : {};

function cellTone(count: number): string {
  return count === 0 ? 'c-ink-3' : '';
}

function Table({ rows }: { readonly rows: readonly BurdenRow[] }) {
  const head = IS_BROWSER ? { role: 'columnheader' } : {};
  const line = IS_BROWSER ? { role: 'row' } : {};
  return (
    <View className="burden-table" {...(IS_BROWSER ? { role: 'table', 'aria-label': '各单位本月负担' } : {})}>
      <View className="burden-row t-s c-ink-2" {...line}>
        <View className="burden-name" {...head}>
          单位
        </View>
        {COLUMNS.map(([key, label]) => (
          <View key={key} className="burden-cell" {...head}>
            {label}
          </View>
        ))}
      </View>
      {rows.map((row) => (
        <View key={row.unitId} className="burden-row t-body" {...line}>
          <View className="burden-name" {...(IS_BROWSER ? { role: 'rowheader' } : {})}>
            {row.unitName}
          </View>
          {COLUMNS.map(([key]) => (
            <View key={key} className={`burden-cell ${cellTone(row[key])}`} {...NUMERIC}>
              {String(row[key])}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

function Lines({ rows }: { readonly rows: readonly BurdenRow[] }) {
  return (
    <Card fit="rows">
      {rows.map((row) => (
        <Row
          key={row.unitId}
          title={row.unitName}
          below={factsInLine(
            ...COLUMNS.slice(1).flatMap(([key, label]) => (row[key] === 0 ? [] : [`${label}${String(row[key])}`])),
          )}
          aside={<View className="t-2">{`${String(row.owed)}件`}</View>}
        />
      ))}
    </Card>
  );
}

function Month({ view }: { readonly view: BurdenMonthView }) {
  const { isWide } = useDisplay();
  if (view.rows.length === 0) return <StateView icon="units" title="还没有单位" lines={['先登记单位。']} />;
  return (
    <>
      {isWide ? <Table rows={view.rows} /> : <Lines rows={view.rows} />}
      <Footnote>“要办”是本月到期的各项，“重复要”是已经有了又写理由再要的。不排名次。</Footnote>
    </>
  );
}

/** 减负账本: what a month asked of every unit, on one sheet (M8). */
export function BurdenScreen() {
  const [period, setPeriod] = useState<Period>(() => periodOf(beijingToday()));
  const query = useBurdenMonth(period);
  const isLatest = period >= addMonths(periodOf(beijingToday()), 1);
  return (
    <Screen title="减负账本" section="burden/month" isTopLevel>
      <View className="burden-month row between">
        <View className="t-1">{formatPeriod(period)}</View>
        <MonthSwitch
          previous={addMonths(period, -1)}
          next={isLatest ? null : addMonths(period, 1)}
          onTurn={setPeriod}
        />
      </View>
      <Answered query={query}>{(view) => <Month view={view} />}</Answered>
    </Screen>
  );
}
