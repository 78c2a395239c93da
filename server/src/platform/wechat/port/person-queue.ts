/** Lets work for one person run one after another, and work for different persons side by side. */
export class PersonQueue {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** Runs the work when all earlier work for this person has ended, however it ended. */
  run<T>(person: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(person) ?? Promise.resolve();
    const result = before.then(work, work);
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (this.tails.get(person) === tail) this.tails.delete(person);
      });
    this.tails.set(person, tail);
    return result;
  }
}
