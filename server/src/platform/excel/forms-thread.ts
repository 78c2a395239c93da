import { parentPort, workerData } from 'node:worker_threads';
import { writeForms, type Form } from './form-writing';

/** What runs in the thread that writes one file: it hands the file over, and ends. */
async function run(forms: readonly Form[]): Promise<void> {
  parentPort?.postMessage(await writeForms(forms));
}

void run(JSON.parse(workerData as string) as readonly Form[]);
