import type { TicketAction } from '@jiannuo/shared/supervision';

/** What a step asks of whoever takes it, and what its buttons say. */
export interface StepForm {
  readonly verb: string;
  readonly done: string;
  /** Says what taking it means. */
  readonly hint?: string;
  readonly text?: string;
  readonly asks?: 'due' | 'given' | 'handler' | 'received';
  /** Takes something back: never the blue button. */
  readonly isQuiet?: true;
}

/** Every step in the order in which it is offered; the first that is possible is the button. */
export const STEP_FORMS: Readonly<Partial<Record<TicketAction, StepForm>>> = {
  sign: { verb: '签收', done: '已签收' },
  answer: { verb: '写反馈', done: '已反馈' },
  finish: {
    verb: '办结',
    done: '已办结',
    hint: '认可这份反馈，这一份就办完了。',
    text: '说明，可以不写',
  },
  return: { verb: '退回修改', done: '已退回', hint: '单位会看到理由，2个工作日内再反馈。', text: '退回理由' },
  'grant-extension': { verb: '同意延期', done: '已同意', text: '说明，可以不写', asks: 'given' },
  'refuse-extension': { verb: '不同意延期', done: '已答复', text: '理由' },
  urge: {
    verb: '催办',
    done: '已催办',
    hint: '联络员会收到一条提醒，一个工作日只催一次，晚上一家只催一次。',
    text: '附一句话，可以不写',
  },
  note: { verb: '记一条进展', done: '已记下', text: '办理进展' },
  outcome: { verb: '记处理结果', done: '已记下', text: '处理结果', hint: '只有知悉人看得到，记下就不能改，可以再记。' },
  'hand-over': { verb: '转办', done: '已转办', hint: '转给本单位同事办，反馈仍从这里交。', asks: 'handler' },
  'ask-extension': {
    verb: '申请延期',
    done: '已申请',
    hint: '本单位分管领导也会看到。',
    text: '延期理由',
    asks: 'due',
  },
  'drop-extension': {
    verb: '收回延期申请',
    done: '已收回',
    hint: '收回以后不再等答复，时限照旧。',
    isQuiet: true,
  },
  'take-back': { verb: '撤回反馈', done: '已撤回', hint: '截止前可以撤回，改好再交。', isQuiet: true },
  withdraw: {
    verb: '撤回这一份',
    done: '已撤回',
    hint: '还没签收的可以撤回，单位不用再办。',
    text: '撤回理由',
    isQuiet: true,
  },
  'enter-sign': { verb: '代录签收', done: '已代录', hint: '用纸质、电话签收的，按真实时间登记。', asks: 'received' },
  'enter-answer': {
    verb: '代录反馈',
    done: '已代录',
    hint: '用邮件、纸质交来的，按真实时间登记。',
    text: '办理情况',
    asks: 'received',
  },
};

/** The steps among `actions` in the order in which they are offered. */
export function offered(actions: readonly TicketAction[]): readonly (readonly [TicketAction, StepForm])[] {
  const forms = Object.entries(STEP_FORMS) as [TicketAction, StepForm][];
  return forms.filter(([action]) => actions.includes(action));
}
