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

void main();
