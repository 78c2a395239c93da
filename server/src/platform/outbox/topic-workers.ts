import type { Clock } from '../clock';
import type { Log } from '../logging';
import { GroupCommit } from './group-commit';
import type { Route } from './outbox';
import type { Claimed, Ending, OutboxStore } from './outbox.store';

/** Waiting times after a handler threw; the last one repeats. */
const BACK_OFF_SECONDS = [1, 5, 30, 300, 1800] as const;
const LAST_ATTEMPT = 12;

/** The workers of one topic. They claim ahead, so that a free worker never waits for the database. */
export class TopicWorkers {
  private readonly ahead: Claimed[] = [];
  private readonly endings: GroupCommit<Ending, null>;
  private readonly active = new Set<Promise<void>>();
  private fetching: Promise<void> | null = null;
  private mayHaveMore = false;
  private isStopped = false;

  constructor(
    private readonly route: Route,
    private readonly store: OutboxStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.endings = new GroupCommit((endings) => store.end(endings));
  }

  /** Puts as many workers to work as the topic may have. */
  wake(): void {
    if (this.isStopped) return;
    this.mayHaveMore = true;
    while (this.active.size < this.route.concurrency) this.startWorker();
  }

  /** Lets no worker take another message, and gives back what was claimed ahead. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.fetching;
    const dueAt = this.clock.now();
    const unused = this.ahead.splice(0);
    await Promise.all(unused.map((claimed) => this.endings.add({ kind: 'again', claimed, dueAt, error: null })));
    await this.idle();
  }

  /** Resolves when no worker has anything left. */
  async idle(): Promise<void> {
    while (this.active.size > 0) await Promise.all(this.active);
  }

  private startWorker(): void {
    const worker = this.work().finally(() => this.active.delete(worker));
    this.active.add(worker);
  }

  private async work(): Promise<void> {
    for (let claimed = await this.take(); claimed !== undefined; claimed = await this.take()) {
      await this.carry(claimed);
    }
  }

  private async take(): Promise<Claimed | undefined> {
    if (this.isStopped) return undefined;
    if (this.ahead.length < this.route.concurrency && this.mayHaveMore) this.fetching ??= this.fetch();
    while (this.ahead.length === 0 && this.fetching) await this.fetching;
    return this.ahead.shift();
  }

  private async fetch(): Promise<void> {
    this.mayHaveMore = false;
    try {
      const claimed = await this.store.claim(this.route.topic, this.route.concurrency * 2);
      this.mayHaveMore = claimed.length > 0;
      this.ahead.push(...claimed);
    } catch (error) {
      this.log.error({ topic: this.route.topic, error }, 'The outbox could not be read; it is tried again.');
    } finally {
      this.fetching = null;
    }
  }

  private async carry(claimed: Claimed): Promise<void> {
    // A message that waited here past its lease may be in other hands by now.
    if (this.clock.now() >= claimed.heldUntil) return;
    const ending = await this.handled(claimed);
    try {
      await this.endings.add(ending);
    } catch (error) {
      this.log.error(
        { topic: claimed.topic, key: claimed.key, error },
        'A message stays claimed until its lease ends.',
      );
    }
  }

  private async handled(claimed: Claimed): Promise<Ending> {
    try {
      const result = await this.route.handler(claimed.payload, claimed);
      return result === null
        ? { kind: 'done', claimed }
        : { kind: 'again', claimed, dueAt: result.retryAt, error: null };
    } catch (error) {
      this.log.error({ topic: claimed.topic, key: claimed.key, attempt: claimed.attempt, error }, 'A message failed.');
      return this.failed(claimed, error instanceof Error ? error.message : String(error));
    }
  }

  private failed(claimed: Claimed, error: string): Ending {
    if (claimed.attempt >= LAST_ATTEMPT) return { kind: 'failed', claimed, error };
    const seconds = BACK_OFF_SECONDS[claimed.attempt - 1] ?? 1800;
    const dueAt = new Date(Date.parse(this.clock.now()) + seconds * 1000).toISOString();
    return { kind: 'again', claimed, dueAt, error };
  }
}
