import { firstCodePoints, quoted } from '../kernel';
import type { FindingContent } from './finding';
import { METHOD_TITLES, type Method } from './kinds';
import type { FindingState } from './states';

/** How many characters of its facts name a finding in a row. */
const SHOWN = 20;
/** Where the first sentence of the facts ends. */
const ENDING = /[。；！？\n]/u;

/** A finding as far as the word 瞒报 stands on it. */
type Suspected = Pick<FindingContent, 'concealedIn'> & { readonly state: FindingState };

/** Whether a finding says that its unit hid something (瞒报, art. 10): no longer once its explanation was accepted. */
export function isConcealment({ concealedIn, state }: Suspected): boolean {
  return concealedIn !== null && state !== 'cleared';
}

/**
 * What a finding is called where one is told from another: the beginning of its facts, 两个窗口没有公示承诺; of 瞒报 with
 * what it was hidden in, 5月月报疑似瞒报：有3笔欠款没有报.
 */
export function findingName(
  finding: Suspected & Pick<FindingContent, 'facts'> & { readonly concealedTitle: string | null },
  shown = SHOWN,
): string {
  const { facts, concealedTitle, state } = finding;
  const name = bareName(facts, shown);
  if (concealedTitle === null || !isConcealment(finding)) return name;
  return `${concealedTitle}${state === 'upheld' ? '' : '疑似'}瞒报：${name}`;
}

/** The beginning of the facts: up to the end of their first sentence, or so many characters of it. */
export function bareName(facts: string, shown = SHOWN): string {
  const [first = ''] = facts.split(ENDING);
  const words = firstCodePoints(first, shown);
  return words === first ? words : `${words}……`;
}

/** What a finding asks of its unit, as an obligation is called: to put something right, or to explain, 暗访督导整改“灯没有亮”. */
export function askedTitle(finding: Parameters<typeof findingName>[0] & { readonly method: Method }): string {
  return `${METHOD_TITLES[finding.method]}${finding.concealedIn === null ? '整改' : '说明'}${quoted(findingName(finding))}`;
}
