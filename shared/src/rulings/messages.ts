import type { MessageRegistry } from '../kernel';

/** What people read when something about rulings is refused. */
export const RULINGS_MESSAGES = {
  'rulings.not-your-role': () => '定口径由牵头单位办。有疑问请联系牵头单位。',
  'rulings.own-draft': () => '这条是您起草的，要请另一位经办人核对。',
  'rulings.overtaken': () => '这一问刚定了新的口径。请看过再起草一条。',
  'rulings.circular': () => '您要接替的那条早被接替了，不能绕回去。请接替现在用的那条。',
  'rulings.not-in-force': () => '要接替的那条不是这一问现在用的。请刷新再看。',
  'rulings.draft-waiting': () => '这一问已有一条等核对。请先核对或作废，再起草。',
  'rulings.not-possible-draft': () => '这条还没核对，办不了这一步。',
  'rulings.not-possible-checked': () => '这条已经生效。要改请再发一条新口径。',
  'rulings.not-possible-superseded': () => '这条已被后来的口径接替，不能再动。',
  'rulings.not-possible-void': () => '这条已经作废，不能再动。',
  'rulings.question-unknown': () => '没有这一问，请重新选。',
  'rulings.text-missing': ({ label }) => `还没写${String(label)}。`,
  'rulings.text-too-long': ({ label, limit }) => `${String(label)}最多${String(limit)}个字，请写短些。`,
  'rulings.month-unreadable': () => '月份没认出来，请重新选。',
  'rulings.month-outside': () => '这个月不在考评周期里，请另选一个月。',
  'rulings.year-unscored': () => '这一年没有定考评办法，没有口径可定。',
  'rulings.not-found': () => '没有这条口径，请刷新再看。',
} satisfies MessageRegistry;
