const REMINDER_WORDS: Readonly<Record<string, string>> = {
  planned: '提醒排好了',
  sending: '提醒正在发',
  unknown: '提醒发了，微信还没回音',
  delivered: '提醒已送达',
  'already-done': '',
  'call-list': '提醒没送达',
};

/** What became of a reminder, by its state; empty where it was not needed any more. */
export function sentWords(state: string): string {
  return REMINDER_WORDS[state] ?? '';
}
