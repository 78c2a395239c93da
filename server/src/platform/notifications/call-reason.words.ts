import type { CallReason } from './delivery.decisions';

const WORDS: Record<CallReason, string> = {
  nobody: '单位没有登记这个岗位的人',
  'appointment-ended': '原来的人已经交接',
  unbound: '还没绑定微信',
  'no-template': '还没有可用的消息模板',
  'no-grant': '微信提醒次数用完了',
  'no-answer': '微信没有回音，不知道送到没有',
  refused: '微信没收这条提醒',
  unreachable: '连不上微信',
  'too-late': '过了该提醒的时间',
  lost: '提醒没能发出',
};

/** Why somebody has to be called, in words. */
export function callReasonWords(reason: string | null): string {
  const words: Readonly<Record<string, string | undefined>> = WORDS;
  return words[reason ?? ''] ?? '提醒没送到';
}
