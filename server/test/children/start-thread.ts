import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** In tests the programs of threads are TypeScript, as ours is there. */
export function startThread(path: string, options: WorkerOptions): Worker {
  return new Worker(path, { ...options, execArgv: ['-r', join(__dirname, 'typescript.cjs')] });
}
