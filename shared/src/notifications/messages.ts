import type { MessageRegistry } from '../kernel';

/** What people read when something about messages is refused. */
export const NOTIFICATIONS_MESSAGES = {
  'notifications.consent-unreadable': () => '没认出您在微信里的选择，请再选一次。',
  'notifications.call-result-missing': () => '请写打电话的结果，例如“已告知，今天交”。',
  'notifications.call-result-too-long': ({ limit }) => `结果最多${String(limit)}个字，请写短些。`,
  'notifications.not-bound': () => '这个账号还没有绑定微信。请先在微信里打开小程序，核对单位后再试。',
  'notifications.nobody-chosen': () => '请先选要提醒的单位。',
} satisfies MessageRegistry;
