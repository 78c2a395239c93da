import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Starts the program at `path` in a thread of its own. */
export function startThread(path: string, options: WorkerOptions): Worker {
  return new Worker(path, options);
}
