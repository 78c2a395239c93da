import { parseEvidence } from '../information';
import {
  addDays,
  allow,
  beijingDate,
  cleanLine,
  cleanText,
  isDateText,
  isInstant,
  isLongerThan,
  refuse,
  refuseAll,
  type DateText,
  type Instant,
  type Outcome,
  type Refusal,
} from '../kernel';
import { CHANNELS, type Channel } from '../obligations';
import type { Evidence } from '../reporting';
import { SUPERVISION_LIMITS } from './draft';
import type { TicketAction } from './states';

/** What somebody says with a step on a ticket. */
export interface TicketStep {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** The due time that is asked for or given; null for every other step, and where just what was asked is given. */
  readonly dueAt: Instant | null;
  /** The colleague who handles it from now on; empty for every other step. */
  readonly handler: string;
  /** Why it was not done in time, where more time is asked for after it was due; empty for every other step. */
  readonly lateReason: string;
  /** When and how it really reached the lead unit, where the lead unit enters it for the unit (代录). */
  readonly receivedAt: Instant | null;
  readonly channel: Channel;
}

/** Steps that mean nothing without words, and what those words are. */
const WORDS: Readonly<Partial<Record<TicketAction, { readonly label: string; readonly limit: number }>>> = {
  outcome: { label: '处理结果', limit: SUPERVISION_LIMITS.note },
  note: { label: '办理进展', limit: SUPERVISION_LIMITS.note },
  answer: { label: '办理情况', limit: SUPERVISION_LIMITS.feedback },
  'enter-answer': { label: '办理情况', limit: SUPERVISION_LIMITS.feedback },
  'ask-extension': { label: '延期理由', limit: SUPERVISION_LIMITS.reason },
  'refuse-extension': { label: '理由', limit: SUPERVISION_LIMITS.reason },
  return: { label: '退回理由', limit: SUPERVISION_LIMITS.reason },
  withdraw: { label: '撤回理由', limit: SUPERVISION_LIMITS.reason },
};

/** What came from outside with a step, or every reason why it cannot be taken: words, a person, a due time, a time of receipt. */
export function parseStep(action: TicketAction, input: unknown, now: Instant): Outcome<TicketStep> {
  const given = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
  const refusals: Refusal[] = [];
  const step: TicketStep = {
    text: readText(action, given['text'], refusals),
    evidence: readFiles(action, given['evidence'] ?? [], refusals),
    dueAt: readDue(action, given['dueAt'] ?? null, refusals),
    handler: action === 'hand-over' ? readHandler(given['handler'], refusals) : '',
    lateReason: action === 'ask-extension' ? readLateReason(given['lateReason'], refusals) : '',
    receivedAt: action.startsWith('enter-') ? readReceived(given['receivedAt'], now, refusals) : null,
    channel: readChannel(action, given['channel'], refusals),
  };
  return refuseAll(refusals, () => step);
}

function readText(action: TicketAction, value: unknown, refusals: Refusal[]): string {
  const rule = WORDS[action];
  const limit = rule?.limit ?? SUPERVISION_LIMITS.reason;
  const label = rule?.label ?? '说明';
  const text = typeof value === 'string' ? cleanText(value.slice(0, limit * 4)) : '';
  if (rule !== undefined && text === '') refusals.push(because('text-missing', { label }));
  if (isLongerThan(text, limit)) refusals.push(because('text-too-long', { label, limit }));
  return text;
}

/** What proves an answer; no other step carries any. */
function readFiles(action: TicketAction, value: unknown, refusals: Refusal[]): readonly Evidence[] {
  const evidence = parseEvidence(value);
  if (!evidence.ok) {
    refusals.push(...evidence.refusals);
    return [];
  }
  const files = evidence.value.flatMap(({ attachmentId }) => attachmentId ?? []);
  if (new Set(files).size < files.length) refusals.push(because('file-twice'));
  return action.endsWith('answer') ? evidence.value : [];
}

function readDue(action: TicketAction, value: unknown, refusals: Refusal[]): Instant | null {
  const isAsking = action === 'ask-extension';
  if (!isAsking && value === null) return null;
  if (!isAsking && action !== 'grant-extension') refusals.push(because('due-not-asked'));
  else if (isInstant(value)) return value;
  else refusals.push(because('due-missing'));
  return null;
}

function readLateReason(value: unknown, refusals: Refusal[]): string {
  const { reason: limit } = SUPERVISION_LIMITS;
  const reason = typeof value === 'string' ? cleanText(value.slice(0, limit * 4)) : '';
  if (isLongerThan(reason, limit)) refusals.push(because('text-too-long', { label: '没按时办的原因', limit }));
  return reason;
}

function readHandler(value: unknown, refusals: Refusal[]): string {
  const { handler: limit } = SUPERVISION_LIMITS;
  const handler = typeof value === 'string' ? cleanLine(value.slice(0, limit * 4)) : '';
  if (handler === '') refusals.push(because('text-missing', { label: '转给谁办' }));
  if (isLongerThan(handler, limit)) refusals.push(because('text-too-long', { label: '转给谁办', limit }));
  return handler;
}

function readReceived(value: unknown, now: Instant, refusals: Refusal[]): Instant | null {
  if (isInstant(value) && value <= now) return value;
  refusals.push(because(isInstant(value) ? 'received-ahead' : 'received-missing'));
  return null;
}

function readChannel(action: TicketAction, value: unknown, refusals: Refusal[]): Channel {
  if (!action.startsWith('enter-')) return 'app';
  const channel = CHANNELS.find((each) => each !== 'app' && each === value);
  if (channel === undefined) refusals.push(because('channel-missing'));
  return channel ?? 'paper';
}

/** Why something is declined, sent back, declared void and so on: never empty, on as many lines as it was written. */
export function parseReason(value: unknown): Outcome<string> {
  const { reason: limit } = SUPERVISION_LIMITS;
  const reason = typeof value === 'string' ? cleanText(value.slice(0, limit * 4)) : '';
  const refusals: Refusal[] = reason === '' ? [because('text-missing', { label: '理由' })] : [];
  if (isLongerThan(reason, limit)) refusals.push(because('text-too-long', { label: '理由', limit }));
  return refuseAll(refusals, () => reason);
}

/** How far off a day may lie on which a declined proposal is looked at again. */
const AGAIN_LIMIT_DAYS = 31;

/** The day on which a declined proposal is looked at again, from tomorrow to a month on; null where it is not. */
export function parseAgainOn(value: unknown, now: Instant): Outcome<DateText | null> {
  if (value === null || value === undefined) return allow(null);
  const today = beijingDate(now);
  const isFit = isDateText(value) && value > today && value <= addDays(today, AGAIN_LIMIT_DAYS);
  return isFit ? allow(value) : refuse('supervision.again-unfit', { limit: AGAIN_LIMIT_DAYS });
}

function because(reason: string, facts: Refusal['facts'] = {}): Refusal {
  return { code: `supervision.${reason}`, facts };
}
