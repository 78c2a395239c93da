import { formatDay } from '@jiannuo/shared/kernel';
import {
  INSPECTION_LIMITS,
  isAnnounced,
  type InspectionAction,
  type InspectionStepRequest,
  type InspectionView,
} from '@jiannuo/shared/inspections';
import { useState } from 'react';
import { beijingToday } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { StepVerbs } from '../../ui/bar/step-verbs';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Dialog, type SheetVerb } from '../../ui/overlay/dialog';
import { ReasonSheet } from '../../ui/overlay/reason-sheet';
import { showToast } from '../../ui/overlay/toast';
import { stepInspection } from './api/step-inspection.api';
import { progressWords } from './inspection-words';

/** What each step is called, in the order in which they are offered; a question is asked before what cannot be taken back. */
interface Step {
  readonly action: InspectionAction;
  readonly verb: string;
  readonly done: string;
  readonly question?: (inspection: InspectionView) => string;
}

const STEPS: readonly Step[] = [
  { action: 'note', verb: '记一个问题', done: '' },
  { action: 'start', verb: '开始督导', done: '督导开始了', question: startWords },
  { action: 'release', verb: '反馈给单位', done: '已反馈给单位', question: releaseWords },
  { action: 'close', verb: '办结', done: '已办结' },
  { action: 'conclude', verb: '汇总问题', done: '已汇总，等反馈' },
  { action: 'edit', verb: '改计划', done: '' },
  { action: 'resume', verb: '回到督导中', done: '可以再记问题' },
  { action: 'cancel', verb: '取消督导', done: '已取消' },
];

function startWords({ method, fromOn }: InspectionView): string {
  const early = fromOn !== null && fromOn > beijingToday() ? `计划${formatDay(fromOn)}开始，现在是提前开始。` : '';
  return early + toldWords(method);
}

function toldWords(method: InspectionView['method']): string {
  return isAnnounced(method) ? '开始后通知各单位，计划不能再改。' : '暗访不通知单位，计划不能再改。';
}

function releaseWords({ rows }: InspectionView): string {
  const asked = rows.filter(({ demand }) => demand !== '').length;
  const words = asked === 0 ? '没有要整改的' : `${String(asked)}个要整改，算单位的待办`;
  return `${String(rows.length)}个问题，${words}。反馈后文字不能改。`;
}

/** What may be done to an inspection now: the likeliest as button, the rest under 更多. */
export function InspectionBar({ inspection }: { readonly inspection: InspectionView }) {
  const write = useWrite(QUERY_KEYS.inspections, QUERY_KEYS.inbox);
  const [asking, setAsking] = useState<Step | null>(null);
  const [first, ...rest] = STEPS.filter(({ action }) => inspection.actions.includes(action));
  if (first === undefined) return null;
  const close = () => {
    setAsking(null);
  };
  const take = async ({ action, done }: Step, reason = '') => {
    const body = { action: action as InspectionStepRequest['action'], version: inspection.version, reason };
    if ((await write.run(body, (key) => stepInspection(inspection.id, body, key))) === null) return;
    showToast(done);
    close();
  };
  const begin = (step: Step) => {
    if (step.action === 'edit') openPage('inspections/write', { id: inspection.id });
    else if (step.action === 'note') openPage('inspections/note', { inspection: inspection.id });
    else if (step.action === 'cancel' || step.question !== undefined) setAsking(step);
    else void take(step);
  };
  const verbOf = (step: Step): SheetVerb => ({
    label: step.verb,
    onPress: () => {
      begin(step);
    },
  });
  return (
    <StickyBar
      title={progressWords(inspection, beijingToday()).text}
      {...(write.error === null || asking !== null ? {} : { note: write.error.sentence })}
    >
      <StepVerbs first={verbOf(first)} rest={rest.map(verbOf)} isSending={write.isSending} />
      {asking === null ? null : (
        <Ask
          step={asking}
          inspection={inspection}
          write={write}
          onClose={close}
          onTake={(reason) => take(asking, reason)}
        />
      )}
    </StickyBar>
  );
}

interface AskProps {
  readonly step: Step;
  readonly inspection: InspectionView;
  readonly write: ReturnType<typeof useWrite>;
  readonly onClose: () => void;
  readonly onTake: (reason: string) => Promise<void>;
}

/** Asks before what cannot be taken back, or why. */
function Ask({ step, inspection, write, onClose, onTake }: AskProps) {
  if (step.question === undefined) {
    return (
      <ReasonSheet
        title={step.verb}
        verb={step.verb}
        hint="知道这次督导的单位会收到通知。"
        label="取消的理由"
        limit={INSPECTION_LIMITS.reason}
        missing="还没写理由。"
        write={write}
        onSend={onTake}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      title={`${step.verb}？`}
      verb={write.isSending ? '正在办' : step.verb}
      onClose={onClose}
      onConfirm={() => void onTake('')}
    >
      {write.error?.sentence ?? step.question(inspection)}
    </Dialog>
  );
}
