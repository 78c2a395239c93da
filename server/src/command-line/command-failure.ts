/** A command that cannot go on. Its message is for the person at the keyboard: one sentence, then maybe a list. */
export class CommandFailure extends Error {
  constructor(
    message: string,
    /** 2 for what the person can put right; 1 for a check that found something broken. */
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(message);
    this.name = 'CommandFailure';
  }
}
