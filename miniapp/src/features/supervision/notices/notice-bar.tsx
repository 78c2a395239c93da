import {
  isMetBy,
  progressWords,
  SUPERVISION_LIMITS,
  type NoticeAction,
  type NoticeStepRequest,
  type NoticeView,
} from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../../platform/navigation';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite, type Write } from '../../../platform/query/use-write';
import { StepVerbs } from '../../../ui/bar/step-verbs';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import type { SheetVerb } from '../../../ui/overlay/dialog';
import { ReasonSheet } from '../../../ui/overlay/reason-sheet';
import { showToast } from '../../../ui/overlay/toast';
import { stepNotice } from '../api/step-notice.api';
import { AgainField } from './again-field';
import { LastLookSheet } from './last-look-sheet';
import { SuccessorSheet } from '../clues/successor-sheet';
import { noticeWords } from '../supervision-words';

/** What each step on a notice is called and asks, in the order in which they are offered. */
const STEPS: readonly {
  readonly action: NoticeAction;
  readonly verb: string;
  readonly done: string;
  /** Looked at once more before, because it cannot be taken back. */
  readonly isLooked?: true;
  readonly reason?: string;
  /** What it brings about, where it cannot be taken back. */
  readonly effect?: string;
}[] = [
  { action: 'adopt', verb: '用这份草稿', done: '已采纳，请核时限' },
  { action: 'issue', verb: '签发', done: '已签发', isLooked: true },
  { action: 'check', verb: '核对无误', done: '已核对' },
  { action: 'send', verb: '送核对', done: '送去核对了' },
  { action: 'edit', verb: '接着写', done: '' },
  { action: 'decline', verb: '不采纳', done: '已记下', reason: '不采纳的理由' },
  { action: 'send-back', verb: '退回起草', done: '已退回', reason: '哪里要改' },
  { action: 'discard', verb: '不发了', done: '不发了', reason: '不发的理由' },
  { action: 'succeed', verb: '换知悉人', done: '' },
  { action: 'keep', verb: '维持', done: '已维持', reason: '为什么仍然成立', effect: '收到这一份的都会看到这个理由。' },
  { action: 'delist', verb: '摘牌', done: '已摘牌', reason: '摘牌的理由' },
  { action: 'correct', verb: '另发更正', done: '' },
  {
    action: 'void',
    verb: '作废',
    done: '已作废',
    reason: '作废的理由',
    effect: '各家的单子都撤回，并告诉他们。文号保留，作废不能反悔。',
  },
];
type Step = (typeof STEPS)[number];

/** Whether a step asks something before it is taken. */
function opens({ action, isLooked, reason }: Step): boolean {
  return isLooked === true || reason !== undefined || action === 'succeed';
}

/** What may be done to a notice now: the likeliest as button, the rest under 更多. */
export function NoticeBar({ notice }: { readonly notice: NoticeView }) {
  const write = useWrite(QUERY_KEYS.supervision, QUERY_KEYS.inbox);
  const [asking, setAsking] = useState<Step | null>(null);
  const steps = STEPS.filter(({ action }) => notice.actions.includes(action));
  const { first, rest } = splitFor(steps);
  if (steps.length === 0) return null;
  const close = () => {
    setAsking(null);
    write.forgetError();
  };
  const take = async (step: Step, reason = '', againOn: string | null = null) => {
    const action = step.action as NoticeStepRequest['action'];
    const body = { action, version: notice.version, reason, ...(againOn === null ? {} : { againOn }) };
    if ((await write.run(body, (key) => stepNotice(notice.id, body, key))) === null) return;
    showToast(step.done);
    close();
  };
  const begin = (step: Step) => {
    if (step.action === 'edit') openPage('supervision/write', { id: notice.id });
    else if (step.action === 'correct') openPage('supervision/write', { corrects: notice.id });
    else if (opens(step)) setAsking(step);
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
      title={hintFor(notice)}
      {...(write.error === null || asking !== null ? {} : { note: write.error.sentence })}
    >
      <StepVerbs
        first={first === undefined ? null : verbOf(first)}
        rest={rest.map(verbOf)}
        isSending={write.isSending}
      />
      {asking === null ? null : (
        <Ask
          notice={notice}
          step={asking}
          write={write}
          onClose={close}
          onTake={(reason, againOn) => take(asking, reason, againOn)}
          onBack={() => {
            write.forgetError();
            setAsking(steps.find(({ action }) => action === 'send-back') ?? null);
          }}
        />
      )}
    </StickyBar>
  );
}

/** Steps that nobody is led to: what is issued is touched lightly by none, and who waits for a check has nothing to do. */
const NEVER_FIRST: readonly NoticeAction[] = ['send-back', 'discard', 'correct', 'keep', 'void'];

function splitFor(steps: readonly Step[]): { readonly first: Step | undefined; readonly rest: readonly Step[] } {
  const [first, ...rest] = steps;
  if (steps.length === 1) return { first, rest };
  return first === undefined || NEVER_FIRST.includes(first.action)
    ? { first: undefined, rest: steps }
    : { first, rest };
}

function hintFor({ state, actions, tickets, answer }: NoticeView): string {
  if (state === 'checking' && !actions.includes('check')) return '请另一位经办人核对';
  if (state !== 'issued') return noticeWords(state).text;
  return tickets.waiting > 0 ? `${String(tickets.waiting)}家等您看` : progressWords(tickets, answer);
}

interface AskProps {
  readonly notice: NoticeView;
  readonly step: Step;
  readonly write: Write;
  readonly onClose: () => void;
  readonly onTake: (reason: string, againOn: string | null) => Promise<void>;
  /** Takes it back to be written on instead. */
  readonly onBack: () => void;
}

/** Asks before what cannot be taken back, or why. */
function Ask({ notice, step, write, onClose, onTake, onBack }: AskProps) {
  const [againOn, setAgainOn] = useState<string | null>(null);
  if (step.action === 'succeed') return <SuccessorSheet notice={notice} onClose={onClose} />;
  if (step.isLooked) {
    return (
      <LastLookSheet
        notice={notice}
        write={write}
        onClose={onClose}
        onBack={onBack}
        onIssue={() => {
          void onTake('', null);
        }}
      />
    );
  }
  const hint = (
    <>
      {step.effect === undefined ? null : <View className="look-note">{step.effect}</View>}
      <RestedOn notice={notice} step={step} />
      <OpenBelow notice={notice} step={step} />
    </>
  );
  return (
    <ReasonSheet
      title={step.verb}
      verb={step.verb}
      hint={hint}
      choice={step.action === 'decline' ? <AgainField value={againOn} onChoose={setAgainOn} /> : null}
      label={step.reason ?? ''}
      limit={SUPERVISION_LIMITS.reason}
      missing={null}
      write={write}
      onSend={(reason) => onTake(reason, againOn)}
      onClose={onClose}
    />
  );
}

/** What rests on what is about to be declared void, as far as the reader may know of it. */
function RestedOn({ notice: { restedOn }, step }: Pick<AskProps, 'notice' | 'step'>) {
  if (step.action !== 'void' || restedOn.length === 0) return null;
  return (
    <View className="look-note is-bold c-ink">{`${restedOn.join('、')}以这一份为依据，作废后要重新定，也会告诉收到的人。`}</View>
  );
}

/** The notices under a 挂牌 that are not done: taking it off the list ends none of them. */
function OpenBelow({ notice: { chain }, step }: Pick<AskProps, 'notice' | 'step'>) {
  if (step.action !== 'delist') return null;
  const open = chain.filter(({ deliveries }) => !isMetBy(deliveries));
  if (open.length === 0) return null;
  const numbers = open.map(({ number }) => number).join('、');
  return (
    <View className="look-note is-bold c-ink">{`${numbers}还没办结，摘牌不会一并了结，请各自复核办结，或者作废。`}</View>
  );
}
