import type { MatterListView, MatterRow, MatterView } from '@jiannuo/shared/coordination';
import { isPermitted, type MeView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, GroupTitle } from '../../ui/card/card';
import { ChoiceField } from '../../ui/field/choice-field';
import { PaneRow } from '../../ui/row/pane-row';
import { Row } from '../../ui/row/row';
import { useShownRow } from '../../ui/row/use-shown-row';
import { Screen } from '../../ui/screen/screen';
import type { ScreenProps } from '../../ui/screen/screen-props';
import { Answered, StateView } from '../../ui/state/state-view';
import { DueChip, StatusWord } from '../../ui/status/status-word';
import { useMatter } from './api/load-matter.api';
import { useMatters } from './api/load-matters.api';
import { MatterBar } from './matter-bar';
import { MatterDetail } from './matter-detail';
import { AskedWords } from './asked-words';
import { matterDue, matterWords, originWords } from './matter-words';

const TITLE = '协调事项';
const SECTION = 'coordination/matters';
const EVERYBODY = '全部单位';

function Nothing() {
  return (
    <StateView
      icon="units"
      title="还没有协调事项"
      lines={['跨部门的事、要专班解决的重大问题，都可以提。', '急的马上通知，看得到多久答复。']}
    />
  );
}

function NewMatter({ isBlock = false }: { readonly isBlock?: boolean }) {
  return (
    <Button
      look="weak"
      icon="pencil"
      isBlock={isBlock}
      onPress={() => {
        openPage('coordination/raise');
      }}
    >
      提一件事
    </Button>
  );
}

function StateOf({ row }: { readonly row: MatterRow }) {
  const { shape, text } = matterWords(row.state);
  return <StatusWord shape={shape}>{text}</StatusWord>;
}

/** What presses: an urgent matter's asking and answering, a due time; else since when it is there. */
function Pressing({ row }: { readonly row: MatterRow }) {
  const due = matterDue(row, now());
  if (due === null) return <AskedWords matter={row} />;
  return (
    <>
      {row.isUrgent ? <AskedWords matter={row} /> : null}
      <View className="row row-wrap">
        <DueChip due={due.chip} />
        {due.sentence}
      </View>
    </>
  );
}

interface FilterProps {
  readonly rows: readonly MatterRow[];
  readonly unitName: string | null;
  readonly onChoose: (unitName: string | null) => void;
}

/** Which unit's matters are shown; nothing to choose where all are of one. */
function UnitFilter({ rows, unitName, onChoose }: FilterProps) {
  const names = [...new Set(rows.map((row) => row.unitName))];
  if (names.length < 2) return null;
  const verbs = [null, ...names].map((name) => ({
    label: name ?? EVERYBODY,
    onPress: () => {
      onChoose(name);
    },
  }));
  return <ChoiceField label="哪家提的" words={unitName ?? EVERYBODY} verbs={verbs} />;
}

/** The rows of the unit that was chosen, and the field to choose it with. */
function useFilter(rows: readonly MatterRow[]) {
  const [unitName, setUnitName] = useState<string | null>(null);
  const shown = unitName === null ? rows : rows.filter((row) => row.unitName === unitName);
  return { shown, filter: <UnitFilter rows={rows} unitName={unitName} onChoose={setUnitName} /> };
}

function Cards({ view: { rows } }: { readonly view: MatterListView }) {
  const { shown, filter } = useFilter(rows);
  const groups = [
    ['正在办的', shown.filter(({ state }) => state !== 'closed')],
    ['办结的', shown.filter(({ state }) => state === 'closed')],
  ] as const;
  if (rows.length === 0) return <Nothing />;
  return (
    <>
      <View className="record-new">{filter}</View>
      {groups.map(([title, some]) =>
        some.length === 0 ? null : (
          <View key={title}>
            <GroupTitle>{`${title} ${String(some.length)}件`}</GroupTitle>
            <Card fit="rows">
              {some.map((row) => (
                <Row
                  key={row.id}
                  above={originWords(row)}
                  title={row.title}
                  below={<Pressing row={row} />}
                  aside={<StateOf row={row} />}
                  onPress={() => {
                    openPage('coordination/matter', { id: row.id });
                  }}
                />
              ))}
            </Card>
          </View>
        ),
      )}
    </>
  );
}

interface PaneProps {
  readonly view: MatterListView;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

function Pane({ view: { rows }, openId, onOpen }: PaneProps) {
  const { shown, filter } = useFilter(rows);
  return (
    <>
      <View className="record-pane-top">
        <NewMatter isBlock />
        {filter}
      </View>
      {shown.map((row) => (
        <PaneRow
          key={row.id}
          isOpen={row.id === openId}
          onOpen={() => {
            onOpen(row.id);
          }}
        >
          <View className="row row-wrap between">
            <View className="t-xs c-ink-2">{originWords(row)}</View>
            <StateOf row={row} />
          </View>
          <View className="t-s is-bold">{row.title}</View>
          <View className="t-xs c-ink-2">
            <Pressing row={row} />
          </View>
        </PaneRow>
      ))}
    </>
  );
}

type Frame = Omit<ScreenProps, 'children' | 'bar'>;
interface OneProps {
  readonly frame: Frame;
  readonly isLead: boolean;
}

function Opened({ matter, frame, isLead }: OneProps & { readonly matter: MatterView }) {
  return (
    <Screen {...frame} {...(matter.actions.length === 0 ? {} : { bar: <MatterBar matter={matter} /> })}>
      <MatterDetail matter={matter} isLead={isLead} />
    </Screen>
  );
}

function OneMatter({ id, frame, isLead }: OneProps & { readonly id: string }) {
  const query = useMatter(id);
  if (query.data !== undefined) return <Opened key={id} matter={query.data} frame={frame} isLead={isLead} />;
  return (
    <Screen {...frame}>
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}

interface MattersProps {
  readonly isLead: boolean;
  /** The matter that the page was opened for. */
  readonly matterId: string | null;
}

/** Wide windows: the register, and beside it the matter that is being read. */
function Desk({ matterId, isLead }: MattersProps) {
  const query = useMatters();
  const { shownId, show } = useShownRow(matterId, query.data?.rows);
  const pane = query.data === undefined ? {} : { list: <Pane view={query.data} openId={shownId} onOpen={show} /> };
  const frame: Frame = { title: TITLE, section: SECTION, isTopLevel: true, ...pane };
  if (shownId !== null) return <OneMatter id={shownId} frame={frame} isLead={isLead} />;
  return (
    <Screen {...frame}>
      <Answered query={query}>{() => <Nothing />}</Answered>
    </Screen>
  );
}

function Page() {
  const query = useMatters();
  return (
    <Screen title={TITLE} section={SECTION}>
      <View className="record-new row">
        <NewMatter />
      </View>
      <Answered query={query}>{(view) => <Cards view={view} />}</Answered>
    </Screen>
  );
}

/** 协调事项: the register of matters; with an id the one that is read, alone on a phone, beside the list on wide windows. */
export function MattersScreen({
  who,
  matterId,
}: {
  readonly who: MeView['current'];
  readonly matterId: string | null;
}) {
  const { isWide } = useDisplay();
  const isLead = isPermitted(who.role, 'matter.decide');
  if (isWide) return <Desk matterId={matterId} isLead={isLead} />;
  if (matterId === null) return <Page />;
  return <OneMatter id={matterId} frame={{ title: TITLE, section: SECTION }} isLead={isLead} />;
}
