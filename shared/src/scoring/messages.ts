import type { MessageRegistry } from '../kernel';

/** What people read when a case cannot be scored. */
export const SCORING_MESSAGES = {
  'scoring.case-unreadable': () => '没读出要算分的案例，请核对格式。',
  'scoring.kind-unknown': () => '案例的“kind”要写month或year。',
  'scoring.regulation-unknown': ({ field }) => `没有编号是“${String(field)}”的考评规则，请核对“regulation”。`,
  'scoring.year-not-here': () => '这台手机算不了全年得分，请在电脑上看。',
  'scoring.unreadable': ({ label }) => `${String(label)}没读出来，请核对格式。`,
  'scoring.field-missing': ({ label }) => `少了${String(label)}，请补上。`,
  'scoring.unknown-field': ({ label }) => `多了${String(label)}，请删去。`,
  'scoring.not-a-list': ({ label }) => `${String(label)}要写成列表。`,
  'scoring.too-many': ({ label, limit }) => `${String(label)}最多${String(limit)}条，请分开算。`,
  'scoring.duplicate-id': ({ label }) => `${String(label)}和前面的重了，请改成不同的。`,
  'scoring.duplicate-month': ({ label }) => `${String(label)}和前面的重了，一个月只能有一条。`,
  'scoring.text-missing': ({ label, limit }) => `${String(label)}要写文字，最多${String(limit)}个字。`,
  'scoring.not-a-claim': ({ label }) => `${String(label)}要写true或false。`,
  'scoring.instant-unreadable': ({ label }) => `${String(label)}没认出来，样子是：2022-05-20T16:00:00.000Z。`,
  'scoring.choice-unknown': ({ label, limit }) => `${String(label)}没认出来，可以写：${String(limit)}。`,
  'scoring.month-unreadable': ({ label }) => `${String(label)}没认出来，样子是2022-05。`,
  'scoring.month-outside': ({ label, limit }) => `${String(label)}不在考评的月份里，应是${String(limit)}。`,
  'scoring.ruling-unknown': ({ label }) => `没有${String(label)}这一项，请核对名称。`,
  'scoring.number-unreadable': ({ label }) => `${String(label)}没认出来，请写成“65.5”这样的数。`,
  'scoring.number-too-long': ({ label, limit }) => `${String(label)}太长，最多${String(limit)}个字符。`,
  'scoring.divided-by-zero': ({ label }) => `${String(label)}的分母是0，请核对。`,
  'scoring.negative': ({ label }) => `${String(label)}不能是负数。`,
  'scoring.too-many-places': ({ label, limit }) => `${String(label)}最多${String(limit)}位小数。`,
  'scoring.too-high': ({ label, limit }) => `${String(label)}最多是${String(limit)}，请核对。`,
} satisfies MessageRegistry;
