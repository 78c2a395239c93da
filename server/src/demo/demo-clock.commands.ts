import { Injectable } from '@nestjs/common';
import { atBeijing, isDateText, isTimeText, type Instant } from '@jiannuo/shared/kernel';
import { HEIHE_2022, sampleGroups } from '@jiannuo/shared/samples';
import { SettableClock } from '../platform/clock';
import { DomainError } from '../platform/http';
import { Log } from '../platform/logging';
import { Ticker } from '../platform/schedule';
import { AskedEvents } from './asked-events';
import { demoClockView, steppedInstant, type DemoClockView } from './clock-view';
import { DemoWorld } from './demo-world';
import { momentsBetween, nextEvent } from './month-events';
import { actsBetween, isInFreePlay, type SampleAct } from './sample-acts';
import { SamplePlayer } from './sample-player';

/** Where the demo clock shall go. */
export type ClockWish = { readonly step: 'hour' | 'day' | 'next' } | { readonly local: string };

/** The last moment that the sample year tells anything about. */
const END: Instant = '2023-01-31T16:00:00.000Z';

/** Moves the demo clock forward, playing everything that falls in between. */
@Injectable()
export class DemoClockCommands {
  private moving: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly world: DemoWorld,
    private readonly ticker: Ticker,
    private readonly player: SamplePlayer,
    private readonly log: Log,
    private readonly asked: AskedEvents,
  ) {}

  /** What the demo page shows now. */
  async view(): Promise<DemoClockView> {
    const now = this.world.clock.now();
    return demoClockView(HEIHE_2022.settings, now, await this.asked.around(HEIHE_2022.key, now));
  }

  /**
   * Goes to the wished moment; one wish at a time. Throws `demo.clock-back` for a moment that is past,
   * `demo.year-over` beyond the sample year, `demo.moment-unreadable` for what is no date and time.
   */
  async move(wish: ClockWish): Promise<DemoClockView> {
    const moved = this.moving.then(async () => this.playTo(await this.wished(wish)));
    this.moving = moved.catch(() => undefined);
    await moved;
    return this.view();
  }

  /** Runs all jobs at every moment that matters up to `target`, and lets the sample people act, as the days would have done. */
  async playTo(target: Instant): Promise<void> {
    const { clock } = this.world;
    const from = clock.now();
    const settings = sampleGroups.map((group) => group.settings);
    const acts = actsBetween(from, target);
    const asked = (await this.asked.around(HEIHE_2022.key, from)).filter(({ at }) => at > from && at <= target);
    const moments = new Set([...momentsBetween(settings, from, target), ...[...acts, ...asked].map(({ at }) => at)]);
    for (const moment of [...moments].sort()) {
      jumpTo(clock, moment);
      for (const act of acts.filter(({ at }) => at === moment)) await this.perform(act);
      await this.ticker.tick();
    }
  }

  /** In free play the visitor may have changed what the act is about; then it does not happen. */
  private async perform(act: SampleAct): Promise<void> {
    try {
      await this.player.play(act);
    } catch (error) {
      if (!isInFreePlay(act)) throw error;
      this.log.info({ act: act.kind, unit: act.unitNumber, error }, 'A sample act did not fit any more.');
    }
  }

  private async wished(wish: ClockWish): Promise<Instant> {
    const now = this.world.clock.now();
    const target = await this.targetOf(wish, now);
    if (target === null || target > END) throw DomainError.invalid('demo.year-over');
    if (target <= now) throw DomainError.invalid('demo.clock-back');
    return target;
  }

  private async targetOf(wish: ClockWish, now: Instant): Promise<Instant | null> {
    if ('local' in wish) return momentOf(wish.local);
    if (wish.step !== 'next') return steppedInstant(wish.step, now);
    const asked = (await this.asked.around(HEIHE_2022.key, now)).find(({ at }) => at > now);
    const next = [nextEvent(HEIHE_2022.settings, now), asked].flatMap((event) => event?.at ?? []).sort();
    return next[0] ?? null;
  }
}

function jumpTo(clock: SettableClock, moment: Instant): void {
  // The clock flows while jobs run and may have passed a moment that lies close ahead.
  if (moment > clock.now()) clock.set(moment);
}

function momentOf(local: string): Instant {
  const [date = '', time = ''] = local.split('T');
  if (!isDateText(date) || !isTimeText(time)) throw DomainError.invalid('demo.moment-unreadable');
  return atBeijing(date, time);
}
