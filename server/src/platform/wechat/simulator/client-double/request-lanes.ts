import { ClientRefusal } from './client-call';

const LANES = 10;

interface Waiting {
  readonly start: () => void;
}

/** The ten lanes that `request`, `uploadFile` and `downloadFile` share. What comes eleventh waits, or fails. */
export class RequestLanes {
  private busy = 0;
  private readonly waiting: Waiting[] = [];
  private readonly cuts = new Set<() => void>();

  constructor(private readonly overflow: 'wait' | 'fail') {}

  /** How many are under way. */
  get underWay(): number {
    return this.busy;
  }

  /** Runs the work on a lane; one that ends by `cutAll` fails as interrupted. */
  async run<Result>(api: string, work: () => Promise<Result>): Promise<Result> {
    await this.enter(api);
    let cut: () => void = () => undefined;
    const interrupted = new Promise<never>((_resolve, reject) => {
      cut = () => {
        reject(new ClientRefusal({ errMsg: `${api}:fail interrupted` }));
      };
    });
    this.cuts.add(cut);
    try {
      return await Promise.race([work(), interrupted]);
    } finally {
      this.cuts.delete(cut);
      this.busy -= 1;
      this.waiting.shift()?.start();
    }
  }

  /** The mini program has been in the background for five seconds: what is under way fails. */
  cutAll(): void {
    for (const cut of [...this.cuts]) cut();
  }

  private enter(api: string): Promise<void> {
    if (this.busy < LANES) {
      this.busy += 1;
      return Promise.resolve();
    }
    if (this.overflow === 'fail') {
      return Promise.reject(new ClientRefusal({ errMsg: `${api}:fail exceed max concurrent count ${String(LANES)}` }));
    }
    return new Promise((resolve) => {
      this.waiting.push({
        start: () => {
          this.busy += 1;
          resolve();
        },
      });
    });
  }
}
