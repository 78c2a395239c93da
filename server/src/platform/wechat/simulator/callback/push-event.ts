/** The three events of subscription messages. */
export type PushEventName = 'subscribe_msg_popup_event' | 'subscribe_msg_change_event' | 'subscribe_msg_sent_event';

/** An event before it is written as XML or JSON. All values are texts, numbers too. */
export interface PushEvent {
  readonly appId: string;
  readonly openid: string;
  readonly createTime: number;
  readonly name: PushEventName;
  readonly items: readonly Readonly<Record<string, string>>[];
}

const WRAPPERS: Readonly<Record<PushEventName, string>> = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
  subscribe_msg_sent_event: 'SubscribeMsgSentEvent',
};

/** The account that pushes are addressed to. */
export const ACCOUNT = 'gh_simulated0001';

/** The event as WeChat writes it. In JSON a single item is an object and several are an array. */
export function writeEvent(event: PushEvent, format: 'xml' | 'json'): string {
  return format === 'xml' ? writeXml(event) : writeJson(event);
}

/** The outer text of an encrypted event. */
export function writeSealed(encrypted: string, format: 'xml' | 'json'): string {
  return format === 'xml'
    ? `<xml>${element('ToUserName', ACCOUNT)}${element('Encrypt', encrypted)}</xml>`
    : JSON.stringify({ ToUserName: ACCOUNT, Encrypt: encrypted });
}

function writeXml(event: PushEvent): string {
  const items = event.items.map(
    (item) =>
      `<List>${Object.entries(item)
        .map(([name, value]) => element(name, value))
        .join('')}</List>`,
  );
  const wrapper = WRAPPERS[event.name];
  return [
    '<xml>',
    element('ToUserName', ACCOUNT),
    element('FromUserName', event.openid),
    `<CreateTime>${String(event.createTime)}</CreateTime>`,
    element('MsgType', 'event'),
    element('Event', event.name),
    `<${wrapper}>${items.join('')}</${wrapper}>`,
    '</xml>',
  ].join('');
}

function writeJson(event: PushEvent): string {
  return JSON.stringify({
    ToUserName: ACCOUNT,
    FromUserName: event.openid,
    CreateTime: String(event.createTime),
    MsgType: 'event',
    Event: event.name,
    List: event.items.length === 1 ? event.items[0] : event.items,
  });
}

function element(name: string, value: string): string {
  return `<${name}><![CDATA[${value}]]></${name}>`;
}
