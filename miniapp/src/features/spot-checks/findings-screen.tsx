import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import type { FindingListView } from '@jiannuo/shared/spot-checks';
import { View } from '@tarojs/components';
import { useEffect, useState, type ReactNode } from 'react';
import { useDisplay } from '../../platform/device/display';
import { openPage, scrollToElement } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Footnote } from '../../ui/card/card';
import { Choice } from '../../ui/field/choice';
import { Heading } from '../../ui/heading/heading';
import { PaneRow } from '../../ui/row/pane-row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { useFindings } from './api/load-findings.api';
import { progressWords, type CheckedUnit } from './finding-words';
import { elementIdOf, MeasureFinding } from './measure-finding';
import './spot-checks.scss';

const SECTION = 'spot-checks';

interface FindingsProps {
  /** A month, or a measure of it: `2022-05/3`; the running or nearest month when nothing is named. */
  readonly about: string | null;
  /** The unit that is opened first; null for the first that was drawn. */
  readonly unitId?: string | null;
  /** Whether the reader sees every drawn unit, or his own alone. */
  readonly isLead: boolean;
  /** What an inspection found at that unit, to be put into whichever measure it concerns; null for nothing. */
  readonly facts?: string | null;
}

function partsOf(about: string | null): { readonly period: Period | null; readonly measure: number | null } {
  const [period, measure] = about?.split('/') ?? [];
  return { period: period ?? null, measure: measure === undefined ? null : Number(measure) };
}

/** `5月抽查结果`; without a month named, once the answer has said which. */
function titleOf(asked: Period | null, view: FindingListView | undefined): string {
  const period = asked ?? view?.period;
  return period === undefined ? '抽查结果' : `${formatPeriod(period)}抽查结果`;
}

/** 抽查结果: what was found about each measure of a drawn unit's month; a unit reads its own. */
export function FindingsScreen({ about, unitId = null, isLead, facts = null }: FindingsProps) {
  const [{ period, measure }] = useState(() => partsOf(about));
  const query = useFindings(period);
  const isThere = query.data !== undefined;
  useEffect(() => {
    if (isThere && measure !== null) scrollToElement(elementIdOf(measure), 'start');
  }, [isThere, measure]);
  const { isWide } = useDisplay();
  const [chosen, setChosen] = useState(unitId);
  const view = query.data;
  const unit = view === undefined ? undefined : unitOf(view, chosen, facts);
  const factsFor = (opened: CheckedUnit) => (opened.unitId === unitId ? facts : null);
  const hasChoice = view !== undefined && view.units.length > 1;
  const list =
    isWide && hasChoice ? <UnitPane units={view.units} openId={unit?.unitId} onOpen={setChosen} /> : undefined;
  return (
    <Screen title={titleOf(period, view)} section={SECTION} isOnSurface {...(list === undefined ? {} : { list })}>
      <Answered query={query}>
        {(data) =>
          unit === undefined ? (
            <NobodySeen view={data} isLead={isLead} />
          ) : (
            <View className="finding-page">
              {hasChoice && !isWide ? (
                <Choice
                  label="抽中的县（市、区）"
                  options={data.units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
                  value={unit.unitId}
                  onChoose={setChosen}
                />
              ) : null}
              <UnitFindings key={unit.unitId} view={data} unit={unit} facts={factsFor(unit)} />
            </View>
          )
        }
      </Answered>
    </Screen>
  );
}

/** The unit that is open: the chosen one, else the first. What was found at one unit is recorded at no other. */
function unitOf({ units }: FindingListView, chosen: string | null, facts: string | null): CheckedUnit | undefined {
  return units.find(({ unitId }) => unitId === chosen) ?? (facts === null ? units[0] : undefined);
}

interface UnitPaneProps {
  readonly units: readonly CheckedUnit[];
  readonly openId: string | undefined;
  readonly onOpen: (unitId: string) => void;
}

function UnitPane({ units, openId, onOpen }: UnitPaneProps): ReactNode {
  return units.map((unit) => (
    <PaneRow
      key={unit.unitId}
      isOpen={unit.unitId === openId}
      onOpen={() => {
        onOpen(unit.unitId);
      }}
    >
      <View className="t-s is-bold">{unit.unitName}</View>
      <View className="t-xs c-ink-2">{progressWords(unit)}</View>
    </PaneRow>
  ));
}

function NobodySeen({ view, isLead }: { readonly view: FindingListView; readonly isLead: boolean }) {
  const draw = {
    label: '看摇号',
    onPress: () => {
      openPage('spot-checks');
    },
  };
  if (view.state !== 'drawn') {
    return <StateView icon="clock" title="这个月还没摇号" lines={['摇号以后才有抽查结果。']} verb={draw} />;
  }
  const title = isLead ? nobodyWords(view) : '这个月没抽到您单位';
  return <StateView icon="check" title={title} lines={['抽中谁，各县都能看，也能自己算一遍。']} verb={draw} />;
}

function nobodyWords({ units }: FindingListView): string {
  return units.length === 0 ? '这个月没有抽中谁' : '这个月没有抽中这家，不能在抽查里减分';
}

interface UnitFindingsProps {
  readonly view: FindingListView;
  readonly unit: CheckedUnit;
  readonly facts: string | null;
}

function UnitFindings({ view, unit, facts }: UnitFindingsProps) {
  const mayRecord = view.actions.includes('record-finding') && !view.isPublished;
  return (
    <>
      <Heading level={2} className="t-1">
        {unit.unitName}
      </Heading>
      <View className="t-s c-ink-2">{progressWords(unit)}</View>
      {mayRecord && facts !== null ? (
        <View className="t-s below-1">督导问题的事实已经带上，点哪条措施的“记结果”，就填在哪条。</View>
      ) : null}
      <View className="finding-list">
        {unit.measures.map((measure) => (
          <MeasureFinding
            key={measure.measureId}
            period={view.period}
            unitId={unit.unitId}
            measure={measure}
            mayRecord={mayRecord}
            facts={facts}
          />
        ))}
      </View>
      {unit.measures.length === 0 ? <View className="t-body below-3">这个月台账里没有列措施。</View> : null}
      <Footnote>
        {view.isPublished
          ? '这个月已经通报，抽查结果不再改。之后查到的，由牵头单位在考评复核里更正这个月的分。'
          : '查到没完成的，扣掉这条措施得的分。通报以后查到的，要办更正。'}
      </Footnote>
      <View className="row">
        <Button
          look="link"
          onPress={() => {
            openPage('spot-checks');
          }}
        >
          看怎么抽中的
        </Button>
        {view.isPublished && view.actions.includes('record-finding') ? (
          <Button
            look="link"
            onPress={() => {
              openPage('assessment/review');
            }}
          >
            去更正
          </Button>
        ) : null}
      </View>
    </>
  );
}
