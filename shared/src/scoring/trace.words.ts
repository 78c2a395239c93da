import type { Fact, TraceNode } from './trace';
import { changeSentence, factSentence, type Names } from './words';

/** Facts that say how it was reckoned; a ruling has its own line, and the rest is what was counted. */
const RECKONED: readonly Fact['kind'][] = [
  'equal-share',
  'empty-ledger',
  'shares-off',
  'run-out',
  'at-most',
  'below-zero',
  'factor',
  'average',
  'annual-factors',
];
const MOST_CHANGES = 5;

/** Why a number is what it is, sentence by sentence: 数据 算法 依据 口径, and what would have been otherwise. */
export interface ToldTrace {
  readonly counted: readonly string[];
  readonly reckoned: readonly string[];
  readonly article: string;
  readonly rulings: readonly string[];
  readonly changes: readonly string[];
}

/**
 * A node in the sentences that stand on the phone, on the desktop and in exports; `readings` stand beside its rulings.
 * Of a number that is fixed (`isPast`) nothing can be done any more.
 */
export function tellTrace(
  { because, wouldChange, article }: TraceNode,
  names: Names,
  readings: readonly string[] = [],
  isPast = false,
): ToldTrace {
  const say = (facts: readonly Fact[]) => facts.map((fact) => factSentence(fact, names));
  const rulings = because.filter(({ kind }) => kind === 'ruling');
  const ruled = [...say(rulings), ...readings];
  const reckoned = because.filter(({ kind }) => RECKONED.includes(kind));
  return {
    counted: say(because.filter((fact) => !rulings.includes(fact) && !reckoned.includes(fact))),
    reckoned: say(reckoned),
    article,
    rulings: ruled.length === 0 ? ['没有专门解释'] : ruled,
    changes: wouldChange.slice(0, MOST_CHANGES).map((change) => changeSentence(change, names, isPast)),
  };
}
