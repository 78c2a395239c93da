import type { SimulatorState } from '../state/simulator-state';
import type { PushEvent, PushEventName } from './push-event';
import { echoes, postOnce, writePost, type PostStamp } from './push-post';

/** How an event travels. `held` waits and then comes after the next event; `late` waits on the simulator's clock. */
export type EventManner =
  | { readonly kind: 'on-time' }
  | { readonly kind: 'late'; readonly milliseconds: number }
  | { readonly kind: 'twice' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'held' }
  | { readonly kind: 'before-answer' };

/** What became of an event. */
export interface EventDelivery {
  readonly event: PushEvent;
  readonly tries: number;
  readonly isAccepted: boolean;
}

const TRIES = 3;

/** Brings events to the callback of their app, in the manner that was scripted. */
export class EventDispatcher {
  /** What was delivered or given up, in order. */
  readonly deliveries: EventDelivery[] = [];
  private readonly manners: EventManner[] = [];
  private waiting: { event: PushEvent; dueAt: number }[] = [];
  private held: PushEvent[] = [];
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly state: SimulatorState) {}

  /** Sets the manner of the next events; those after them come on time. */
  script(manners: readonly EventManner[]): void {
    this.manners.push(...manners);
  }

  /** A message was taken and handed on. */
  sent(facts: { appId: string; openid: string; templateId: string; messageId: string }): Promise<void> {
    const { appId, openid, templateId, messageId } = facts;
    const item = { TemplateId: templateId, MsgID: messageId, ErrorCode: '0', ErrorStatus: 'success' };
    return this.dispatch(this.eventOf('subscribe_msg_sent_event', { appId, openid }, [item]));
  }

  /** A person answered the sheet. */
  answered(who: { appId: string; openid: string }, answers: readonly (readonly [string, string])[]): Promise<void> {
    const items = answers.map(([templateId, status]) => ({
      TemplateId: templateId,
      SubscribeStatusString: status,
      PopupScene: '0',
    }));
    return this.dispatch(this.eventOf('subscribe_msg_popup_event', who, items));
  }

  /** A person refused in the menu of a message. */
  refused(who: { appId: string; openid: string }, templateId: string): Promise<void> {
    const item = { TemplateId: templateId, SubscribeStatusString: 'reject' };
    return this.dispatch(this.eventOf('subscribe_msg_change_event', who, [item]));
  }

  /** Delivers what is due on the simulator's clock, and resolves when that is done. */
  deliverDue(): Promise<void> {
    const now = this.state.nowMs();
    const due = this.waiting.filter((entry) => entry.dueAt <= now);
    this.waiting = this.waiting.filter((entry) => entry.dueAt > now);
    for (const { event } of due) this.work = this.work.then(() => this.deliver(event));
    return this.work;
  }

  /** Delivers one event at once, spoilt or with a given stamp; for trying out the callback. */
  async deliverStamped(event: PushEvent, stamp: Partial<PostStamp>): Promise<boolean> {
    const callback = this.state.app(event.appId)?.callback;
    if (callback === undefined) return false;
    return postOnce(writePost(event, callback, { ...this.newStamp(), ...stamp }), this.timeoutMs());
  }

  /** Checks the callback address as the console does when it is entered: the echo must come back. */
  async verifyCallback(appId: string): Promise<boolean> {
    const callback = this.state.app(appId)?.callback;
    return callback !== undefined && echoes(callback, this.newStamp());
  }

  /** Asks the callback address as Cloud Run does before it sends anything. */
  async probeCallback(appId: string): Promise<boolean> {
    const url = this.state.app(appId)?.callback?.url;
    const probe = { contentType: 'application/json', body: '{"action":"CheckContainerPath"}' };
    return url !== undefined && postOnce({ url, ...probe }, this.timeoutMs());
  }

  /** An event with the present time. */
  eventOf(
    name: PushEventName,
    who: { appId: string; openid: string },
    items: readonly Readonly<Record<string, string>>[],
  ): PushEvent {
    return { ...who, name, items, createTime: Math.floor(this.state.nowMs() / 1000) };
  }

  private async dispatch(event: PushEvent): Promise<void> {
    const manner = this.manners.shift() ?? { kind: 'on-time' };
    const now = this.state.nowMs();
    if (manner.kind === 'lost') return;
    if (manner.kind === 'held') {
      this.held.push(event);
      return;
    }
    const after = this.held.splice(0);
    const copies = manner.kind === 'twice' ? [event, event] : [event];
    const dueAt = manner.kind === 'late' ? now + manner.milliseconds : now;
    this.waiting.push(...[...copies, ...after].map((each) => ({ event: each, dueAt })));
    if (manner.kind === 'before-answer') await this.deliverDue();
    else setImmediate(() => void this.deliverDue());
  }

  private async deliver(event: PushEvent): Promise<void> {
    const callback = this.state.app(event.appId)?.callback;
    if (callback === undefined) return;
    const first = this.newStamp();
    let tries = 0;
    let isAccepted = false;
    while (!isAccepted && tries < TRIES) {
      tries += 1;
      const stamp = this.state.readings['push-retry-nonce'] === 'same' ? first : this.newStamp();
      isAccepted = await postOnce(writePost(event, callback, stamp), this.timeoutMs());
    }
    this.deliveries.push({ event, tries, isAccepted });
  }

  private newStamp(): PostStamp {
    const { random } = this.state;
    const nonce = String(Math.floor(random.next() * 4294967296));
    return { timestamp: String(Math.floor(this.state.nowMs() / 1000)), nonce, random: random.hex(16) };
  }

  private timeoutMs(): number {
    return this.state.options.callbackTimeoutMs ?? 5_000;
  }
}
