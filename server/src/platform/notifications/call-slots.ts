/** Lets so many calls be under way at once; the others wait their turn, first come first served. */
export class CallSlots {
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(count: number) {
    this.free = count;
  }

  /** Runs the work in a slot of its own, as soon as there is one. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The slot is handed on, so that nobody who comes later gets it first.
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
