import {
  BURDEN_COLUMN_TITLES,
  BURDEN_COLUMNS,
  BURDEN_NOTES,
  burdenSums,
  type BurdenColumn,
  type BurdenMonthView,
} from '@jiannuo/shared/burden';
import { addMonths, formatPeriod, periodOf, type Period } from '@jiannuo/shared/kernel';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { openFile } from '../../platform/files/open-file';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, Footnote } from '../../ui/card/card';
import { MonthSwitch } from '../../ui/due/month-switch';
import { showToast } from '../../ui/overlay/toast';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { useBurdenMonth } from './api/load-month.api';
import './burden.scss';
import { BurdenTable, type OpenedUnit } from './burden-table';
import { UnitRail } from './unit-rail';

async function exportMonth(period: Period): Promise<void> {
  const isOpen = await openFile(`/api/burden/months/${period}/export`, `${formatPeriod(period, true)}减负账本.xlsx`);
  if (!isOpen) showToast('没导出来，请再点一次');
}

/** The numbers of one line in words, without the noughts; a word and its number stay together. */
function Numbers({ of }: { readonly of: Readonly<Record<BurdenColumn, number>> }) {
  return (
    <View className="burden-numbers">
      {BURDEN_COLUMNS.slice(1).flatMap((column) =>
        of[column] === 0
          ? []
          : [
              <Text key={column} className="burden-word">
                {`${BURDEN_COLUMN_TITLES[column]}${String(of[column])}`}
              </Text>,
            ],
      )}
    </View>
  );
}

function Lines({ period, rows }: BurdenMonthView) {
  const sums = burdenSums(rows);
  const all = { unitId: null, unitName: `${String(rows.length)}家合计`, ...sums };
  return (
    <Card fit="rows">
      {[all, ...rows].map((row) => {
        const { unitId, unitName, owed } = row;
        const open = {
          onPress: () => {
            openPage('burden/unit', { period, unitId: unitId ?? '' });
          },
        };
        return (
          <Row
            key={unitName}
            title={unitName}
            below={<Numbers of={row} />}
            aside={<View className="t-2">{`${String(owed)}件`}</View>}
            keepsPlace
            {...(unitId === null ? {} : open)}
          />
        );
      })}
    </Card>
  );
}

interface MonthProps {
  readonly view: BurdenMonthView;
  readonly opened: OpenedUnit | null;
  readonly onOpen: (opened: OpenedUnit) => void;
}

function Month({ view, opened, onOpen }: MonthProps) {
  const { isWide } = useDisplay();
  if (view.rows.length === 0) return <StateView icon="units" title="还没有单位" lines={['先登记单位。']} />;
  return (
    <>
      {isWide ? <BurdenTable rows={view.rows} opened={opened} onOpen={onOpen} /> : <Lines {...view} />}
      <Footnote>{BURDEN_NOTES.join('')}</Footnote>
    </>
  );
}

/** 减负账本: what a month asked of every unit, on one sheet, and behind every number its rows (M8). */
export function BurdenScreen() {
  const { isWide } = useDisplay();
  const [period, setPeriod] = useState<Period>(() => periodOf(beijingToday()));
  const [opened, setOpened] = useState<OpenedUnit | null>(null);
  const query = useBurdenMonth(period);
  const isLatest = period >= addMonths(periodOf(beijingToday()), 1);
  const row = query.data?.rows.find(({ unitId }) => unitId === opened?.unitId);
  const save = (
    <Button look={isWide ? 'plain' : 'link'} icon="download" onPress={() => void exportMonth(period)}>
      导出
    </Button>
  );
  const rail = isWide && row !== undefined && opened !== null && (
    <UnitRail
      key={`${period} ${row.unitId}`}
      row={row}
      column={opened.column}
      period={period}
      onWhole={() => {
        setOpened({ unitId: row.unitId, column: null });
      }}
      onClose={() => {
        setOpened(null);
      }}
    />
  );
  return (
    <Screen
      title="减负账本"
      section="burden/month"
      isTopLevel
      isOnSurface
      isRailWork
      {...(isWide ? { top: save } : {})}
      {...(rail === false ? {} : { rail })}
    >
      <View className="burden-month row between">
        <View className="t-1">{formatPeriod(period)}</View>
        <View className="row">
          {isWide ? null : save}
          <MonthSwitch
            previous={addMonths(period, -1)}
            next={isLatest ? null : addMonths(period, 1)}
            onTurn={setPeriod}
          />
        </View>
      </View>
      <Answered query={query}>{(view) => <Month view={view} opened={opened} onOpen={setOpened} />}</Answered>
    </Screen>
  );
}
