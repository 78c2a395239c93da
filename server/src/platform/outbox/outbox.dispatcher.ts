import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { runInRequest } from '../http';
import { Log } from '../logging';
import { messageContext, Outbox } from './outbox';
import { OutboxStore } from './outbox.store';
import { TopicWorkers } from './topic-workers';

/** Hands messages that are due to their handlers. Several may run against one database. */
@Injectable()
export class OutboxDispatcher {
  private readonly workers = new Map<string, TopicWorkers>();
  private draining: Promise<void> | null = null;
  private isStopped = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly store: OutboxStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Handles everything that is due, also what comes up on the way, and ends when nothing is left. */
  drain(): Promise<void> {
    this.draining ??= this.drainAll().finally(() => {
      this.draining = null;
    });
    return this.draining;
  }

  /** Sees to what is due, but waits for it no longer than `milliseconds`; the rest goes on by itself. */
  async drainFor(milliseconds: number): Promise<void> {
    // A drain under way waits for what it has; one that begins now looks by itself.
    if (this.draining !== null) await this.wake();
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([this.drain(), enough]);
    clearTimeout(timer);
  }

  /** Takes no new message, and waits for those in work. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all([...this.workers.values()].map((each) => each.stop()));
  }

  private async drainAll(): Promise<void> {
    while (await this.wake()) await this.idle();
    await this.idle();
  }

  /** Puts workers on every topic that has something due; false when none has. */
  private async wake(): Promise<boolean> {
    const topics = this.outbox.routes().map((route) => route.topic);
    if (this.isStopped || topics.length === 0) return false;
    const due = await this.store.dueAmong(topics);
    for (const topic of due) {
      const workers = this.workersOf(topic);
      runInRequest(messageContext(null), () => workers.wake());
    }
    return due.length > 0;
  }

  private async idle(): Promise<void> {
    await Promise.all([...this.workers.values()].map((each) => each.idle()));
  }

  private workersOf(topic: string): TopicWorkers {
    const known = this.workers.get(topic);
    if (known) return known;
    const route = this.outbox.routes().find((each) => each.topic === topic);
    if (!route) throw new Error(`No handler for the outbox topic ${topic}.`);
    const workers = new TopicWorkers(route, this.store, this.clock, this.log);
    this.workers.set(topic, workers);
    return workers;
  }
}
