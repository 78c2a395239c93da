import { formatMoment, type MessageRegistry } from '../kernel';

/** What people read when something about spot checks is refused. */
export const SPOT_CHECKS_MESSAGES = {
  'spot-checks.not-your-role': () => '这一步归牵头单位办。要办请联系牵头单位。',
  'spot-checks.no-draw': () => '这个月不安排抽查，请换个月份。',
  'spot-checks.not-possible-unannounced': () => '还没公布承诺，请先公布，到时再摇号。',
  'spot-checks.not-possible-announced': () => '承诺已经公布，谁也不能再换。请等摇号。',
  'spot-checks.not-possible-drawn': () => '这个月已经摇过号，结果不能再变。请刷新看结果。',
  'spot-checks.never-announced': () => '月初前没有公布承诺，这个月不能摇号。请按时公布下个月的承诺。',
  'spot-checks.too-early': ({ dueAt }) => `自查评分截止后才能摇号，请${formatMoment(String(dueAt))}再办。`,
  'spot-checks.earlier-first': ({ month }) => `${String(month)}还没摇号，请先摇那个月。`,
  'spot-checks.seed-changed': () => '种子和公布的承诺对不上，记录被改过。请查清再办，先别摇号。',
  'spot-checks.nobody-to-draw': () => '没有可抽的县（市、区），请先核对单位名册。',
  'spot-checks.not-drawn-unit': () => '这个月没有抽中这家，不能记结果。请核对单位。',
  'spot-checks.measure-unknown': () => '这家这个月的台账里没有这条措施，请刷新再选。',
  'spot-checks.already-found': () => '这条措施已经记过结果。要改请先撤销，再重记。',
  'spot-checks.text-missing': () => '请写明看到了什么，这个县看得到。',
  'spot-checks.text-too-long': ({ limit }) => `情况最多${String(limit)}个字，请写短些。`,
  'spot-checks.reason-missing': () => '请写明为什么撤销，这个县看得到。',
  'spot-checks.reason-too-long': ({ limit }) => `理由最多${String(limit)}个字，请写短些。`,
  'spot-checks.finding-not-found': () => '没有这条抽查结果，或者已经撤销。请刷新再看。',
} satisfies MessageRegistry;
