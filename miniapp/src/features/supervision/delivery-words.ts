import { beijingDate, formatDate, formatDue, type Instant } from '@jiannuo/shared/kernel';
import type { Delivery, PriorNotice, TicketState } from '@jiannuo/shared/supervision';
import { factsInLine } from '../../ui/ideographic-space';

/** How many units are told of one by one. */
const MOST_NAMED = 3;

/** Whether a unit was to have answered and has not. */
export function isUnanswered({ state, answerDueAt }: Delivery, at: Instant): boolean {
  return ['to-sign', 'working', 'returned'].includes(state) && answerDueAt !== null && answerDueAt <= at;
}

/** How a notice reached a unit and what it did: 送达、签收、反馈. */
export function deliveryWords(delivery: Delivery, at: Instant): string {
  return STANDING[delivery.state](delivery, at);
}

const STANDING: Readonly<Record<TicketState, (delivery: Delivery, at: Instant) => string>> = {
  informed: ({ openedAt }, at) => (openedAt === null ? '没有打开' : dated(openedAt, '打开', at)),
  'to-sign': ({ openedAt }, at) => `${openedAt === null ? '没有打开' : dated(openedAt, '打开', at)}，没有签收`,
  working: (delivery, at) => {
    return `${dated(delivery.signedAt, '签收', at)}，${isUnanswered(delivery, at) ? '没有反馈' : '办理中'}`;
  },
  answered: ({ answeredAt }, at) => `${dated(answeredAt, '反馈', at)}，等复核`,
  returned: (delivery, at) =>
    `${dated(delivery.returnedAt, '退回修改', at)}${isUnanswered(delivery, at) ? '，没有再反馈' : ''}`,
  finished: () => '办结',
  withdrawn: () => '撤回',
};

function dated(when: Instant | null, verb: string, at: Instant): string {
  return when === null ? verb : `${formatDate(beijingDate(when), at)}${verb}`;
}

/** The same of every unit asked about; where they are many, how many have not answered. */
export function deliveriesWords(deliveries: readonly Delivery[], at: Instant): string {
  const [first, ...more] = deliveries;
  if (first === undefined) return '';
  if (more.length === 0) return deliveryWords(first, at);
  if (deliveries.length <= MOST_NAMED) {
    return deliveries.map((each) => `${each.unitName}${deliveryWords(each, at)}`).join('；');
  }
  const late = deliveries.filter((each) => isUnanswered(each, at)).length;
  return `${String(deliveries.length)}家，${late === 0 ? '都没有超期' : `${String(late)}家没有反馈`}`;
}

/** By when one unit has to answer what it has not answered yet, and whether that is more time than was asked at first. */
function dueWords({ deliveries: [only, ...others] }: PriorNotice, at: Instant): string {
  if (only?.answerDueAt == null || others.length > 0) return '';
  const due = formatDue(only.answerDueAt, at);
  if (only.state === 'returned') return `${due}再反馈`;
  if (only.state !== 'to-sign' && only.state !== 'working') return '';
  return only.grantedUntil === null ? `${due}反馈` : `延到${due}反馈`;
}

/** What tells a notice issued before from others: its matter, its day, by when it is due, and how it stands. */
export function priorWords(notice: PriorNotice, at: Instant): string {
  const { title, issuedAt, deliveries } = notice;
  const issued = `${formatDate(beijingDate(issuedAt), at)}发`;
  return factsInLine(title, issued, dueWords(notice, at), deliveriesWords(deliveries, at));
}
