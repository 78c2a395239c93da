import type { InspectionListView, InspectionRow, InspectionView } from '@jiannuo/shared/inspections';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday, now } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { hanging } from '../../ui/heading/heading';
import { OlderRows } from '../../ui/row/older-rows';
import { PaneRow } from '../../ui/row/pane-row';
import { Row } from '../../ui/row/row';
import { useShownRow } from '../../ui/row/use-shown-row';
import { Screen } from '../../ui/screen/screen';
import type { ScreenProps } from '../../ui/screen/screen-props';
import { Answered, StateView } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import { useInspection } from './api/load-inspection.api';
import { useInspections } from './api/load-inspections.api';
import { InspectionBar } from './inspection-bar';
import { InspectionDetail } from './inspection-detail';
import { occasionWords, progressWords } from './inspection-words';

const TITLE = '督导检查';
const SECTION = 'inspections/list';
const OVER: readonly InspectionRow['state'][] = ['closed', 'cancelled'];

function Nothing() {
  return (
    <StateView
      icon="search"
      title="还没有督导检查"
      lines={['书面、暗访、实地三种都在这里。', '暗访反馈前，只有督导人员看得到。']}
    />
  );
}

function titleOf({ title }: InspectionRow): string {
  return title === '' ? '还没写事项' : title;
}

function StateOf({ row }: { readonly row: InspectionRow }) {
  const { shape, text } = progressWords(row, beijingToday());
  return <StatusWord shape={shape}>{text}</StatusWord>;
}

function unitsOf({ unitNames }: InspectionRow): string {
  return unitNames.length === 0 ? '还没选单位' : unitNames.join('、');
}

interface ListProps {
  readonly view: InspectionListView;
  readonly onOlder: (before: string) => void;
}

function NewInspection({ isBlock = false }: { readonly isBlock?: boolean }) {
  return (
    <Button
      look="weak"
      icon="pencil"
      isBlock={isBlock}
      onPress={() => {
        openPage('inspections/write');
      }}
    >
      新建督导
    </Button>
  );
}

function Cards({ view, onOlder }: ListProps) {
  if (view.rows.length === 0) return <Nothing />;
  const groups = [
    ['正在办的', view.rows.filter(({ state }) => !OVER.includes(state))],
    ['办结的', view.rows.filter(({ state }) => OVER.includes(state))],
  ] as const;
  return (
    <>
      {groups.map(([title, rows]) =>
        rows.length === 0 ? null : (
          <View key={title}>
            <GroupTitle>{title}</GroupTitle>
            <Card fit="rows">
              {rows.map((row) => (
                <Row
                  key={row.id}
                  above={occasionWords(row, now())}
                  title={titleOf(row)}
                  below={unitsOf(row)}
                  aside={<StateOf row={row} />}
                  onPress={() => {
                    openPage('inspections/one', { id: row.id });
                  }}
                />
              ))}
            </Card>
          </View>
        ),
      )}
      <OlderRows hasMore={view.hasMore} end={view.rows.at(-1)?.at} onOlder={onOlder} />
      <Footnote>暗访反馈前，只有督导人员看得到。</Footnote>
    </>
  );
}

interface PaneProps extends ListProps {
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

function Pane({ view, openId, onOpen, onOlder }: PaneProps) {
  return (
    <>
      <View className="record-pane-top">
        <NewInspection isBlock />
      </View>
      {view.rows.map((row) => (
        <PaneRow
          key={row.id}
          isOpen={row.id === openId}
          onOpen={() => {
            onOpen(row.id);
          }}
        >
          <View className="t-xs c-ink-2">{occasionWords(row, now())}</View>
          <View className={`t-s is-bold ${hanging(titleOf(row))}`}>{titleOf(row)}</View>
          <View className="t-xs c-ink-2">{unitsOf(row)}</View>
          <StateOf row={row} />
        </PaneRow>
      ))}
      <OlderRows hasMore={view.hasMore} end={view.rows.at(-1)?.at} onOlder={onOlder} />
    </>
  );
}

type Frame = Omit<ScreenProps, 'children' | 'bar'>;

function Opened({ inspection, frame }: { readonly inspection: InspectionView; readonly frame: Frame }) {
  const hasBar = inspection.actions.length > 0;
  return (
    <Screen {...frame} {...(hasBar ? { bar: <InspectionBar inspection={inspection} /> } : {})}>
      <InspectionDetail inspection={inspection} />
    </Screen>
  );
}

function OneInspection({ id, frame }: { readonly id: string; readonly frame: Frame }) {
  const query = useInspection(id);
  if (query.data !== undefined) return <Opened key={id} inspection={query.data} frame={frame} />;
  return (
    <Screen {...frame}>
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}

/** Wide windows: the list, and beside it the inspection that is being read. */
function InspectionsTable({ inspectionId }: { readonly inspectionId: string | null }) {
  const [before, setBefore] = useState<string | null>(null);
  const query = useInspections(before);
  const view = query.data;
  const { shownId, show } = useShownRow(inspectionId, view?.rows);
  const pane =
    view === undefined ? {} : { list: <Pane view={view} openId={shownId} onOpen={show} onOlder={setBefore} /> };
  const frame: Frame = { title: TITLE, section: SECTION, isTopLevel: true, ...pane };
  if (shownId !== null) return <OneInspection id={shownId} frame={frame} />;
  return (
    <Screen {...frame}>
      <Answered query={query}>{() => <Nothing />}</Answered>
    </Screen>
  );
}

function InspectionsPage() {
  const [before, setBefore] = useState<string | null>(null);
  const query = useInspections(before);
  return (
    <Screen title={TITLE} section={SECTION}>
      <View className="record-new row">
        <NewInspection />
      </View>
      <Answered query={query}>{(view) => <Cards view={view} onOlder={setBefore} />}</Answered>
    </Screen>
  );
}

/** 督导检查: the lead unit's inspections. */
export function InspectionsScreen() {
  const { isWide } = useDisplay();
  return isWide ? <InspectionsTable inspectionId={null} /> : <InspectionsPage />;
}

/** One inspection as a page: alone on a phone, with the list on wide windows. */
export function InspectionScreen({ inspectionId }: { readonly inspectionId: string }) {
  const { isWide } = useDisplay();
  if (isWide) return <InspectionsTable inspectionId={inspectionId} />;
  return <OneInspection id={inspectionId} frame={{ title: TITLE, section: SECTION }} />;
}
