import { beijingDate, formatDate, formatDayAndHour, formatDue, type Instant } from '@jiannuo/shared/kernel';
import {
  answerVerb,
  deliveryWords,
  type ChainNotice,
  type Delivery,
  type PriorNotice,
  type Spelling,
} from '@jiannuo/shared/supervision';
import { factsInLine } from '../../../ui/ideographic-space';
import { noticeWords } from '../supervision-words';

/** How many units are told of one by one. */
const MOST_NAMED = 3;

/** Whether a unit was to have answered and has not. */
export function isUnanswered({ state, answerDueAt }: Delivery, at: Instant): boolean {
  return ['to-sign', 'working', 'returned'].includes(state) && answerDueAt !== null && answerDueAt <= at;
}

/** How days and due times are written on a screen; what is not due yet stands beside what is. */
function onScreen(at: Instant, notDue: string): Spelling {
  return { day: (date) => formatDate(date, at), due: (dueAt) => formatDue(dueAt, at), notDue };
}

/** How a notice reached a unit, and what was done about it since: 送达、签收、反馈、退回. */
function reachedWords(delivery: Delivery, at: Instant, notDue: string): string {
  const { state, openedAt } = delivery;
  const opened = openedAt === null ? '没有打开' : `${formatDate(beijingDate(openedAt), at)}打开`;
  if (state === 'informed') return opened;
  const words = deliveryWords(delivery, at, onScreen(at, notDue));
  return state === 'to-sign' ? `${opened}，${words}` : words;
}

/** The same of every unit asked about; where they are many, how many have not answered. */
export function deliveriesWords(deliveries: readonly Delivery[], at: Instant, notDue = '还没到期'): string {
  const [first, ...more] = deliveries;
  if (first === undefined) return '';
  if (more.length === 0) return reachedWords(first, at, notDue);
  if (deliveries.length <= MOST_NAMED) {
    return deliveries.map((each) => `${each.unitName}${reachedWords(each, at, notDue)}`).join('；');
  }
  const late = deliveries.filter((each) => isUnanswered(each, at)).length;
  return `${String(deliveries.length)}家，${late === 0 ? '都没有超期' : `${String(late)}家没有${answerVerb(first)}`}`;
}

/** By when one unit has to answer what it has not answered yet, and whether that is more time than was asked at first. */
function dueWords({ deliveries: [only, ...others] }: PriorNotice, at: Instant): string {
  if (only?.answerDueAt == null || others.length > 0) return '';
  const due = formatDue(only.answerDueAt, at);
  if (only.state !== 'to-sign' && only.state !== 'working') return '';
  return `${only.grantedUntil === null ? '' : '延到'}${due}${answerVerb(only)}`;
}

/** What tells a notice issued before from others: its matter, its day, by when it is due, and how it stands. */
export function priorWords(notice: PriorNotice, at: Instant): string {
  const { title, issuedAt, deliveries } = notice;
  const issued = `${formatDate(beijingDate(issuedAt), at)}发`;
  return factsInLine(title, issued, dueWords(notice, at), deliveriesWords(deliveries, at));
}

/** By when a notice of a chain was to be answered, and how each unit stood with it then. What was not due is no ground. */
export function chainWords(notice: ChainNotice, asOf: Instant, at: Instant): string {
  const { state, dueAt, heldAt = null, isMet, isCleared, deliveries } = notice;
  if (state !== 'issued') return `${noticeWords(state).text}。`;
  if (isCleared === true) return '撤回：不算瞒报。';
  const held = heldAt === null ? '' : `${formatDayAndHour(heldAt, at)}约谈，`;
  const due = `${held}${dueAt === null ? '' : `${formatDue(dueAt, at)}${answerVerb(deliveries[0])}，`}`;
  if (deliveries.length > 0) return `${due}${deliveriesWords(deliveries, asOf, '还没到期，不作依据')}。`;
  return isMet ? '办完了。' : `${due}没有办完。`;
}
