import {
  MATTER_LIMITS,
  STEP_LABELS,
  type MatterAction,
  type MatterStepRequest,
  type MatterView,
} from '@jiannuo/shared/coordination';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite, type Write } from '../../platform/query/use-write';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/overlay/dialog';
import { ReasonSheet } from '../../ui/overlay/reason-sheet';
import { showToast } from '../../ui/overlay/toast';
import { stepMatter } from './api/step-matter.api';
import { matterDue, matterWords } from './matter-words';

interface Step {
  readonly action: MatterAction;
  readonly verb: string;
  readonly done: string;
  readonly hint: string;
}

/** Every step in the order in which it is offered; the first that is possible is the button. */
const STEPS: readonly Step[] = [
  { action: 'take-up', verb: '受理', done: '已受理', hint: '' },
  { action: 'finish', verb: '报办好了', done: '已报给专班', hint: '专班看过再办结。' },
  { action: 'decide', verb: '定办法', done: '', hint: '' },
  { action: 'close', verb: '办结', done: '已办结', hint: '各单位会收到结果。' },
  { action: 'reopen', verb: '没解决', done: '已告诉专班', hint: '专班接着办。' },
  { action: 'say', verb: '答复', done: '已答复', hint: '专班和涉及的单位都看得到。不得写涉密内容。' },
];

/** What is likeliest next once a decision was carried out. */
const CLOSE_FIRST: readonly MatterAction[] = ['close', 'decide', 'say'];

function stepsOf({ actions, state }: MatterView): readonly Step[] {
  const steps = STEPS.filter(({ action }) => actions.includes(action));
  if (state !== 'decided' && state !== 'finished') return steps;
  const place = ({ action }: Step) => CLOSE_FIRST.indexOf(action);
  return [...steps].sort((a, b) => place(a) - place(b));
}

type Asking = Step | 'more' | null;

/** What may be done to a matter now: the likeliest as button, the rest under 更多. */
export function MatterBar({ matter }: { readonly matter: MatterView }) {
  const write = useWrite(QUERY_KEYS.matters, QUERY_KEYS.obligations, QUERY_KEYS.inbox);
  const [asking, setAsking] = useState<Asking>(null);
  const [first, ...rest] = stepsOf(matter);
  if (first === undefined) return null;
  const close = () => {
    setAsking(null);
  };
  const take = async ({ action, done }: Step, text = '') => {
    const body: MatterStepRequest = { action, text };
    if ((await write.run([matter.id, body], (key) => stepMatter(matter.id, body, key))) === null) return;
    showToast(done);
    close();
  };
  const begin = (step: Step) => {
    if (step.action === 'decide') openPage('coordination/decide', { id: matter.id });
    else if (STEP_LABELS[step.action] === null) void take(step);
    else setAsking(step);
  };
  return (
    <StickyBar
      title={
        write.isSending ? '正在办，请别关' : (matterDue(matter, now())?.chip.text ?? matterWords(matter.state).text)
      }
      {...(write.error === null || asking !== null ? {} : { note: write.error.sentence })}
    >
      <Rest
        steps={rest}
        onBegin={begin}
        onMore={() => {
          setAsking('more');
        }}
      />
      <Button
        onPress={() => {
          begin(first);
        }}
      >
        {first.verb}
      </Button>
      <Asked asking={asking} steps={rest} write={write} onBegin={begin} onTake={take} onClose={close} />
    </StickyBar>
  );
}

interface AskedProps {
  readonly asking: Asking;
  /** What is under 更多. */
  readonly steps: readonly Step[];
  readonly write: Write;
  readonly onBegin: (step: Step) => void;
  readonly onTake: (step: Step, text: string) => Promise<void>;
  readonly onClose: () => void;
}

/** What has come up over the bar: the other steps, or the field for the words of one. */
function Asked({ asking, steps, write, onBegin, onTake, onClose }: AskedProps) {
  if (asking === null) return null;
  if (asking === 'more') {
    const verbs = steps.map((step) => ({
      label: step.verb,
      keepsOpen: step.action !== 'decide',
      onPress: () => {
        onBegin(step);
      },
    }));
    return <Sheet title="还能办" onClose={onClose} verbs={verbs} />;
  }
  const label = STEP_LABELS[asking.action] ?? '';
  return (
    <ReasonSheet
      title={asking.verb}
      verb={asking.verb}
      hint={asking.hint}
      label={label}
      limit={MATTER_LIMITS.text}
      missing={`还没写${label}。`}
      write={write}
      onSend={(text) => onTake(asking, text)}
      onClose={onClose}
    />
  );
}

interface RestProps {
  readonly steps: readonly Step[];
  readonly onBegin: (step: Step) => void;
  readonly onMore: () => void;
}

/** One more step stands beside the first; several are under 更多. */
function Rest({ steps: [step, ...others], onBegin, onMore }: RestProps) {
  if (step === undefined) return null;
  const begin = () => {
    onBegin(step);
  };
  return (
    <Button look="plain" onPress={others.length === 0 ? begin : onMore}>
      {others.length === 0 ? step.verb : '更多'}
    </Button>
  );
}
