/** Says on standard error which step of how many runs, and how long each took. */
export class Progress {
  #began = process.hrtime.bigint();
  #done = 0;

  constructor(total) {
    this.total = total;
  }

  /** Runs one step between its two progress lines and returns what it returned. */
  async step(title, work) {
    this.#done += 1;
    const head = `[${this.#done}/${this.total}] ${title}`;
    this.#say(`${head} …`);
    const began = process.hrtime.bigint();
    const beat = setInterval(() => this.#say(`${head} … ${seconds(began)} s`), 30_000);
    try {
      return await work();
    } finally {
      clearInterval(beat);
      this.#say(`${head}: ${seconds(began)} s`);
    }
  }

  #say(line) {
    process.stderr.write(`${String(seconds(this.#began)).padStart(4)} s  ${line}\n`);
  }
}

function seconds(since) {
  return Math.round(Number(process.hrtime.bigint() - since) / 1e9);
}
