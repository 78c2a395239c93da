import { formatFullDate, type MessageRegistry } from '../kernel';

/** What people read when something about the contact log is refused. */
export const COORDINATION_MESSAGES = {
  'coordination.date-unreadable': () => '没认出联络日期，请重新选。',
  'coordination.date-ahead': () => '联络日期还没到，请选今天或以前的日子。',
  'coordination.date-too-early': ({ day }) => `专班从${formatFullDate(String(day))}起记联络，请选这天或以后的日子。`,
  'coordination.date-too-late': ({ day }) => `这一年的联络记到${formatFullDate(String(day))}，请选这天或以前的日子。`,
  'coordination.channel-missing': () => '请选怎么联络的：电话、走访、会议、微信消息或其他。',
  'coordination.subject-missing': () => '请写谈了什么事，一句话就行。',
  'coordination.subject-too-long': ({ limit }) => `谈的事最多${String(limit)}个字，细节请写到结果里。`,
  'coordination.result-too-long': ({ limit }) => `结果最多${String(limit)}个字，请写短些。`,
  'coordination.units-missing': () => '请选联络了哪家单位。',
  'coordination.units-too-many': ({ limit }) => `一次最多记${String(limit)}家，请分几次记。`,
  'coordination.unit-not-listed': ({ unitName }) => `${String(unitName)}不在每月要联络的单位里，请换一家。`,
  'coordination.already-struck': () => '这条已经划掉，不用再划。',
  'coordination.strike-reason-missing': () => '请写为什么划掉，对方单位也看得到。',
  'coordination.strike-reason-too-long': ({ limit }) => `划掉的原因最多${String(limit)}个字，请写短些。`,
  'coordination.year-unknown': () => '没有这一年的安排，请换一年。',
  'coordination.contact-not-found': () => '没有这条联络记录，或者不归您看。要看请联系牵头单位。',
  'coordination.unit-not-found': () => '没有这家单位，或者不归您看。要看请联系牵头单位。',
} satisfies MessageRegistry;
