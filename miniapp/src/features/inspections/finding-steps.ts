import { findingNotices, type FindingAction, type FindingNotice, type FindingView } from '@jiannuo/shared/inspections';

/** What a step on a finding asks of whoever takes it, and what its buttons say. */
export interface Step {
  readonly action: FindingAction;
  readonly verb: string;
  readonly done: string;
  readonly text?: string;
  readonly hint?: string;
  readonly isEntered?: true;
  /** What follows from it, where one of two ends is chosen. */
  readonly note?: string;
}

/** Every step in the order in which it is offered. */
const STEPS: readonly Step[] = [
  { action: 'answer', verb: '写整改情况', done: '' },
  { action: 'accept', verb: '认可', done: '已认可', text: '说明，可以不写', hint: '认可了，这个问题就整改完成。' },
  {
    action: 'clear',
    verb: '认可说明，不算瞒报',
    note: '去掉“瞒报”，不能写问题线索',
    done: '已认可',
    text: '理由',
    hint: '单位那边去掉“瞒报”，也不能写问题线索。理由单位会看到，留在经过里。',
  },
  {
    action: 'uphold',
    verb: '瞒报成立',
    note: '不减分，可以接着写问题线索',
    done: '已认定',
    text: '理由',
    hint: '单位会看到理由。不减分，可以接着写问题线索。',
  },
  { action: 'edit', verb: '改这个问题', done: '' },
  { action: 'return', verb: '退回再改', done: '已退回', text: '退回理由', hint: '单位会看到理由，2个工作日内再交。' },
  { action: 'take-back', verb: '撤回整改情况', done: '已撤回', hint: '时限前可以撤回，改好再交。' },
  {
    action: 'enter-answer',
    verb: '代录整改情况',
    done: '已代录',
    text: '整改情况',
    hint: '用邮件、纸质交来的，按真实时间登记。',
    isEntered: true,
  },
  { action: 'drop', verb: '去掉这个问题', done: '已去掉', text: '理由，可以不写', hint: '去掉的不反馈，留有记录。' },
];

/** What some are called where a unit explains itself (疑似瞒报) and puts nothing right. */
const HEARING: Readonly<Partial<Record<FindingAction, Partial<Step>>>> = {
  answer: { verb: '说明情况' },
  return: { verb: '退回再说明' },
  'take-back': { verb: '撤回说明' },
  'enter-answer': { verb: '代录说明', text: '说明' },
};

/** What may be done to a finding now, in the order in which it is offered. */
function stepsOf({ actions, concealedIn }: Offering): readonly Step[] {
  return STEPS.filter(({ action }) => actions.includes(action)).map((step) => {
    return concealedIn === null ? step : { ...step, ...HEARING[step.action] };
  });
}

type Offering = Pick<FindingView, 'actions' | 'concealedIn' | 'state'>;

/** Something that is offered for a finding: a step, the choice between the two outcomes of a hearing, a notice. */
export type Offer =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'judge'; readonly outcomes: readonly Step[] }
  | { readonly kind: 'notice'; readonly notice: FindingNotice };

/** What is offered now: the likeliest as button, the rest under 更多. Neither outcome of a hearing is the likelier one. */
export function offersOf(finding: Offering): { readonly first: Offer | null; readonly more: readonly Offer[] } {
  const isUpheld = finding.state === 'upheld';
  const all = stepsOf(finding);
  const outcomes = isUpheld ? [] : all.filter(({ action }) => action === 'clear' || action === 'uphold');
  const judge: readonly Offer[] = outcomes.length === 0 ? [] : [{ kind: 'judge', outcomes }];
  const steps = all.filter((step) => !outcomes.includes(step)).map((step): Offer => ({ kind: 'step', step }));
  const kinds = finding.actions.includes('draft-notice') ? findingNotices(finding.state) : [];
  const notices = kinds.map((notice): Offer => ({ kind: 'notice', notice }));
  const [first, ...others] = isUpheld ? [...notices, ...steps] : [...judge, ...steps];
  return { first: first ?? null, more: isUpheld ? others : [...others, ...notices] };
}
