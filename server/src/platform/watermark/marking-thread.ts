import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { markedFile } from './marked-file';
import type { MarkingOrder } from './watermarks';

/** What runs in the thread that marks one file: it says what became of it, and ends. */
async function run({ path, kind, lines }: MarkingOrder): Promise<void> {
  const marked = await markedFile({ bytes: readFileSync(path), kind, lines });
  parentPort?.postMessage(marked, typeof marked === 'string' ? [] : [marked.buffer as ArrayBuffer]);
}

void run(workerData as MarkingOrder);
