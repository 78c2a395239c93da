import { formatDue, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { RemindResultView } from '@jiannuo/shared/notifications';
import type { BoardCell } from '@jiannuo/shared/obligations';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Sheet, type SheetVerb } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { StatusWord } from '../../ui/status/status-word';
import { useBoardDecision, useRemind, type Reminding } from './board.api';
import type { ShownRow } from './board-filter';
import { isToBeCalled, receivedWords, reminderWords, standingWords } from './cell-words';
import { remindWords } from './chat-box';
import { DecisionForm } from './decision-form';

interface UnitSheetProps {
  readonly shown: ShownRow;
  readonly title: string;
  /** When the others have to hand it in. */
  readonly ownDueAt: Instant;
  /** The board's month, in which all of this lies. */
  readonly period: Period;
  readonly now: Instant;
  readonly onClose: () => void;
}

type Step = 'verbs' | 'extend' | 'shorten' | 'waive' | 'unwaive';
const STEP_TITLES: Record<Step, string> = {
  verbs: '',
  extend: '宽限',
  shorten: '改短、撤销宽限',
  waive: '免报',
  unwaive: '改回要报',
};

const CHANGE_WORDS = { extended: '宽限过', shortened: '宽限改短过', moved: '顺延过' } as const;

interface OwedVerbs {
  readonly shown: ShownRow;
  readonly period: Period;
  readonly remind: () => void;
  readonly turnTo: (step: Step) => void;
}

/** Whether there is an extension that still runs. */
function isExtended({ dueChange, standing }: BoardCell): boolean {
  return standing === 'owed' && dueChange !== null && dueChange.kind !== 'moved';
}

/** What can be done while a unit still owes. */
function owedVerbs({ shown, period, remind, turnTo }: OwedVerbs): readonly SheetVerb[] {
  const { cell } = shown;
  const call: SheetVerb = {
    label: '打电话',
    icon: 'phone',
    note: '提醒没送达的，电话都在名单里',
    onPress: () => {
      openPage('call-list');
    },
  };
  const shorten: SheetVerb = {
    label: '改短、撤销宽限',
    icon: 'returned',
    note: '这家会收到通知，要写原因',
    keepsOpen: true,
    onPress: () => {
      turnTo('shorten');
    },
  };
  return [
    ...(isToBeCalled(cell) ? [call] : []),
    { label: '提醒这一家', icon: 'bell', note: '1小时最多1次，晚上只1次', keepsOpen: true, onPress: remind },
    {
      label: '代录纸质、邮件来件',
      icon: 'report',
      onPress: () => {
        openPage('enter-for', { obligationId: cell.obligationId, period });
      },
    },
    {
      label: '宽限',
      icon: 'calendar',
      note: '只给这一家，要写原因',
      keepsOpen: true,
      onPress: () => {
        turnTo('extend');
      },
    },
    ...(isExtended(cell) ? [shorten] : []),
    {
      label: '免报',
      icon: 'dash',
      note: '这个月不用报，要写原因',
      keepsOpen: true,
      onPress: () => {
        turnTo('waive');
      },
    },
  ];
}

/** Everything that can be done for one unit and one thing it owes. */
export function UnitSheet({ shown, title, ownDueAt, period, now, onClose }: UnitSheetProps) {
  const { row, cell } = shown;
  const [step, setStep] = useState<Step>('verbs');
  const reminding = useRemind();
  const verbs = verbsOf();

  function verbsOf(): readonly SheetVerb[] {
    if (cell.metAt !== null) {
      const { reportId } = cell;
      if (reportId === null) return [];
      return [
        {
          label: '看这份月报',
          icon: 'report',
          onPress: () => {
            openPage('review', { reportId });
          },
        },
      ];
    }
    if (cell.standing === 'waived') {
      const ask = () => {
        setStep('unwaive');
      };
      return [{ label: '改回要报', icon: 'returned', keepsOpen: true, onPress: ask }];
    }
    return owedVerbs({
      shown,
      period,
      remind: () => {
        reminding.remind([cell.obligationId]);
      },
      turnTo: setStep,
    });
  }

  return (
    <Sheet
      title={step === 'verbs' ? row.unitName : STEP_TITLES[step]}
      verbs={step === 'verbs' ? verbs : []}
      onClose={onClose}
    >
      {step === 'verbs' ? <Facts shown={shown} title={title} now={now} reminding={reminding} /> : null}
      {step === 'unwaive' ? <Unwaive shown={shown} now={now} onDone={onClose} /> : null}
      {step === 'extend' || step === 'shorten' || step === 'waive' ? (
        <DecisionForm kind={step} shown={shown} ownDueAt={ownDueAt} now={now} onDone={onClose} />
      ) : null}
    </Sheet>
  );
}

interface FactsProps extends Omit<UnitSheetProps, 'onClose' | 'period' | 'ownDueAt'> {
  readonly reminding: Reminding;
}

/** How the unit stands, until when, and what became of the last reminder. */
function Facts({ shown: { cell }, title, now, reminding }: FactsProps) {
  const words = standingWords(cell, now);
  const { result, error } = reminding;
  return (
    <View className="below-2">
      <View className="row row-wrap">
        <View className="t-s c-ink-2">{title}</View>
        <View className="gap-3">
          <StatusWord shape={words.shape} isBold>
            {words.text}
          </StatusWord>
        </View>
      </View>
      <View className="t-s c-ink-2">{`截止 ${formatDue(cell.dueAt, now)}`}</View>
      {cell.dueChange === null ? null : (
        <View className="t-s c-ink-2">{`${CHANGE_WORDS[cell.dueChange.kind]}：${cell.dueChange.reason}`}</View>
      )}
      <View className="t-s c-ink-2">{lastWords(cell, now)}</View>
      {result === null ? null : (
        <View className={`t-s below-1 ${result.queued > 0 ? 'c-done' : 'c-ink-2'}`}>{oneRemindWords(result)}</View>
      )}
      {error === null ? null : <View className="t-s c-late below-1">{error.sentence}</View>}
    </View>
  );
}

/** What became of a reminder to this one unit. */
function oneRemindWords(result: RemindResultView): string {
  return result.queued === 0 && result.alreadyTonight > 0 ? '刚提醒过，这会儿不再发。' : remindWords(result);
}

function lastWords(cell: BoardCell, now: Instant): string {
  if (cell.waiveReason !== null) return `免报原因：${cell.waiveReason}`;
  return cell.metAt === null ? reminderWords(cell, now) : `收到 ${receivedWords(cell, now)}`;
}

/** Asks once before a unit that was let off owes again. */
function Unwaive({
  shown,
  now,
  onDone,
}: {
  readonly shown: ShownRow;
  readonly now: Instant;
  readonly onDone: () => void;
}) {
  const { row, cell } = shown;
  const decision = useBoardDecision();
  const undo = async () => {
    if (!(await decision.decide({ kind: 'unwaive', obligationId: cell.obligationId }))) return;
    showToast('已改回要报');
    onDone();
  };
  return (
    <View className="below-3">
      <View className="t-body">{`${row.unitName}就又要报了，${formatDue(cell.dueAt, now)}。`}</View>
      {decision.error === null ? null : <View className="t-s c-late below-1">{decision.error.sentence}</View>}
      <View className="below-3">
        <Button isBlock onPress={() => void undo()}>
          改回要报
        </Button>
      </View>
    </View>
  );
}
