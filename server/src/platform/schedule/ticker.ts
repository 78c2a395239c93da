import type { Instant } from '@jiannuo/shared/kernel';
import type { Clock } from '../clock';
import type { Log } from '../logging';

/** Work that comes round again. It must be harmless to run twice, or on two servers at once. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  run(now: Instant): Promise<void>;
}

interface Registered {
  readonly job: Job;
  lastRunAt: number | null;
}

/** Runs the jobs: by a timer in production, by hand in tests and when the demo's clock is moved. */
export class Ticker {
  private readonly registered: Registered[] = [];
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Adds a job. Names are unique. */
  register(job: Job): void {
    if (this.registered.some((each) => each.job.name === job.name)) throw new Error(`Two jobs are called ${job.name}.`);
    this.registered.push({ job, lastRunAt: null });
  }

  /** Runs every job once, now, in the order of registration, and waits for them. */
  tick(): Promise<void> {
    return this.enqueue(() => true);
  }

  /** Starts the timer; each job then runs in its own interval. */
  start(): void {
    this.timer ??= setInterval(() => void this.enqueue((each, now) => isDue(each, now)), 1000);
  }

  /** Stops the timer and waits for the jobs that are running. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running;
  }

  private enqueue(choose: (each: Registered, now: number) => boolean): Promise<void> {
    this.running = this.running.then(() => this.runChosen(choose));
    return this.running;
  }

  private async runChosen(choose: (each: Registered, now: number) => boolean): Promise<void> {
    for (const each of this.registered) {
      const now = this.clock.now();
      if (!choose(each, Date.parse(now))) continue;
      each.lastRunAt = Date.parse(now);
      try {
        await each.job.run(now);
      } catch (error) {
        this.log.error({ job: each.job.name, error }, 'A job failed; it runs again at its next turn.');
      }
    }
  }
}

function isDue(each: Registered, now: number): boolean {
  return each.lastRunAt === null || Math.abs(now - each.lastRunAt) >= each.job.everySeconds * 1000;
}
