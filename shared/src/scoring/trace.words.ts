import type { RulingName } from './regulation';
import type { Fact, RuleName, TraceNode } from './trace';
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
  'month-factors',
  'annual-factors',
];
const MOST_CHANGES = 5;
/** The switches that bear on a rule's number; that of an empty ledger only where the ledger is empty. */
const DECIDED_BY: Readonly<Record<RuleName, readonly RulingName[]>> = {
  completion: ['emptyLedger'],
  deduction: [],
  timeliness: ['materials'],
  information: ['materials'],
  adjustment: ['adjustmentCap'],
  floor: [],
  monthlyFactor: ['monthlyFactor'],
  taskPart: ['annualReading', 'annualFactor', 'monthlyFactor'],
  innovation: [],
};

/** What was ruled (解释口径) on the switches of a case, each in a sentence; a switch without one follows the text. */
export type Ruled = Readonly<Partial<Record<RulingName, string>>>;

/** What a trace is told with beside itself. */
export interface Telling {
  readonly names?: Names;
  readonly ruled?: Ruled;
  /** How the text is read beside the rulings. */
  readonly readings?: readonly string[];
  /** The number is fixed: what would have changed it can be done no more. */
  readonly isPast?: boolean;
}

/** Why a number is what it is, sentence by sentence: 数据 算法 依据 口径, and what would have been otherwise. */
export interface ToldTrace {
  readonly counted: readonly string[];
  readonly reckoned: readonly string[];
  readonly article: string;
  readonly rulings: readonly string[];
  readonly changes: readonly string[];
}

/** What the parts of a told trace are headed with, on screens and in files. */
export const TRACE_HEADS: Readonly<Record<keyof ToldTrace, string>> = {
  counted: '数据',
  reckoned: '算法',
  article: '依据',
  rulings: '口径',
  changes: '怎样会变',
};

/** A node in the sentences that stand on the phone, on the desktop and in exports. */
export function tellTrace(
  node: TraceNode,
  { names = {}, ruled = {}, readings = [], isPast = false }: Telling = {},
): ToldTrace {
  const { because, wouldChange, article } = node;
  const say = (facts: readonly Fact[]) => facts.map((fact) => factSentence(fact, names));
  const rulings = [...rulingSentences(node, ruled), ...readings];
  const reckoned = because.filter(({ kind }) => RECKONED.includes(kind));
  return {
    counted: say(because.filter((fact) => fact.kind !== 'ruling' && !reckoned.includes(fact))),
    reckoned: say(reckoned),
    article,
    rulings: rulings.length === 0 ? ['没有专门解释'] : rulings,
    changes: wouldChange.slice(0, MOST_CHANGES).map((change) => changeSentence(change, names, isPast)),
  };
}

/** The lead unit's own sentence where it ruled, also where it ruled for the text's own reading; the switch's otherwise. */
function rulingSentences({ rule, because }: TraceNode, ruled: Ruled): readonly string[] {
  return DECIDED_BY[rule].flatMap((name) => {
    if (name === 'emptyLedger' && !because.some(({ kind }) => kind === 'empty-ledger')) return [];
    const fact = because.find((each) => each.kind === 'ruling' && each.ruling === name);
    return ruled[name] ?? (fact === undefined ? [] : factSentence(fact));
  });
}
