import type { Instant } from '@jiannuo/shared/kernel';
import type { Clock } from '../clock';
import type { Log } from '../logging';

/** Work that comes round again. It must be harmless to run twice, or on two servers at once. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  run(now: Instant): Promise<unknown>;
}

interface Registered {
  readonly job: Job;
  lastRunAt: number | null;
  running: Promise<void> | null;
}

/** Runs the jobs: by a timer in production, by hand in tests and when the demo's clock is moved. */
export class Ticker {
  private readonly registered: Registered[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Adds a job. Names are unique. */
  register(job: Job): void {
    if (this.registered.some((each) => each.job.name === job.name)) throw new Error(`Two jobs are called ${job.name}.`);
    this.registered.push({ job, lastRunAt: null, running: null });
  }

  /** Runs every job once, now, one after the other in the order of registration, and waits for them. */
  async tick(): Promise<void> {
    for (const each of this.registered) {
      await each.running;
      await this.run(each);
    }
  }

  /** Starts the timer: each job runs in its own interval, and a slow one holds up no other. */
  start(): void {
    this.timer ??= setInterval(() => {
      this.runDue();
    }, 1000);
    this.runDue();
  }

  /** Stops the timer and waits for the jobs that are running. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    for (const each of this.registered) await each.running;
  }

  private runDue(): void {
    const now = Date.parse(this.clock.now());
    for (const each of this.registered) {
      if (each.running === null && isDue(each, now)) void this.run(each);
    }
  }

  private run(each: Registered): Promise<void> {
    const now = this.clock.now();
    each.lastRunAt = Date.parse(now);
    each.running = this.attempt(each.job, now).finally(() => {
      each.running = null;
    });
    return each.running;
  }

  private async attempt(job: Job, now: Instant): Promise<void> {
    try {
      await job.run(now);
    } catch (error) {
      this.log.error({ job: job.name, error }, 'A job failed; it runs again at its next turn.');
    }
  }
}

function isDue(each: Registered, now: number): boolean {
  return each.lastRunAt === null || Math.abs(now - each.lastRunAt) >= each.job.everySeconds * 1000;
}
