import { setTimeout as pause } from 'node:timers/promises';

interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (result: O) => void;
  readonly reject: (reason: unknown) => void;
}

/** While many come, a transaction waits so long for company: fewer commits, and no caller notices. */
const LINGER_MILLISECONDS = 8;

/**
 * Lets work that arrives while a transaction is running share the next one. With many messages in flight this turns
 * hundreds of commits a second into a few, and with one in flight it costs nothing.
 */
export class GroupCommit<I, O> {
  private waiting: Waiting<I, O>[] = [];
  private isRunning = false;
  private isBusy = false;

  /** `commit` answers one result for each item, in their order, or throws and has then done nothing. */
  constructor(
    private readonly commit: (items: readonly I[]) => Promise<readonly O[]>,
    private readonly limit = 100,
  ) {}

  /** The result of the item, once the transaction that carried it is committed. */
  add(item: I): Promise<O> {
    return new Promise<O>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      void this.run();
    });
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    // What is added in the same turn of the event loop goes along.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      if (this.isBusy && this.waiting.length < this.limit) await pause(LINGER_MILLISECONDS);
      const group = this.waiting.splice(0, this.limit);
      this.isBusy = group.length > 1;
      await this.commitGroup(group);
    }
    this.isRunning = false;
  }

  private async commitGroup(group: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const results = await this.commit(group.map((each) => each.item));
      for (const [index, each] of group.entries()) each.resolve(results[index] as O);
    } catch (error) {
      const [first, ...others] = group;
      if (first === undefined) return;
      if (others.length === 0) first.reject(error);
      // One item that cannot be committed must not take the others with it.
      else for (const each of group) await this.commitGroup([each]);
    }
  }
}
