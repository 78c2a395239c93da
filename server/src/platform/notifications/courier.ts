import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { Clock } from '../clock';
import { GroupCommit, Outbox, type Handled, type HeldMessage } from '../outbox';
import { WechatClient } from '../wechat';
import { PersonQueue } from '../wechat/port/person-queue';
import { CallSlots } from './call-slots';
import { DELIVERY_TOPIC, type DeliveryPayload } from './delivery.commands';
import { readOutcome, type SendResult } from './delivery.decisions';
import { DeliveryEnds, type EndedCall } from './delivery.ends';
import { DeliveryStarts, type Started, type StartedSend, type StartedSms } from './delivery.starts';
import { RecipientLookup } from './recipient-lookup';
import { SmsPort } from './sms-port';

/** How many messages are on their way to WeChat at once. */
export class CourierSettings {
  constructor(readonly concurrency: number) {}
}

const SMS_TEXT = '【践诺通】您有材料快到截止时间，请打开小程序查看，或致电牵头单位。';
/** One turn of a delivery takes at most a step a channel and their retries. */
const STEPS_AT_MOST = 12;
/** While some deliveries wait for WeChat, others are read and written down: no call waits for the database. */
const WORKERS_PER_CALL = 2;

/** Whom and what the courier meets outside. */
@Injectable()
export class CourierWorld {
  constructor(
    readonly wechat: WechatClient,
    readonly sms: SmsPort,
    readonly people: RecipientLookup,
    readonly settings: CourierSettings,
  ) {}
}

/**
 * Carries deliveries through their channels until they come to rest. A call that reaches a person is marked and
 * committed before it is made; one that was marked and never ended is never made again.
 */
@Injectable()
export class Courier implements OnModuleInit {
  private readonly queue = new PersonQueue();
  private readonly slots: CallSlots;
  private readonly beginnings: GroupCommit<string, Started>;
  private readonly endings: GroupCommit<EndedCall, Instant | null>;

  constructor(
    starts: DeliveryStarts,
    ends: DeliveryEnds,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly world: CourierWorld,
  ) {
    this.slots = new CallSlots(world.settings.concurrency);
    this.beginnings = new GroupCommit((ids) => starts.start(ids));
    this.endings = new GroupCommit((calls) => ends.end(calls));
  }

  onModuleInit(): void {
    const concurrency = Math.ceil(this.world.settings.concurrency * WORKERS_PER_CALL);
    this.outbox.handle(DELIVERY_TOPIC, (payload, message) => this.handle(payload, message), { concurrency });
  }

  /** Deliveries to one person go one after another: two at once would be refused. */
  private handle(payload: unknown, message: HeldMessage): Promise<Handled> {
    const { deliveryId, appointmentId } = payload as DeliveryPayload;
    if (appointmentId === '') return this.carry(deliveryId, message);
    return this.queue.run(appointmentId, () => this.carry(deliveryId, message));
  }

  private async carry(deliveryId: string, message: HeldMessage): Promise<Handled> {
    for (let step = 0; step < STEPS_AT_MOST; step += 1) {
      // Waiting for the database must not outlast the claim: by then somebody else may be at it.
      if (this.clock.now() >= message.heldUntil) throw new Error('The claim ran out before the next step.');
      const started = await this.beginnings.add(deliveryId);
      if (started.kind === 'rest') return null;
      if (started.kind === 'wait') return { retryAt: started.until };
      if (started.kind === 'next') continue;
      const retryAt = await this.make(started);
      if (retryAt !== null) return { retryAt };
    }
    throw new Error('A delivery does not come to rest.');
  }

  private make(started: StartedSend | StartedSms): Promise<Instant | null> {
    return started.kind === 'sms' ? this.sendSms(started) : this.sendMessage(started);
  }

  private async sendMessage(started: StartedSend): Promise<Instant | null> {
    const { openId, message, page, attempt, firstStartedAt, deliveryId, attemptId } = started;
    const order = { openid: openId, message, page, attempt };
    const outcome = await this.slots.run(() => this.world.wechat.sendSubscribeMessage(order));
    const result = readOutcome(outcome, firstStartedAt);
    const grantor = { openId, templateId: message.templateId };
    const retryAt = await this.endings.add({ deliveryId, attemptId, grantor, result });
    if (result.reason === 'bad-openid') await this.world.people.directory.forgetAccount(openId);
    return retryAt;
  }

  private async sendSms({ deliveryId, attemptId, phone }: StartedSms): Promise<Instant | null> {
    const outcome = await this.world.sms.send({ phone, text: SMS_TEXT }).catch(() => 'refused' as const);
    const written = outcome === 'logged' ? 'told' : outcome;
    return this.endings.add({ deliveryId, attemptId, grantor: null, result: { ...NOTHING, outcome: written } });
  }
}

const NOTHING: Omit<SendResult, 'outcome'> = {
  reason: null,
  errcode: null,
  rid: null,
  messageId: null,
  grant: 'spent',
  retryAt: null,
};
