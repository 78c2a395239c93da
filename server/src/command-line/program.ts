import { Command, CommanderError } from 'commander';
import { DomainError, sentenceOf } from '../platform/http';
import { addAdministratorCommand } from './administrator';
import { addArchiveCommands } from './archive';
import { addAuditCommand } from './audit-check';
import { CommandFailure } from './command-failure';
import { addDueCommand } from './due';
import { addGroupCommands } from './groups';
import { addMigrateCommand } from './migrate';
import { addOpenApiCommand } from './open-api';
import { addRosterCommands } from './roster';
import type { AddCommands, Terminal } from './terminal';
import { wordsFor } from './usage.words';

const COMMANDS: readonly AddCommands[] = [
  addAdministratorCommand,
  addRosterCommands,
  addGroupCommands,
  addDueCommand,
  addMigrateCommand,
  addArchiveCommands,
  addAuditCommand,
  addOpenApiCommand,
];

/** Runs one command and answers the exit code: 0 done, 1 a check found something broken, 2 not done, with the reason told. */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  const program = new Command('jiannuo').description('践诺通命令行');
  program.exitOverride().configureOutput({
    writeOut: (text) => terminal.print(text.trimEnd()),
    writeErr: () => undefined,
    outputError: () => undefined,
  });
  for (const add of COMMANDS) add(program, terminal);
  for (const command of program.commands) command.copyInheritedSettings(program);
  if (words.length === 0) {
    terminal.tell(program.helpInformation().trimEnd());
    return 2;
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return 0;
  } catch (error) {
    return failed(error, terminal);
  }
}

function failed(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    terminal.tell(wordsFor(error));
    return 2;
  }
  if (error instanceof CommandFailure) {
    terminal.tell(error.message);
    return error.exitCode;
  }
  if (error instanceof DomainError) {
    terminal.tell(error.refusals.map(sentenceOf).join('\n'));
    return 2;
  }
  throw error;
}
