import type { CommanderError } from 'commander';

const QUOTED = /'([^']*)'/;

const WORDS: Readonly<Record<string, (name: string) => string>> = {
  'commander.missingArgument': (name) => `少了“${name}”，加 --help 看用法。`,
  'commander.missingMandatoryOptionValue': (name) => `少了 ${name}，加 --help 看用法。`,
  'commander.optionMissingArgument': (name) => `${name} 后面要填内容，加 --help 看用法。`,
  'commander.unknownOption': (name) => `没有 ${name} 这个选项，加 --help 看用法。`,
  'commander.unknownCommand': (name) => `没有“${name}”这个命令，用 --help 看有哪些。`,
  'commander.excessArguments': () => '多写了内容，加 --help 看用法。',
  'commander.invalidArgument': (name) => `${name} 填得不对，加 --help 看用法。`,
};

/** What is wrong with a command as it was typed, in one sentence. */
export function wordsFor(error: CommanderError): string {
  const name = QUOTED.exec(error.message)?.[1] ?? '';
  return WORDS[error.code]?.(name) ?? '命令写得不对，用 --help 看用法。';
}
