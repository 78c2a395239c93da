import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inProject } from '../../test/project-folder';

const TYPESCRIPT = inProject('server/test/children/typescript.cjs');

/** Runs a command as a process of its own and hangs up before it has printed anything, as `… | head -1` may. */
async function hangUpOn(...words: string[]): Promise<{ code: unknown; told: string }> {
  const args = ['-r', TYPESCRIPT, join(__dirname, 'main.ts'), ...words];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stderr.on('data', (data: Buffer) => (told += data.toString()));
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as unknown[];
  return { code, told };
}

describe('a command whose reader has hung up', () => {
  it('ends quietly, as it would have otherwise', async () => {
    expect(await hangUpOn('score', '--help')).toEqual({ code: 0, told: '' });
  });
});
