import { formatDue, type MessageRegistry } from '../kernel';

/** What people read when something about an obligation is refused. */
export const OBLIGATIONS_MESSAGES = {
  'obligations.already-handed-in': () => '这家已经报了，不用再延期或免报。',
  'obligations.already-waived': () => '这家已经免报。要改时间，请先取消免报。',
  'obligations.not-waived': () => '这家没有免报，不用取消。',
  'obligations.due-unreadable': () => '没认出新的截止时间，请重新选。',
  'obligations.due-in-past': () => '新的截止时间已经过了，请选以后的时间。',
  'obligations.due-not-later': ({ dueAt }) => `现在是${formatDue(String(dueAt), String(dueAt))}，请选更晚的时间。`,
  'obligations.not-extended': () => '这家没有宽限，不用改短。',
  'obligations.due-not-earlier': ({ dueAt }) => `现在是${formatDue(String(dueAt), String(dueAt))}，请选更早的时间。`,
  'obligations.due-before-own': ({ dueAt }) => `原定${formatDue(String(dueAt), String(dueAt))}，不能比它早。`,
  'obligations.due-too-far': ({ limit }) => `一次最多延长${String(limit)}天，请选近一些的日子。`,
  'obligations.reason-missing': () => '请写明原因，单位会看到。',
  'obligations.reason-too-long': ({ limit }) => `原因最多${String(limit)}个字，请写短些。`,
  'obligations.already-met': () => '这一项已经交了，不能再交一次。要改请先撤回。',
  'obligations.is-waived': () => '这一项已经免报，不用交。',
  'obligations.nobody-missing': () => '都报了，没有要提醒的单位。',
  'obligations.period-unknown': () => '没有这个月的安排，请换一个月。',
  'obligations.not-found': () => '没有这一项，或者不归您看。要看请联系牵头单位。',
} satisfies MessageRegistry;
