import type { Worker } from 'node:worker_threads';
import { DomainError } from '../http/domain-error';
import { startThread } from '../threads';
import type { Marking, Unmarked } from './marked-file';
import { MarkingTurns, type MarkingTurn } from './marking-turns';

/** A file on the disk, of what kind it is, and what is to be seen on each of its pages. */
export interface MarkingOrder extends Omit<Marking, 'bytes'> {
  readonly path: string;
}

/** What marking one file may take. */
export interface MarkingLimits {
  readonly seconds: number;
  /** By how much the whole process may grow meanwhile: what a thread has unpacked counts nowhere else. */
  readonly megabytes: number;
}

type Marked = Uint8Array | Unmarked;
/** Grown: the process did so meanwhile, whoever of those at work made it. */
type Answer = Marked | 'grown';

const LIMITS: MarkingLimits = { seconds: 20, megabytes: 600 };
const LOOKS_EVERY = 50;
const SECOND = 1000;
const MEGABYTE = 1_048_576;

/**
 * Puts watermarks on files, each in a thread of its own: whatever a file does to its reader, the server goes on. A file
 * that takes too long or too much is given up.
 */
export class Watermarks {
  private readonly turns = new MarkingTurns();

  constructor(private readonly limits: MarkingLimits = LIMITS) {}

  /**
   * The file as a PDF with its watermark, once it is the person's turn. Throws `attachment.locked` or
   * `attachment.unmarkable`: then nothing goes out.
   */
  async mark(order: MarkingOrder, whose: Omit<MarkingTurn, 'isAlone'>): Promise<Buffer> {
    const markNow = (isAlone: boolean) => this.turns.take({ ...whose, isAlone }, () => this.markNow(order));
    const first = await markNow(false);
    // Another file may have made the process grow: by itself, none is given up for that.
    const marked = first === 'grown' ? await markNow(true) : first;
    if (marked === 'locked') throw DomainError.invalid('attachment.locked');
    if (marked === 'unmarkable' || marked === 'grown') throw DomainError.invalid('attachment.unmarkable');
    return Buffer.from(marked.buffer, marked.byteOffset, marked.byteLength);
  }

  private async markNow(order: MarkingOrder): Promise<Answer> {
    const thread = startThread(require.resolve('./marking-thread'), {
      workerData: order,
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes },
    });
    try {
      return await answerOf(thread, this.limits);
    } finally {
      await thread.terminate();
    }
  }
}

/** What the thread says; that it cannot be marked where it ends without a word, or goes beyond its limits. */
function answerOf(thread: Worker, { seconds, megabytes }: MarkingLimits): Promise<Answer> {
  const before = process.memoryUsage.rss();
  let looking: NodeJS.Timeout | undefined;
  let ending: NodeJS.Timeout | undefined;
  const answer = new Promise<Answer>((resolve) => {
    const giveUp = (): void => {
      resolve('unmarkable');
    };
    looking = setInterval(() => {
      if (process.memoryUsage.rss() - before > megabytes * MEGABYTE) resolve('grown');
    }, LOOKS_EVERY);
    ending = setTimeout(giveUp, seconds * SECOND);
    thread.once('message', resolve).once('error', giveUp).once('exit', giveUp);
  });
  return answer.finally(() => {
    clearInterval(looking);
    clearTimeout(ending);
  });
}
