import { formatDay, quoted, type MessageRegistry, type Refusal } from '../kernel';

/** What people read when something about the ledger is refused. */
export const LEDGER_MESSAGES = {
  'ledger.not-found': () => '没有这项措施，或者不归您看。要看请联系牵头单位。',
  'ledger.year-unknown': () => '这一年的台账还没有设。请联系牵头单位。',
  'ledger.period-outside': () => '这个月不在今年的台账里，请换一个月。',
  'ledger.not-your-role': () => '这一步不归您办。要办请联系牵头单位。',
  'ledger.month-scored': () => '这个月已经评分，记录不能改，只能由牵头单位另加更正。',
  'ledger.month-reviewed': () => '本月已经复核，台账这一行不能再改。做完了的请提异议，写明佐证；下月接着办的记在下月。',
  'ledger.month-not-scored': () => '这个月还没评分，用不着更正，直接改就行。',
  'ledger.not-possible-planned': () => '这项措施还没标成完成，办不了这一步。',
  'ledger.not-possible-on-schedule': () => '这项措施已经记为按计划推进。',
  'ledger.not-possible-done': () => '这项措施已经标成完成。要改请先改回没完成。',
  'ledger.not-possible-returned': () => '这项措施复核没认，请补好后再标成完成。',
  'ledger.node-within': ({ cutOff }) =>
    `${formatDay(String(cutOff))}以后到期的才能记“按计划推进”，这项要在那以前完成。`,
  'ledger.row-moved': () => '这项措施刚有人改过。请看过新的再改，您填的都在。',
  'ledger.plan-moved': () => '台账刚有人改过。请再核对一次，再导入。',
  'ledger.nothing-said': () => '请写做了什么，或者办成了什么，再标成完成。',
  'ledger.reason-missing': () => '请写明原因，一句话就行。',
  'ledger.reason-too-long': ({ limit }) => `原因最多${String(limit)}个字，请写短些。`,
  'ledger.completion-unreadable': () => '填的内容没读出来。您填的都在，请更新小程序后再试。',
  'ledger.ones-unreadable': () => '补的内容没读出来，请退出重进后再试。',
  'ledger.text-unreadable': ({ label }) => `${quoted(String(label))}没读出来。您填的都在，请退出重进后再试。`,
  'ledger.text-too-long': ({ label, limit }) => `${quoted(String(label))}最多${String(limit)}个字，请写短些。`,
  'ledger.figure-not-whole': () => '完成数要填整数，例如9。',
  'ledger.figure-negative': () => '完成数不能是负数。',
  'ledger.figure-too-long': ({ limit }) => `完成数最多${String(limit)}位，请核对。`,
  'ledger.ratio-not-whole': () => '占比的两个数要填整数，例如3412，最多15位。',
  'ledger.too-much-evidence': ({ limit }) => `佐证最多${String(limit)}份，请合并几份。`,
  'ledger.evidence-unnamed': () => '有一份佐证没写名称。',
  'ledger.evidence-doubled': () => '有两份佐证重了，请删去一份。',
  'ledger.attachment-unknown': () => '有一个附件没传上来，或者不是您单位的。请重新传，也可以只列名称。',
  'ledger.done-month-removed': ({ label, month }) => `${String(label)}，${String(month)}已经完成，不能去掉。`,
  'ledger.scored-month-added': (facts) => addedWords(facts, '已经评分', []),
  'ledger.reviewed-month-added': (facts) => addedWords(facts, '考评已复核', []),
  'ledger.handed-in-month-added': (facts) => addedWords(facts, '自查评分已交', []),
  'ledger.handed-in-early-month-added': (facts) => addedWords(facts, '自查评分已交', ['请它在复核前撤回']),
  'ledger.shut-month-removed': ({ label, month }) =>
    `${String(label)}，${String(month)}自查评分已交或者已复核，这个月不能去掉。`,
  'ledger.scored-month-changed': ({ label, month }) => `${String(label)}，${String(month)}已经评分，不能再改计划。`,
  'ledger.measure-faulty': ({ place, reason }) => `${String(place)}：${String(reason)}。`,
  'ledger.nothing-changed': () => '和现在的台账一样，没有要改的。',
  'ledger.list-faulty': ({ count }) => `没有导入，有${String(count)}处要改。`,
  'ledger.not-excel': () => '请选Excel的xlsx文件。旧的xls请先另存为xlsx。',
} satisfies MessageRegistry;

/** `逊克县 银企对接：逊克县5月自查评分已交，不能再加措施。可以加到6月。` */
function addedWords({ label, unit, month, next }: Refusal['facts'], how: string, first: readonly string[]): string {
  const ways = [...first, ...(next === undefined ? [] : [`加到${String(next)}`])];
  const way = ways.length === 0 ? '' : `可以${ways.join('，或')}。`;
  return `${String(label)}：${String(unit)}${String(month)}${how}，不能再加措施。${way}`;
}
