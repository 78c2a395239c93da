import { resolve } from 'node:path';
import type { Command } from 'commander';

/** What a command reads from its surroundings and writes to. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder in which the person stands; npm itself changes to the project's. */
  readonly folder: string;
  /** One line of the result. */
  print(line: string): void;
  /** One line beside the result: progress, hints, failures. */
  tell(line: string): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    environment: process.env,
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    print: (line) => process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
  };
}

/** The full path of a file that the person named. */
export function pathOf(terminal: Terminal, file: string): string {
  return resolve(terminal.folder, file);
}

/** Adds one or more commands to the program. */
export type AddCommands = (program: Command, terminal: Terminal) => void;

/** Commands that are loaded together. */
export interface CommandSet {
  readonly commands: readonly AddCommands[];
  /** What to tell about an error that is the refusal of a command; null when it is none. */
  refusalIn(error: unknown): string | null;
}
