import { Command, CommanderError } from 'commander';
import { CommandFailure } from './command-failure';
import { addScoreCommand } from './score';
import type { CommandSet, Terminal } from './terminal';
import { wordsFor } from './usage.words';

/** `score` may be called thousands of times by a script, so it starts without the server's parts, which it does not need. */
const SCORE_ALONE: CommandSet = { commands: [addScoreCommand], refusalIn: () => null };

/** Runs one command and answers the exit code: 0 done, 1 a check found something broken, 2 not done, with the reason told. */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  const set = words[0] === 'score' ? SCORE_ALONE : (await import('./commands.js')).ALL_COMMANDS;
  const program = new Command('jiannuo').description('践诺通命令行');
  program.exitOverride().configureOutput({
    writeOut: (text) => terminal.print(text.trimEnd()),
    writeErr: () => undefined,
    outputError: () => undefined,
  });
  for (const add of set.commands) add(program, terminal);
  for (const command of program.commands) command.copyInheritedSettings(program);
  if (words.length === 0) {
    terminal.tell(program.helpInformation().trimEnd());
    return 2;
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return 0;
  } catch (error) {
    return failed(error, set, terminal);
  }
}

function failed(error: unknown, set: CommandSet, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    terminal.tell(wordsFor(error));
    return 2;
  }
  if (error instanceof CommandFailure) {
    terminal.tell(error.message);
    return error.exitCode;
  }
  const refusal = set.refusalIn(error);
  if (refusal === null) throw error;
  terminal.tell(refusal);
  return 2;
}
