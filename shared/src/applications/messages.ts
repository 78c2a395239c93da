import type { MessageRegistry } from '../kernel';

/** What people read when something about applications is refused. */
export const APPLICATIONS_MESSAGES = {
  'applications.kind-missing': () => '请先选申报哪一类。',
  'applications.text-missing': ({ label }) => `还没写${String(label)}。`,
  'applications.text-too-long': ({ label, limit }) => `${String(label)}最多${String(limit)}个字，请写短些。`,
  'applications.date-unreadable': () => '发文日期没认出来，请重新选。',
  'applications.date-ahead': () => '发文日期还没到，请核对文件。',
  'applications.month-outside': () => '这个月不在今年考评的月份里，请换一个月。',
  'applications.from-published': ({ month }) => `${String(month)}已通报，加不进去了。请从后面的月份选起。`,
  'applications.month-before': () => '这一项那时还没申报，请选申报以后的月份。',
  'applications.month-ahead': () => '这个月还没到，到时再确认。',
  'applications.not-open': () => '今年没有设申报，或者您单位不用申报。',
  'applications.year-closed': () => '这一年的成绩已经定了。要改请办更正。',
  'applications.not-your-role': () => '这一步不归您办。要办请联系牵头单位。',
  'applications.own-application': () => '这是您单位自己申报的，不能自己认定。',
  'applications.not-possible-draft': () => '这一项还没交，现在办不了这一步。',
  'applications.not-possible-submitted': () => '这一项还没认定，办不了这一步。',
  'applications.not-possible-withdrawn': () => '这一项已经撤回，办不了这一步。',
  'applications.not-possible-refused': () => '这一项没有认定，要改请再申报一次。',
  'applications.not-possible-approved': () => '这一项已经认定，办不了这一步。',
  'applications.not-possible-revoked': () => '这一项的认定已经撤销，办不了这一步。',
  'applications.counts-once': () => '这一项不按月记分，不用逐月确认。',
  'applications.applied-again': () => '这一项已经再申报过，请看新的一项。',
  'applications.told': () => '记分的月份已经通报。要改请办更正。',
  'applications.already-confirmed': () => '这个月刚有人确认过，请刷新再看。',
  'applications.not-found': () => '没有这项申报，或者不归您看。要看请联系牵头单位。',
} satisfies MessageRegistry;
