import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** What a child process is asked over its channel, and what it answers. */
export type Question = { readonly ask: 'usage' | 'tick' | 'stop' } | { readonly ask: 'clock'; readonly at: string };
export type Answer = { readonly ready: number } | { readonly cpuSeconds: number } | { readonly done: true };

/** A server in a process of its own, so that its CPU can be told apart from everybody else's. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  /** Starts `file` of this folder; the environment carries its settings. */
  static async start(file: string, environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const child = fork(join(__dirname, `${file}.js`), { env: { ...process.env, ...environment } });
    const first = await nextAnswer(child);
    if (!('ready' in first)) throw new Error(`${file} did not start.`);
    return new ServerProcess(child, first.ready);
  }

  /** CPU time of the process so far, user and system, in seconds. */
  async cpuSeconds(): Promise<number> {
    const answer = await this.ask({ ask: 'usage' });
    return 'cpuSeconds' in answer ? answer.cpuSeconds : NaN;
  }

  /** Runs all jobs once and waits for them. */
  async tick(): Promise<void> {
    await this.ask({ ask: 'tick' });
  }

  /** Puts the server's clock to an instant; it flows on from there. */
  async setClock(at: string): Promise<void> {
    await this.ask({ ask: 'clock', at });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.send({ ask: 'stop' });
    await ended;
  }

  private ask(question: Question): Promise<Answer> {
    this.child.send(question);
    return nextAnswer(this.child);
  }
}

function nextAnswer(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = (code: number | null): void => {
      reject(new Error(`A server of the bench ended with ${String(code)}.`));
    };
    child.once('exit', stop);
    child.once('message', (answer) => {
      child.off('exit', stop);
      resolve(answer as Answer);
    });
  });
}

/** What the process at the other end can do. */
export interface Acts {
  readonly tick: () => Promise<void>;
  readonly setClock: (at: string) => void;
  readonly stop: () => Promise<void>;
}

/** The other end: says that the server listens, then answers until it is told to stop. */
export function serveQuestions(port: number, acts: Acts): void {
  const tell = (answer: Answer): void => void process.send?.(answer);
  process.on('message', (question: Question) => void answerTo(question, acts).then(tell));
  tell({ ready: port });
}

async function answerTo(question: Question, acts: Acts): Promise<Answer> {
  if (question.ask === 'usage') {
    const { user, system } = process.cpuUsage();
    return { cpuSeconds: (user + system) / 1e6 };
  }
  if (question.ask === 'clock') acts.setClock(question.at);
  else if (question.ask === 'tick') await acts.tick();
  else {
    await acts.stop();
    process.exit(0);
  }
  return { done: true };
}
