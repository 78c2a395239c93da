import { formatDue, type MessageRegistry } from '../kernel';

/** What people read when something about a report is refused, or is still missing (`gap-`). */
export const REPORTING_MESSAGES = {
  'reporting.content-unreadable': ({ label }) => `“${String(label)}”没读出来。您填的都在，请退出重进后再试。`,
  'reporting.unknown-field': ({ label, field }) =>
    `“${String(label)}”里多了“${String(field)}”。请更新小程序后再试，您填的都在。`,
  'reporting.text-too-long': ({ label, limit }) => `${String(label)}最多${String(limit)}个字，请写短些。`,
  'reporting.too-many': ({ label, limit }) => `${String(label)}最多${String(limit)}条，请合并几条。`,
  'reporting.duplicate-entry': ({ label }) => `${String(label)}有两条重了，请删去一条。`,
  'reporting.unknown-heading': () => '有一项任务不在今年的清单里。请更新小程序后再试。',
  'reporting.heading-missing': ({ label }) => `${String(label)}没有送到。您填的都在，请退出重进后再试。`,
  'reporting.none-not-allowed': ({ label }) => `${String(label)}不能填“本月无此项任务”，请写工作。`,
  'reporting.figure-not-whole': ({ label }) => `“${String(label)}”要填整数，例如3412。`,
  'reporting.date-unreadable': ({ label }) => `“${String(label)}”没认出来，请重新选日期。`,
  'reporting.evidence-kind-unknown': ({ label }) => `${String(label)}的类别没认出来，请选文件、简报、照片或其他。`,
  'reporting.too-large': ({ limit }) => `月报太长，最多${String(limit)}KB。长材料请作为附件。`,
  'reporting.path-unknown': () => '有一处改动对不上这份月报。您填的都在，请退出重进后再试。',
  'reporting.too-many-changes': ({ limit }) => `一次最多存${String(limit)}处改动，请分几次存。`,
  'reporting.locked': ({ label }) => `${String(label)}没有退回，不能改。只改退回的地方就行。`,

  'reporting.gap-heading': ({ label }) => `${String(label)}还没填。没有任务请选“本月无此项任务”。`,
  'reporting.gap-none-reason': ({ label }) => `${String(label)}请写本月没有此项任务的原因。`,
  'reporting.gap-none-and-work': ({ label }) => `${String(label)}写了工作，又选了本月无，请留一样。`,
  'reporting.gap-empty-line': ({ label }) => `${String(label)}是空的，请填上或删去。`,
  'reporting.gap-field': ({ label }) => `还没填${String(label)}。`,
  'reporting.gap-evidence-name': ({ label }) => `${String(label)}有一份佐证没写名称。`,
  'reporting.gap-zero-total': ({ label }) => `${String(label)}是0，算不出占比，请核对。`,
  'reporting.gap-part-above-total': ({ label }) => `${String(label)}比总数还多，请核对。`,
  'reporting.gap-problems': () => '存在的问题至少写一条，没有就写“无”。',
  'reporting.gap-plans': () => '下月工作计划至少写一条。',
  'reporting.gap-seal': () => '还没附盖章页，请拍照或选文件。',

  'reporting.not-your-role': () => '这一步不归您办。要办请联系牵头单位。',
  'reporting.not-possible-draft': () => '这份月报还没交，现在办不了这一步。',
  'reporting.not-possible-submitted': () => '这份月报已经交了。要改请先撤回。',
  'reporting.not-possible-withdrawn': () => '这份月报已经撤回，要等再交。',
  'reporting.not-possible-returned': () => '这份月报已经退回，要等改好再交。',
  'reporting.not-possible-accepted': () => '这份月报已经收下，不能再改。要改请联系牵头单位。',
  'reporting.past-due': ({ dueAt }) =>
    `${formatDue(String(dueAt), String(dueAt))}可以撤回，现在过了。要改请联系牵头单位。`,
  'reporting.closed': () => '这个月已经关闭，交不了。要补交请联系牵头单位。',
  'reporting.draft-behind': () => '另一台设备刚改过。请看看不同，再交一次。',
  'reporting.remark-missing': () => '退回要写明改哪里，请至少写一处。',
  'reporting.remark-too-long': ({ limit }) => `退回的话最多${String(limit)}个字，请写短些。`,
  'reporting.remark-place-unknown': () => '有一处退回的位置对不上这份月报，请重新选。',
  'reporting.received-in-future': () => '收到时间还没到，请核对。',
  'reporting.basis-missing': () => '请写明依据，例如哪封邮件、哪份纸件。',
} satisfies MessageRegistry;
