import { Injectable } from '@nestjs/common';
import { Log } from '../logging';

/** One text message. */
export interface SmsOrder {
  readonly phone: string;
  readonly text: string;
}
/** `accepted`: the operator took it, which counts as reaching the person. `logged`: nothing was sent. */
export type SmsOutcome = 'accepted' | 'refused' | 'logged';

/** Sends text messages. A group that buys a service writes an adapter for it. */
export abstract class SmsPort {
  /** Whether the channel is worth a try. */
  abstract readonly isConfigured: boolean;
  /** Hands over one message. Throws only when nothing was sent. */
  abstract send(order: SmsOrder): Promise<SmsOutcome>;
}

/** The adapter that ships: it writes down that a message would have gone out, and never counts as delivered. */
@Injectable()
export class LogOnlySms extends SmsPort {
  readonly isConfigured = true;

  constructor(private readonly log: Log) {
    super();
  }

  send(order: SmsOrder): Promise<SmsOutcome> {
    const phone = order.phone.replace(/^(\d{3})\d*(\d{4})$/, '$1****$2');
    this.log.info({ to: phone }, 'No text message service is set up; nothing was sent.');
    return Promise.resolve('logged');
  }
}
