import { asRecord, asText } from '../port/json-text';
import { itemsOf, type PushBody } from './push-body';

/** What all events share. `key` is equal for two deliveries of one event, `at` is WeChat's own time. */
interface EventFacts {
  readonly key: string;
  readonly openid: string;
  readonly templateId: string;
  readonly at: string;
}

/**
 * What WeChat tells about subscription messages, one item at a time.
 * `answered`: the person answered the sheet. `withdrawn`: the person refused in a message's menu.
 * `sent`: what became of a message we handed over; it never says that anybody saw it.
 */
export type SubscriptionEvent =
  | (EventFacts & { readonly kind: 'answered'; readonly isAccepted: boolean; readonly status: string })
  | (EventFacts & { readonly kind: 'withdrawn'; readonly status: string })
  | (EventFacts & {
      readonly kind: 'sent';
      readonly messageId: string;
      readonly isDelivered: boolean;
      readonly errorCode: string;
      readonly status: string;
    });

const WRAPPERS: Readonly<Record<string, string>> = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
  subscribe_msg_sent_event: 'SubscribeMsgSentEvent',
};

/** The subscription events of a push body, in order; empty for other pushes and for bodies without the needed fields. */
export function readSubscriptionEvents(body: PushBody): readonly SubscriptionEvent[] {
  const name = asText(body['Event']) ?? '';
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  const openid = asText(body['FromUserName']) ?? '';
  const at = instantOf(asText(body['CreateTime']));
  if (wrapper === undefined || openid === '' || at === null) return [];
  const wrapped = asRecord(body[wrapper])?.['List'];
  return itemsOf(wrapped ?? body['List']).flatMap((item) => readItem(name, { openid, at }, item) ?? []);
}

function readItem(name: string, who: { openid: string; at: string }, item: PushBody): SubscriptionEvent | null {
  const templateId = asText(item['TemplateId']);
  if (templateId === null || templateId === '') return null;
  const messageId = asText(item['MsgID']) ?? '';
  const key = [name, who.openid, who.at, templateId, messageId].join('|');
  const facts = { key, ...who, templateId };
  const status = asText(item['SubscribeStatusString']) ?? '';
  if (name === 'subscribe_msg_popup_event')
    return { kind: 'answered', ...facts, isAccepted: isAcceptance(status), status };
  if (name === 'subscribe_msg_change_event') return { kind: 'withdrawn', ...facts, status };
  if (messageId === '') return null;
  const errorCode = asText(item['ErrorCode']) ?? '';
  const sentStatus = asText(item['ErrorStatus']) ?? '';
  return { kind: 'sent', ...facts, messageId, isDelivered: errorCode === '0', errorCode, status: sentStatus };
}

/** Whether a status of the sheet or of an event is a grant: `accept` and the kinds of it that WeChat adds; nothing else. */
export function isAcceptance(status: string): boolean {
  return status.startsWith('accept');
}

/** WeChat counts whole seconds. */
function instantOf(seconds: string | null): string | null {
  return seconds !== null && /^\d{9,11}$/.test(seconds) ? new Date(Number(seconds) * 1000).toISOString() : null;
}
