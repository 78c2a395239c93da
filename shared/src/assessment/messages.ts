import type { MessageRegistry } from '../kernel';

/** What people read when a case cannot be scored. */
export const ASSESSMENT_MESSAGES = {
  'assessment.case-unreadable': () => '没读出要算分的案例，请核对格式。',
  'assessment.kind-unknown': () => '案例的“kind”要写month或year。',
  'assessment.regulation-unknown': ({ field }) => `没有编号是“${String(field)}”的考评规则，请核对“regulation”。`,
  'assessment.year-not-here': () => '这台手机算不了全年得分，请在电脑上看。',
  'assessment.unreadable': ({ label }) => `${String(label)}没读出来，请核对格式。`,
  'assessment.field-missing': ({ label }) => `少了${String(label)}，请补上。`,
  'assessment.unknown-field': ({ label }) => `多了${String(label)}，请删去。`,
  'assessment.not-a-list': ({ label }) => `${String(label)}要写成列表。`,
  'assessment.too-many': ({ label, limit }) => `${String(label)}最多${String(limit)}条，请分开算。`,
  'assessment.duplicate-id': ({ label }) => `${String(label)}和前面的重了，请改成不同的。`,
  'assessment.duplicate-month': ({ label }) => `${String(label)}和前面的重了，一个月只能有一条。`,
  'assessment.text-missing': ({ label, limit }) => `${String(label)}要写文字，最多${String(limit)}个字。`,
  'assessment.not-a-claim': ({ label }) => `${String(label)}要写true或false。`,
  'assessment.instant-unreadable': ({ label }) => `${String(label)}没认出来，样子是：2022-05-20T16:00:00.000Z。`,
  'assessment.choice-unknown': ({ label, limit }) => `${String(label)}没认出来，可以写：${String(limit)}。`,
  'assessment.month-unreadable': ({ label }) => `${String(label)}没认出来，样子是2022-05。`,
  'assessment.month-outside': ({ label, limit }) => `${String(label)}不在考评的月份里，应是${String(limit)}。`,
  'assessment.ruling-unknown': ({ label }) => `没有${String(label)}这一项，请核对名称。`,
  'assessment.number-unreadable': ({ label }) => `${String(label)}没认出来，请写成“65.5”这样的数。`,
  'assessment.number-too-long': ({ label, limit }) => `${String(label)}太长，最多${String(limit)}个字符。`,
  'assessment.divided-by-zero': ({ label }) => `${String(label)}的分母是0，请核对。`,
  'assessment.negative': ({ label }) => `${String(label)}不能是负数。`,
  'assessment.too-many-places': ({ label, limit }) => `${String(label)}最多${String(limit)}位小数。`,
  'assessment.too-high': ({ label, limit }) => `${String(label)}最多是${String(limit)}，请核对。`,
} satisfies MessageRegistry;
