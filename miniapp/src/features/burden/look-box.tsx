import type { UnitLoad } from '@jiannuo/shared/burden';
import { firstCodePoints, formatDue, formatPeriod, formatWhole, isBlank } from '@jiannuo/shared/kernel';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { TextField } from '../../ui/field/field';
import { useRested } from '../../ui/field/use-rested';
import { NoteBox } from '../../ui/record/note-box';
import { useLook } from './api/look.api';

/** How many units are asked about; their ids travel in the address. */
const MOST_UNITS = 30;
/** How much of the ask is compared while it is written, in characters; the server compares all of it. */
const MOST_WORDS = 240;

/** What of a unit is worth knowing before it is asked: what it owes this week, and what it has handed in already. */
function linesOf({ unitName, owed, duplicates }: UnitLoad, isAsking: boolean): readonly string[] {
  const week = owed.length === 0 ? [] : [loadWords(unitName, owed)];
  if (!isAsking) return week;
  const there = heldWords(duplicates.filter(({ at }) => at !== null));
  const owing = heldWords(duplicates.filter(({ at }) => at === null));
  return [
    ...week,
    ...(there === '' ? [] : [`${unitName}已经有：${there}。`]),
    ...(owing === '' ? [] : [`${unitName}本来就要报：${owing}。`]),
  ];
}

/** `5月月报（三）诚信“七进”、月报（四）信用综合评价`: a month that several stand in is said once. */
function heldWords(duplicates: UnitLoad['duplicates']): string {
  const monthOf = ({ source, period }: UnitLoad['duplicates'][number]): string =>
    period === null || source === 'ticket' ? '' : formatPeriod(period);
  const months = duplicates.map(monthOf);
  return duplicates
    .map(({ title }, index) => `${months[index] === months[index - 1] ? '' : (months[index] ?? '')}${title}`)
    .join('、');
}

/** `逊克县7天内还有3件要办，1件已超期，接下来是5月月报，5月20日 周五 24:00前。` */
function loadWords(unitName: string, owed: UnitLoad['owed']): string {
  const next = owed.find(({ dueAt }) => dueAt > now());
  const late = next === undefined ? owed.length : owed.indexOf(next);
  const parts = [
    `${unitName}7天内还有${String(owed.length)}件要办`,
    ...(late === 0 ? [] : [`${String(late)}件已超期`]),
    ...(next === undefined
      ? []
      : [`${late === 0 ? '最近' : '接下来'}是${next.title}，${formatDue(next.dueAt, now())}`]),
  ];
  return `${parts.join('，')}。`;
}

/** What was not looked at, so that nobody takes silence for an answer. */
function restWords(units: number): readonly string[] {
  const rest = units - MOST_UNITS;
  return rest > 0 ? [`只看了前${String(MOST_UNITS)}家，另外${formatWhole(String(rest))}家没看。`] : [];
}

interface LookProps {
  readonly title: string;
  readonly requirement: string;
  readonly unitIds: readonly string[];
  /** Whether material is asked for; what is held matters only then. */
  readonly isAsking: boolean;
  readonly reason: string;
  /** The obligation that it is about; empty for none. */
  readonly linkId: string;
  /** The notice that this one corrects, whose load it takes over; empty for none. */
  readonly correctsId: string;
  readonly onReason: (reason: string) => void;
}

/** What was compared with the ask, so that silence can be trusted. */
function comparedWords(isCompared: boolean, isHeld: boolean): string | null {
  if (!isCompared) return null;
  return `和月报、自查评分、台账、通讯录、今年的提示单比过${isHeld ? '' : '，没有重复'}。`;
}

/** 签发前看一眼: how the units stand; and where they have handed it in already, why it is asked again (M8). */
export function LookBox({ title, requirement, unitIds, isAsking, reason, linkId, correctsId, onReason }: LookProps) {
  const ask = useRested(firstCodePoints(`${title}\n${requirement}`, MOST_WORDS));
  const { data } = useLook(unitIds.slice(0, MOST_UNITS), { ask: isAsking ? ask : '', linkId, correctsId });
  const [first] = useState(reason);
  const units = unitIds.length === 0 ? [] : (data?.units ?? []);
  const isHeld = isAsking && units.some(({ duplicates }) => duplicates.length > 0);
  const isCompared = isAsking && units.length > 0 && !isBlank(ask);
  return (
    <>
      <NoteBox
        title="签发前看一眼"
        lines={[...units.flatMap((unit) => linesOf(unit, isAsking)), ...restWords(unitIds.length)]}
        note={comparedWords(isCompared, isHeld)}
      />
      {isHeld || reason !== '' ? (
        <TextField
          label="还要再要一次，写明理由"
          initial={first}
          lines="many"
          note="理由记在通知里，单位看得到。"
          onType={onReason}
        />
      ) : null}
    </>
  );
}
