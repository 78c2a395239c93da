/** How the lead unit talked with a unit (art. 4): by telephone, on a visit, at a meeting, by WeChat, some other way. */
export const CONTACT_CHANNELS = ['phone', 'visit', 'meeting', 'wechat', 'other'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** What screens and Excel lists call each channel. */
export const CONTACT_CHANNEL_NAMES: Readonly<Record<ContactChannel, string>> = {
  phone: '电话',
  visit: '走访',
  meeting: '会议',
  wechat: '微信消息',
  other: '其他',
};
