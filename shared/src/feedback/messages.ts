import type { MessageRegistry } from '../kernel';

/** What people read when something about 投诉建议 is refused. */
export const FEEDBACK_MESSAGES = {
  'feedback.not-found': () => '没有这件投诉建议，或者不归您看。',
  'feedback.not-yours': () => '这一步不归您办。您可以在“我的”里另写一件。',
  'feedback.kind-unknown': () => '请选投诉、建议或求助。',
  'feedback.text-missing': () => '还没写内容，请写上再交。',
  'feedback.text-too-long': ({ limit }) => `最多写${String(limit)}个字，请写短些。`,
  'feedback.contact-too-long': ({ limit }) => `联系办法最多${String(limit)}个字，请写短些。`,
  'feedback.is-closed': () => '这件已经办结，不能再写。有新的事请另写一件。',
  'feedback.not-answered': () => '还没回复，请先回复再办结。',
} satisfies MessageRegistry;
