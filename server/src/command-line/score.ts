import { scoreInput, spellOut, type Score } from '@jiannuo/shared/scoring';
import type { Refusal } from '@jiannuo/shared/kernel';
import { sentenceFor } from '@jiannuo/shared/messages';
import { CommandFailure } from './command-failure';
import { pathOf, type AddCommands } from './terminal';
import { textIn } from './text-file';

/** Reasons beyond this number are counted, not told. */
const MOST_TOLD = 3;

/** `score`: what a case, or each of a list of cases, is scored at, with why, as JSON. It needs no database. */
export const addScoreCommand: AddCommands = (program, terminal) => {
  program
    .command('score')
    .description('按考评规则算一个月或一年的得分，逐项说明依据，JSON')
    .argument('<file>', '案例文件：一个案例，或一列案例')
    .action(async (file: string) => {
      const input = casesIn(await textIn(pathOf(terminal, file)), file);
      if (!Array.isArray(input)) {
        terminal.print(JSON.stringify(scored(input), null, 2));
        return;
      }
      const results = input.map(scoredOrError);
      terminal.print(JSON.stringify(results, null, 2));
      const failed = results.filter((result) => 'error' in result).length;
      if (failed > 0) throw new CommandFailure(`${input.length}个案例里有${failed}个算不出来，原因写在结果里。`);
    });
};

function casesIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new CommandFailure(`“${file}”不是JSON，请核对内容。`);
  }
}

function scored(input: unknown): object {
  const outcome = scoreInput(input);
  if (!outcome.ok) throw new CommandFailure(reasons(outcome.refusals));
  return shown(outcome.value);
}

function scoredOrError(input: unknown): object {
  const outcome = scoreInput(input);
  return outcome.ok ? shown(outcome.value) : { error: reasons(outcome.refusals) };
}

function shown(score: Score): object {
  const trace = spellOut(score.trace);
  if (!('raw' in score)) return { ...score, trace };
  return { raw: score.raw, score: score.score, trace };
}

/** Every reason against a case in one sentence; beyond the first few, how many more there are. */
function reasons(refusals: readonly Refusal[]): string {
  const told = refusals.slice(0, MOST_TOLD).map((refusal) => sentenceFor(refusal).replace(/。$/, ''));
  const more = refusals.length - told.length;
  return `${[...told, ...(more > 0 ? [`另有${more}处要改`] : [])].join('；')}。`;
}
