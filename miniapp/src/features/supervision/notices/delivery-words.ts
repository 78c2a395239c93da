import { beijingDate, formatDate, formatDue, type Instant } from '@jiannuo/shared/kernel';
import type { ChainNotice, Delivery, PriorNotice, TicketState } from '@jiannuo/shared/supervision';
import { factsInLine } from '../../../ui/ideographic-space';
import { noticeWords } from '../supervision-words';

/** How many units are told of one by one. */
const MOST_NAMED = 3;

/** What a unit does about a notice: material is handed in, everything else is answered. */
export function answerVerb({ answer }: Pick<Delivery, 'answer'>): string {
  return answer === 'material' ? '报送' : '反馈';
}

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
    const stands = isUnanswered(delivery, at) ? `没有${answerVerb(delivery)}` : '办理中';
    return `${dated(delivery.signedAt, '签收', at)}，${requestWords(delivery, at)}${stands}`;
  },
  answered: (delivery, at) => `${dated(delivery.answeredAt, answerVerb(delivery), at)}，等复核`,
  returned: (delivery, at) => {
    const again =
      delivery.answerDueAt === null ? '' : `，${formatDue(delivery.answerDueAt, at)}再${answerVerb(delivery)}`;
    const stands = isUnanswered(delivery, at) ? `，没有再${answerVerb(delivery)}` : '';
    return `${dated(delivery.returnedAt, '退回修改', at)}${again}${stands}`;
  },
  finished: () => '办结',
  withdrawn: () => '撤回',
};

/** More time that was asked for and that the lead unit has not answered; empty where nothing waits. */
function requestWords({ askedDueAt, askedAt }: Delivery, at: Instant): string {
  if (askedDueAt === null || askedAt === null || askedAt > at) return '';
  return `申请延到${formatDue(askedDueAt, at)}，牵头单位还没答复，`;
}

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

/** By when a notice of a chain was to be answered, and how each unit stood with it then. */
export function chainWords({ state, dueAt, isMet, deliveries }: ChainNotice, asOf: Instant, at: Instant): string {
  if (state !== 'issued') return `${noticeWords(state).text}。`;
  if (deliveries.length > 0) return `${askedWords(dueAt, deliveries, at)}${deliveriesWords(deliveries, asOf)}。`;
  if (isMet) return '办完了。';
  return dueAt === null ? '没有办完。' : `${formatDue(dueAt, at)}反馈，没有办完。`;
}

/** By when it was asked for at first, and until when more time was granted since. */
function askedWords(dueAt: Instant | null, deliveries: readonly Delivery[], at: Instant): string {
  const [first] = deliveries;
  if (dueAt === null || first === undefined) return '';
  const granted = deliveries.flatMap(({ grantedUntil }) => grantedUntil ?? []).sort();
  const last = granted.at(-1);
  const given = last === undefined ? '' : `同意延到${formatDue(last, at)}，`;
  return `${formatDue(dueAt, at)}${answerVerb(first)}，${given}`;
}
