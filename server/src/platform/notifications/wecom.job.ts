import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMinutes, beijingDate, type Instant } from '@jiannuo/shared/kernel';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock';
import { Log } from '../logging';
import { Outbox, type Handled } from '../outbox';
import { WecomRobot } from './wecom-robot';

const TOPIC = 'notifications.wecom';
/** After this many tries the sentence has lost its use; it was only ever an extra. */
const LAST_TRY = 5;
const SENTENCE = '各位联络员：有材料快到截止时间了，请打开“践诺通”小程序，在“待办”里看。已经交了的不用管。';

/** Says the one neutral sentence in the WeCom group, once a day for each kind of message and group. */
@Injectable()
export class WecomJob implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly robot: WecomRobot,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    // One after another: the robot takes 20 a minute.
    this.outbox.handle(TOPIC, (_payload, message) => this.say(message.attempt), { concurrency: 1 });
  }

  /** Asks for the sentence of a group's day; asking again the same day changes nothing. */
  async ask(tx: EntityManager, groupId: string, now: Instant): Promise<void> {
    await this.outbox.add(tx, { topic: TOPIC, key: `wecom:${groupId}:${beijingDate(now)}`, payload: { groupId } });
  }

  private async say(attempt: number): Promise<Handled> {
    const outcome = await this.robot.say(SENTENCE);
    if (outcome === 'told') return null;
    this.log.warn({ outcome, attempt }, 'The WeCom robot did not take the sentence.');
    if (outcome === 'refused' || attempt >= LAST_TRY) return null;
    return { retryAt: addMinutes(this.clock.now(), 1) };
  }
}
