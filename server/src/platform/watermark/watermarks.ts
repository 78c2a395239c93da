import type { Worker } from 'node:worker_threads';
import { DomainError } from '../http/domain-error';
import { startThread } from '../threads';
import type { Marking, Unmarked } from './marked-file';

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

const LIMITS: MarkingLimits = { seconds: 20, megabytes: 600 };
const LOOKS_EVERY = 50;
const SECOND = 1000;
const MEGABYTE = 1_048_576;

/**
 * Puts watermarks on files, one after the other, each in a thread of its own: whatever a file does to its reader, the
 * server goes on. A file that takes too long or too much is given up.
 */
export class Watermarks {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits: MarkingLimits = LIMITS) {}

  /** The file as a PDF with its watermark. Throws `attachment.locked` or `attachment.unmarkable`: then nothing goes out. */
  async mark(order: MarkingOrder): Promise<Buffer> {
    const mine = this.last.then(() => this.markNow(order));
    this.last = mine.catch(() => undefined);
    const marked = await mine;
    if (marked === 'locked') throw DomainError.invalid('attachment.locked');
    if (marked === 'unmarkable') throw DomainError.invalid('attachment.unmarkable');
    return Buffer.from(marked.buffer, marked.byteOffset, marked.byteLength);
  }

  private async markNow(order: MarkingOrder): Promise<Marked> {
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
function answerOf(thread: Worker, { seconds, megabytes }: MarkingLimits): Promise<Marked> {
  const before = process.memoryUsage.rss();
  let looking: NodeJS.Timeout | undefined;
  let ending: NodeJS.Timeout | undefined;
  const answer = new Promise<Marked>((resolve) => {
    const giveUp = (): void => {
      resolve('unmarkable');
    };
    looking = setInterval(() => {
      if (process.memoryUsage.rss() - before > megabytes * MEGABYTE) giveUp();
    }, LOOKS_EVERY);
    ending = setTimeout(giveUp, seconds * SECOND);
    thread.once('message', resolve).once('error', giveUp).once('exit', giveUp);
  });
  return answer.finally(() => {
    clearInterval(looking);
    clearTimeout(ending);
  });
}
