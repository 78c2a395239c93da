import { formatPeriod } from '@jiannuo/shared/kernel';
import { type LedgerYearUnit, type LedgerYearView } from '@jiannuo/shared/ledger';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDisplay } from '../../platform/device/display';
import { openFile } from '../../platform/files/open-file';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, Footnote } from '../../ui/card/card';
import { TextField } from '../../ui/field/field';
import { showToast } from '../../ui/overlay/toast';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import { useLedgerYear } from './api/load-year.api';
import { ImportSheet } from './import-sheet';
import './ledger.scss';
import { cellWords, trendWords } from './ledger-words';
import { YearMatrix } from './year-matrix';

interface LedgerYearScreenProps {
  /** Whether the reader keeps the plan: imports and exports it. */
  readonly mayManage: boolean;
}

/** One unit's year on a phone: a line a month. */
function MonthList({ view, unit }: { readonly view: LedgerYearView; readonly unit: LedgerYearUnit }) {
  return (
    <Card fit="rows">
      {unit.cells.map((cell) => {
        const words = cellWords(cell, view.currentPeriod);
        return (
          <Row
            key={cell.period}
            title={formatPeriod(cell.period)}
            isStrong={cell.period === view.currentPeriod}
            aside={<StatusWord shape={words.shape}>{words.text}</StatusWord>}
            onPress={() => {
              openPage('ledger', { period: cell.period, unitId: unit.unitId });
            }}
          />
        );
      })}
    </Card>
  );
}

/** Every unit's month on a phone: a line a unit. */
function UnitList({ view }: { readonly view: LedgerYearView }) {
  return (
    <>
      <Card fit="rows">
        {view.units.map((unit) => {
          const cell = unit.cells.find(({ period }) => period === view.currentPeriod) ?? unit.cells.at(-1);
          if (cell === undefined) return null;
          const words = cellWords(cell, view.currentPeriod);
          const gaps = unit.measures - unit.complete;
          return (
            <Row
              key={unit.unitId}
              title={unit.unitName}
              below={gaps === 0 ? '六个一齐全' : `六个一有缺${String(gaps)}项`}
              aside={<StatusWord shape={words.shape}>{words.text}</StatusWord>}
              onPress={() => {
                openPage('ledger', { period: cell.period, unitId: unit.unitId });
              }}
            />
          );
        })}
      </Card>
      <Footnote>这里是本月的完成数和措施数。导入、导出请在电脑上办。</Footnote>
    </>
  );
}

interface YearProps {
  readonly view: LedgerYearView;
  readonly mayManage: boolean;
  /** Part of a unit's name that is looked for. */
  readonly asked: string;
}

function Year({ view, mayManage, asked }: YearProps) {
  const { isWide } = useDisplay();
  const [own] = view.units;
  if (view.units.every(({ cells }) => cells.every(({ total }) => total === 0))) {
    const lines = mayManage ? ['请在电脑上导入Excel，模板可以先导出。'] : ['牵头单位列了，就在这里。'];
    return <StateView icon="book" title={`${String(view.year)}年还没有列措施`} lines={lines} />;
  }
  const trend = trendWords(view);
  return (
    <>
      {trend === null ? null : <View className="year-trend t-s">{trend}</View>}
      {isWide ? (
        <YearMatrix view={view} mayManage={mayManage} asked={asked} />
      ) : mayManage || own === undefined ? (
        <UnitList view={view} />
      ) : (
        <MonthList view={view} unit={own} />
      )}
    </>
  );
}

async function save(year: number): Promise<void> {
  const name = `${String(year)}年总台账.xlsx`;
  if (!(await openFile(`/api/ledger/export?year=${String(year)}`, name))) showToast('没导出来，请再试一次');
}

/** 年台账: month by month what each unit has planned, and how it stands (art. 9, 12). */
export function LedgerYearScreen({ mayManage }: LedgerYearScreenProps) {
  const { isWide } = useDisplay();
  const query = useLedgerYear();
  const year = query.data?.year;
  const [asked, setAsked] = useState('');
  const [isImporting, setIsImporting] = useState(false);
  const verbs =
    mayManage && isWide && year !== undefined ? (
      <View className="row">
        <View className="year-find">
          <TextField label="找单位" initial="" placeholder="找单位" isLabelHidden onType={setAsked} />
        </View>
        <Button
          look="plain"
          onPress={() => {
            setIsImporting(true);
          }}
        >
          导入Excel
        </Button>
        <View className="gap-2">
          <Button look="plain" icon="download" onPress={() => void save(year)}>
            导出
          </Button>
        </View>
      </View>
    ) : null;
  return (
    <Screen
      title={year === undefined ? '台账' : `${String(year)}年台账`}
      section="ledger"
      isTopLevel={mayManage}
      isOnSurface
      top={verbs}
    >
      <Answered query={query}>{(view) => <Year view={view} mayManage={mayManage} asked={asked.trim()} />}</Answered>
      {isImporting && year !== undefined ? (
        <ImportSheet
          year={year}
          onClose={() => {
            setIsImporting(false);
          }}
        />
      ) : null}
    </Screen>
  );
}
