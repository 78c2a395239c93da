import { runProgram } from '../../src/command-line/program';
import type { Terminal } from '../../src/command-line/terminal';

/** What a command printed, told and ended with. */
export interface Run {
  readonly code: number;
  readonly printed: string;
  readonly told: string;
}

/** Runs commands of one installation in one folder, as a person types them. */
export function commandLine(
  folder: string,
  environment: Readonly<Record<string, string>>,
): (...words: string[]) => Promise<Run> {
  return async (...words) => {
    const printed: string[] = [];
    const told: string[] = [];
    const terminal: Terminal = {
      environment,
      folder,
      print: (line) => printed.push(line),
      tell: (line) => told.push(line),
    };
    const code = await runProgram(words, terminal);
    return { code, printed: printed.join('\n'), told: told.join('\n') };
  };
}
