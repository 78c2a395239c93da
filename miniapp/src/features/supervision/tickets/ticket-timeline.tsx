import { beijingDate, formatDay, formatDue, formatMoment } from '@jiannuo/shared/kernel';
import type { AttachmentView } from '@jiannuo/shared/reporting';
import { answerVerb, type SupervisionEvent, type TicketView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { Card } from '../../../ui/card/card';
import { Timeline, type TimelineStep } from '../../../ui/due/timeline';
import { factsInLine, personInLine } from '../../../ui/ideographic-space';
import { EvidenceLines } from '../../../ui/report/evidence-lines';
import { askWords, eventWords, standsBefore } from '../supervision-words';

const TURNED: readonly SupervisionEvent['action'][] = [
  'return',
  'ask-extension',
  'carry-extension',
  'drop-extension',
  'refuse-extension',
  'take-back',
  'urge',
  'withdraw',
  'correct',
  'void',
  'shake',
  'note',
];

interface SaidProps {
  readonly event: SupervisionEvent;
  readonly attachments: readonly AttachmentView[];
}

/** Who did it, what he said, and what he put with it. */
function Said({ event, attachments }: SaidProps) {
  const { text, evidence, dueAt } = event;
  return (
    <>
      <View>{whoSaid(event)}</View>
      {dueAt === null ? null : <View>{timeWords(event.action, dueAt)}</View>}
      {text === '' ? null : <View className="record-words c-ink">{text}</View>}
      <EvidenceLines evidence={evidence} attachments={attachments} />
    </>
  );
}

/** The time of an event: until when, or when a declined proposal is looked at again. */
function timeWords(action: SupervisionEvent['action'], at: string): string {
  if (action === 'carry') return `时限仍是${formatDue(at, now())}`;
  if (action === 'keep') return `这段时间到期的，延到${formatDue(at, now())}`;
  return action === 'decline' ? `${formatDay(beijingDate(at))}再看` : `到${formatDue(at, now())}`;
}

function whoSaid({ unitName, by }: SupervisionEvent): string {
  return personInLine(unitName, by);
}

/** The answer that waits for a review, for whoever is to judge it: what was said, and what proves it. */
export function WaitingAnswer({ ticket }: { readonly ticket: TicketView }) {
  const answer = waitingAnswer(ticket);
  if (answer === undefined) return null;
  return (
    <Card>
      <View className="row row-wrap between">
        <View className="t-s c-ink-2">{eventWords(answer)}</View>
        <View className="t-s c-ink-2">{factsInLine(whoSaid(answer), formatMoment(answer.happenedAt, now()))}</View>
      </View>
      <View className="t-body t-reading record-words">{answer.text}</View>
      <EvidenceLines evidence={answer.evidence} attachments={ticket.attachments} />
    </Card>
  );
}

function waitingAnswer({ state, history }: TicketView): SupervisionEvent | undefined {
  return state === 'answered' ? history.filter(({ version }) => version > 0).at(-1) : undefined;
}

/** Events as steps of a timeline. */
export function eventSteps(
  events: readonly SupervisionEvent[],
  attachments: readonly AttachmentView[],
  isRequestWaiting = false,
): readonly TimelineStep[] {
  return events.map((event, index) => ({
    id: String(index),
    state: TURNED.includes(event.action) ? 'info' : 'done',
    title: factsInLine(eventWords(event), askWords(events, index, isRequestWaiting)),
    when: formatMoment(event.happenedAt, now()),
    below: <Said event={event} attachments={attachments} />,
  }));
}

/** What is still to come, the present one first. */
function comingSteps(ticket: TicketView): readonly TimelineStep[] {
  const { state, signDueAt, answerDueAt, reviewDueAt, answer, isExtensionAsked } = ticket;
  if (state === 'informed' || state === 'finished' || state === 'withdrawn') return [];
  const when = (at: string | null) => (at === null ? '' : formatDue(at, now()));
  const all = [
    { id: 'to-sign', title: '签收', when: when(signDueAt) },
    ...(answer === 'receipt'
      ? []
      : [
          { id: 'to-answer', title: '办理反馈', when: when(standsBefore(ticket) ? null : answerDueAt) },
          // While it is a request that waits, that time is for answering the request.
          { id: 'to-review', title: '复核', when: when(isExtensionAsked ? null : reviewDueAt) },
          { id: 'to-finish', title: '办结', when: '' },
        ]),
  ];
  const passed = { 'to-sign': 0, working: 1, returned: 1, answered: 2 }[state];
  return all.slice(passed).map((step, index) => ({ ...step, state: index === 0 ? 'doing' : 'next' }));
}

/** What happened to a ticket and what is still to come (办理过程). */
export function TicketTimeline({ ticket, issuer }: { readonly ticket: TicketView; readonly issuer: string }) {
  const { firstDueAt, answer } = ticket;
  const isMoved = firstDueAt !== null && firstDueAt !== ticket.answerDueAt;
  const issued: TimelineStep = {
    id: 'issued',
    state: 'done',
    title: '签发',
    when: formatMoment(ticket.issuedAt, now()),
    below: factsInLine(issuer, isMoved ? `原定${formatDue(firstDueAt, now())}${answerVerb({ answer })}` : ''),
  };
  // What stands above is not said twice.
  const waiting = waitingAnswer(ticket);
  const history = ticket.history.map((event) => (event === waiting ? { ...event, text: '', evidence: [] } : event));
  return (
    <Timeline
      steps={[issued, ...eventSteps(history, ticket.attachments, ticket.isExtensionAsked), ...comingSteps(ticket)]}
    />
  );
}
