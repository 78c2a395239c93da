import { runProgram } from './program';
import { processTerminal } from './terminal';

async function main(): Promise<void> {
  try {
    process.exitCode = await runProgram(process.argv.slice(2), processTerminal());
  } catch (error) {
    process.stderr.write(`没有办成，程序里出了没料到的错：${String((error as Error).stack ?? error)}\n`);
    process.exitCode = 2;
  }
}

// `… | head -1` hangs up early: whoever reads has what they wanted, and the command still ends as it would.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void main();
