import { toInstant, toMilliseconds, type Instant } from '@jiannuo/shared/kernel';
import {
  isEndState,
  nextStep,
  type ConsentKind,
  type DeliveryChannel,
  type ReminderState,
} from '@jiannuo/shared/notifications';
import type { SendOutcome } from '../wechat';
import type { AttemptOutcome } from './persistence/delivery-attempt.entity';

/** Seconds for which WeChat's own event is waited for after a send whose outcome is not known. */
export const UNKNOWN_SECONDS = 20;
/**
 * Seconds for which one delivery is tried again before the next channel has its turn. With the wait for an unknown
 * outcome this makes one minute, after which whoever was not reached stands on the call list.
 */
export const PATIENCE_SECONDS = 40;

/** Why a delivery ended on the call list. */
export type CallReason =
  | 'nobody'
  | 'appointment-ended'
  | 'unbound'
  | 'no-template'
  | 'no-grant'
  | 'no-answer'
  | 'refused'
  | 'unreachable'
  | 'too-late'
  | 'lost';

/** What a decision reads of an earlier try. */
export interface AttemptFacts {
  readonly number: number;
  readonly channel: DeliveryChannel;
  readonly outcome: AttemptOutcome;
  readonly reason: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
}

/** Everything that decides what happens next with a delivery. */
export interface Situation {
  readonly state: ReminderState;
  readonly isPersonal: boolean;
  readonly staleAt: Instant | null;
  /** In the order of their numbers. */
  readonly attempts: readonly AttemptFacts[];
  readonly isWanted: boolean;
  readonly recipient: 'nobody' | 'ended' | 'unbound' | 'bound';
  /** How grants of the purpose's template are counted; null when the account has no template for it. */
  readonly template: ConsentKind | null;
  readonly balance: number;
  readonly hasRobot: boolean;
  readonly hasSms: boolean;
  readonly nextSendingAt: Instant;
  readonly now: Instant;
}

/** What to do next with a delivery. */
export type Step =
  | { readonly kind: 'rest' }
  | { readonly kind: 'lost'; readonly number: number }
  | { readonly kind: 'wait'; readonly until: Instant; readonly state: ReminderState }
  | { readonly kind: 'end'; readonly state: 'delivered' | 'already-done' }
  | { readonly kind: 'call'; readonly reason: CallReason }
  | { readonly kind: 'try'; readonly channel: 'long-term' | 'one-time' | 'wecom' | 'sms' };

/**
 * The next step of a delivery. A try that was marked and never ended was cut off by a crash: it becomes unknown and is
 * not made again. Quiet hours hold back everything but a person's own tap and the call list.
 */
export function decideStep(situation: Situation): Step {
  const { attempts, now } = situation;
  if (isEndState(situation.state)) return { kind: 'rest' };
  const cutOff = attempts.find((attempt) => attempt.outcome === 'attempting');
  if (cutOff) return { kind: 'lost', number: cutOff.number };
  const step = nextStep(situation.isWanted, toldOf(attempts, now), reachOf(situation));
  if (step.kind === 'wait') return { kind: 'wait', until: lastUnknownUntil(attempts), state: 'unknown' };
  if (step.kind === 'end') {
    return step.state === 'call-list'
      ? { kind: 'call', reason: reasonOf(situation) }
      : { kind: 'end', state: step.state };
  }
  if (step.channel === 'inbox') throw new Error('The inbox was written to when the delivery was made.');
  return held(situation) ?? { kind: 'try', channel: step.channel };
}

function held(situation: Situation): Step | null {
  const { staleAt, now, nextSendingAt, isPersonal } = situation;
  const sendingAt = isPersonal ? now : nextSendingAt;
  if (staleAt !== null && sendingAt >= staleAt) return { kind: 'call', reason: 'too-late' };
  return sendingAt > now ? { kind: 'wait', until: sendingAt, state: situation.state } : null;
}

/** The tries as the ladder reads them. A group sentence reaches nobody for sure; an unknown outcome stops being waited for. */
function toldOf(attempts: readonly AttemptFacts[], now: Instant): Parameters<typeof nextStep>[1] {
  const made = attempts
    .filter((attempt) => attempt.outcome !== 'again')
    .map((attempt) => ({ channel: attempt.channel, result: resultOf(attempt, now) }));
  return [{ channel: 'inbox', result: 'accepted' }, ...made];
}

function resultOf(attempt: AttemptFacts, now: Instant): 'accepted' | 'failed' | 'unknown' {
  if (attempt.outcome === 'accepted') return 'accepted';
  return attempt.outcome === 'unknown' && now < unknownUntil(attempt) ? 'unknown' : 'failed';
}

function unknownUntil(attempt: AttemptFacts): Instant {
  return addSeconds(attempt.endedAt ?? attempt.startedAt, UNKNOWN_SECONDS);
}

function addSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(toMilliseconds(instant) + seconds * 1000);
}

function lastUnknownUntil(attempts: readonly AttemptFacts[]): Instant {
  return (
    attempts
      .filter((attempt) => attempt.outcome === 'unknown')
      .map(unknownUntil)
      .sort()
      .at(-1) ?? ''
  );
}

function reachOf(situation: Situation): Parameters<typeof nextStep>[2] {
  const { recipient, template, balance } = situation;
  const isThere = recipient === 'bound' || recipient === 'unbound';
  const hasGrant = recipient === 'bound' && balance > 0;
  return {
    longTerm: hasGrant && template === 'long-term',
    oneTime: hasGrant && template === 'one-time',
    wecom: isThere && situation.hasRobot,
    sms: isThere && situation.hasSms,
  };
}

const WECHAT: readonly DeliveryChannel[] = ['long-term', 'one-time'];

function reasonOf(situation: Situation): CallReason {
  const { recipient, template, attempts } = situation;
  if (recipient === 'nobody') return 'nobody';
  if (recipient === 'ended') return 'appointment-ended';
  const last = attempts.filter((attempt) => WECHAT.includes(attempt.channel)).at(-1);
  if (last) return reasonAfter(last);
  if (recipient === 'unbound') return 'unbound';
  return template === null ? 'no-template' : 'no-grant';
}

function reasonAfter(attempt: AttemptFacts): CallReason {
  if (attempt.outcome === 'unknown') return 'no-answer';
  if (attempt.reason === 'no-grant') return 'no-grant';
  return attempt.reason === 'unreachable' || attempt.reason === 'busy' ? 'unreachable' : 'refused';
}

/** What is written down after WeChat answered, or did not. */
export interface SendResult {
  readonly outcome: AttemptOutcome;
  readonly reason: string | null;
  readonly errcode: number | null;
  readonly rid: string | null;
  readonly messageId: string | null;
  /** What happens to the grant that was set aside for the send. */
  readonly grant: 'spent' | 'given-back' | 'cleared';
  /** When to try the same channel again; null when not. */
  readonly retryAt: Instant | null;
}

/** Reads WeChat's answer. A retry that would come after the end of patience is none: the next channel has its turn. */
export function readOutcome(outcome: SendOutcome, firstStartedAt: Instant): SendResult {
  const none = { reason: null, errcode: null, rid: null, messageId: null, retryAt: null };
  if (outcome.kind === 'delivered') {
    return { ...none, outcome: 'accepted', messageId: outcome.messageId, errcode: 0, grant: 'spent' };
  }
  // Counting it as there costs nothing: should it be gone, 43101 says so at the next send.
  if (outcome.kind === 'unknown') return { ...none, outcome: 'unknown', reason: outcome.cause, grant: 'given-back' };
  const { errcode, rid } = outcome.fault;
  const told = { ...none, reason: outcome.reason, errcode, rid };
  const grant = outcome.ledger === 'clear' ? 'cleared' : 'given-back';
  if (outcome.kind === 'refused') return { ...told, outcome: 'refused', grant };
  const isInTime = outcome.retryAt !== null && outcome.retryAt <= addSeconds(firstStartedAt, PATIENCE_SECONDS);
  return { ...told, outcome: isInTime ? 'again' : 'refused', grant, retryAt: isInTime ? outcome.retryAt : null };
}
