import { DELIVERY_CHANNELS, type DeliveryChannel, type ReminderState } from './api';

/** What became of one attempt on a channel. */
export interface DeliveryAttempt {
  readonly channel: DeliveryChannel;
  readonly result: 'accepted' | 'failed' | 'unknown';
}

/** Which channels can be tried for a person now. Inbox and call list always can. */
export interface Reach {
  readonly longTerm: boolean;
  readonly oneTime: boolean;
  readonly wecom: boolean;
  readonly sms: boolean;
}

/** What to do next with a reminder. */
export type DeliveryStep =
  | { readonly kind: 'try'; readonly channel: Exclude<DeliveryChannel, 'call'> }
  | { readonly kind: 'wait' }
  | { readonly kind: 'end'; readonly state: EndState };

/** States in which a reminder rests (M5). */
export type EndState = Extract<ReminderState, 'delivered' | 'already-done' | 'call-list'>;

/** Whether a reminder has come to rest. */
export function isEndState(state: ReminderState): state is EndState {
  return state === 'delivered' || state === 'already-done' || state === 'call-list';
}

/** Channels that reach a person who does not look: acceptance by one of them is delivery, the inbox alone is not. */
function reachesOut(channel: DeliveryChannel): boolean {
  return channel !== 'inbox' && channel !== 'call';
}

/**
 * The next step of a reminder (M5): inbox first, then each channel in order once, until one takes it; none left is the
 * call list. What is no longer owed ends at once. After an unknown outcome it waits for WeChat's own event, because
 * sending again could spend a second grant.
 */
export function nextStep(isStillOwed: boolean, attempts: readonly DeliveryAttempt[], reach: Reach): DeliveryStep {
  if (attempts.some(({ channel, result }) => reachesOut(channel) && result === 'accepted')) {
    return { kind: 'end', state: 'delivered' };
  }
  if (!isStillOwed) return { kind: 'end', state: 'already-done' };
  if (attempts.some(({ result }) => result === 'unknown')) return { kind: 'wait' };
  const channel = nextChannel(attempts, reach);
  return channel === null ? { kind: 'end', state: 'call-list' } : { kind: 'try', channel };
}

/** The first channel in order that can be tried and was not; null when only the telephone is left. */
export function nextChannel(
  attempts: readonly Pick<DeliveryAttempt, 'channel'>[],
  reach: Reach,
): Exclude<DeliveryChannel, 'call'> | null {
  const open: Record<DeliveryChannel, boolean> = {
    inbox: true,
    'long-term': reach.longTerm,
    'one-time': reach.oneTime,
    wecom: reach.wecom,
    sms: reach.sms,
    call: false,
  };
  const next = DELIVERY_CHANNELS.find(
    (channel) => open[channel] && !attempts.some((attempt) => attempt.channel === channel),
  );
  return next === undefined || next === 'call' ? null : next;
}
