import { startThread } from '../threads';
import { writeForms, type Form } from './form-writing';

/** Cells that are written while others wait; more would keep them waiting for longer than half a second. */
const AT_ONCE = 10_000;
const MEGABYTES = 1024;

/** Forms as the sheets of an xlsx file; many lines are written in a thread of their own, so that the server goes on. */
export function formsOf(forms: readonly Form[]): Promise<Buffer> {
  const cells = forms.reduce((sum, { rows, widths }) => sum + rows.length * widths.length, 0);
  return cells > AT_ONCE ? writtenAside(forms) : writeForms(forms);
}

/** One text goes over far quicker than as many cells. */
function writtenAside(forms: readonly Form[]): Promise<Buffer> {
  const thread = startThread(require.resolve('./forms-thread'), {
    workerData: JSON.stringify(forms),
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  return new Promise((resolve, reject) => {
    thread
      .once('message', (file: Uint8Array) => {
        resolve(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
      })
      .once('error', reject)
      .once('exit', () => {
        reject(new Error('A file of many lines was not written.'));
      });
  });
}
