import {
  formatDue,
  formatMoment,
  formatPeriod,
  fraction,
  fractionText,
  parseFraction,
  roundHalfUp,
  times,
} from '../kernel';
import type { Action, Change, Exact, Fact, TraceNode } from './trace';

/** What ids are called; an id without a name stands for itself. */
export type Names = Readonly<Record<string, string>>;

/** What is owed, by the kind of obligation; another kind is 材料. */
const OWED: Names = { 'monthly-report': '月报', 'self-assessment': '自查评分' };
const MOST_NAMED = 5;

type OfKind<Whole, K> = Whole extends { readonly kind: infer Kinds } ? (K extends Kinds ? Whole : never) : never;
type FactOf<K extends Fact['kind']> = OfKind<Fact, K>;
type FactWords = { readonly [K in Fact['kind']]: (fact: FactOf<K>, names: Names) => string };
type ActionWords = { readonly [K in Action['kind']]: (action: OfKind<Action, K>, names: Names) => string };

/** Points as the regulation prints them: `5`, `2.5`; rounded half up to two places with 约 where those do not suffice. */
export function pointsText(value: Exact): string {
  const text = reckonedText(value);
  return text.startsWith('约') ? text : text.replace(/\.?0+$/, '');
}

/** Points that were reckoned, with the two places of the cell beside them: `31.50`, `约34.29`. */
function reckonedText(value: Exact): string {
  const number = parseFraction(value);
  if (number === null) return value;
  const rounded = roundHalfUp(number);
  const isExact = fractionText(parseFraction(rounded) ?? number) === fractionText(number);
  return isExact ? rounded : `约${rounded}`;
}

function percentText(value: Exact): string {
  const number = parseFraction(value);
  return number === null ? value : `${pointsText(fractionText(times(number, fraction(100))))}%`;
}

/** A factor of 1 changes nothing and is said so (按口径不折算). */
function byFactor(factor: Exact): string {
  return factor === '1' ? '，按口径不折算' : `乘${percentText(factor)}`;
}

function nameOf(id: string, names: Names): string {
  return Object.prototype.hasOwnProperty.call(names, id) ? (names[id] ?? id) : id;
}

/** What recurs is called by its kind, as it is in every month; what was asked once by its own name. */
function owedName(id: string, kind: string, names: Names): string {
  const named = nameOf(id, names);
  return kind === 'material' ? (named === id ? '材料' : named) : nameOf(kind, OWED);
}

function listed(ids: readonly string[], names: Names): string {
  const shown = ids.slice(0, MOST_NAMED).map((id) => nameOf(id, names));
  return ids.length > MOST_NAMED ? `${shown.join('、')}等${ids.length}项` : shown.join('、');
}

function months(periods: readonly string[]): string {
  return periods.map((period) => formatPeriod(period)).join('、');
}

function countedText(
  what: string,
  { each, most, awarded }: Readonly<Record<'each' | 'most' | 'awarded', Exact>>,
): string {
  return `${what}，每${what.endsWith('条') ? '条' : '项'}${pointsText(each)}分，最多${pointsText(most)}分，得${reckonedText(awarded)}分。`;
}

const INNOVATED = { what: '创新举措', counts: '认定', waits: '没有认定' };
/** One counts in a month once it was recognised and its carrying out there confirmed; a case knows only whether it counts. */
const ADJUSTED = { what: '动态调整', counts: '认定并落实', waits: '没认定或当月没确认落实' };

/** `，没审核1项（信用进村）`; empty for none. */
function numbered(word: string, ids: readonly string[], names: Names): string {
  return ids.length === 0 ? '' : `，${word}${ids.length}项（${listed(ids, names)}）`;
}

/** Which of the three it is that keeps each from counting; all alike where a case does not say it. */
function waitingText(waits: string, fact: FactOf<'adjustments'>, names: Names): string {
  const { pending, undecided, notCarriedOut = [] } = fact;
  if (undecided === undefined) return numbered(waits, pending, names);
  const unconfirmed = pending.filter((id) => !undecided.includes(id));
  const said = Object.fromEntries(
    notCarriedOut.map(({ id, reason }) => [id, `${nameOf(id, names)}：${reason.replace(/。$/, '')}`]),
  );
  const refused = notCarriedOut.map(({ id }) => id);
  return [
    numbered('没审核', undecided, names),
    numbered('已认定、当月没确认落实', unconfirmed, names),
    numbered('当月没落实', refused, said),
  ].join('');
}

function applied({ what, counts, waits }: typeof ADJUSTED, fact: FactOf<'adjustments'>, names: Names): string {
  const waiting = waitingText(waits, fact, names);
  return `${counts}${what}${fact.approved}项${waiting}，每项${pointsText(fact.each)}分，最多${pointsText(fact.most)}分，得${reckonedText(fact.awarded)}分。`;
}

const FACT_WORDS: FactWords = {
  measures: ({ listed: all, done, notDone }, names) =>
    notDone.length === 0
      ? `台账本月列了${all}项措施，都算完成。`
      : `台账本月列了${all}项措施，完成${done}项，没完成${notDone.length}项（${listed(notDone, names)}）。`,
  'equal-share': ({ points, parts, counted, awarded }) =>
    `${pointsText(points)}分按${parts}项平均，${pointsText(points)}×${counted}÷${parts}，得${reckonedText(awarded)}分。`,
  'empty-ledger': ({ awarded }) => `台账本月没有措施，按口径得${reckonedText(awarded)}分。`,
  'spot-check': ({ failed, each }, names) =>
    failed.length === 0
      ? '没有因抽查减分的措施。'
      : `抽查发现${failed.length}项没有完成（${listed(failed, names)}），每项减${reckonedText(each)}分。`,
  'shares-off': ({ points, parts, counted, taken }) =>
    `${pointsText(points)}分按${parts}项平均，${pointsText(points)}×${counted}÷${parts}，减${reckonedText(taken)}分。`,
  'on-time': ({ owed, onTime, points }) => `算分的材料${owed}件，按时${onTime}件，都按时得${pointsText(points)}分。`,
  late: ({ id, what, dueAt, metAt, each }, names) =>
    `${owedName(id, what, names)}应在${formatDue(dueAt, dueAt)}报，${formatMoment(metAt)}才报，迟报1次，扣${pointsText(each)}分。`,
  missing: ({ id, what, dueAt, each }, names) =>
    `${owedName(id, what, names)}应在${formatDue(dueAt, dueAt)}报，没有报，漏报1次，扣${pointsText(each)}分。`,
  'run-out': ({ points, occurrences }) => `迟报漏报${occurrences}次，${pointsText(points)}分扣完为止。`,
  'high-quality': ({ count, ...points }) => countedText(`高质量信息${count}条`, points),
  adopted: ({ count, ...points }) => countedText(`被采用或报省的信息${count}条`, points),
  'at-most': ({ most }) => `两样合起来最多${pointsText(most)}分。`,
  adjustments: (fact, names) => applied(ADJUSTED, fact, names),
  innovations: (fact, names) => applied(INNOVATED, fact, names),
  'below-zero': ({ sum }) => `各项合计${reckonedText(sum)}分，低于0分按0分算。`,
  factor: ({ total, factor, awarded }) =>
    `合计${reckonedText(total)}分${byFactor(factor)}，得${reckonedText(awarded)}分。`,
  average: ({ sum, months: divisor, average }) =>
    `各月合计${reckonedText(sum)}分，按${divisor}个月平均，每月${reckonedText(average)}分。`,
  'missing-months': ({ months: periods }) => `${months(periods)}没有得分，按0分算。`,
  'month-factors': ({ groups, sum }) =>
    `各月按通报时的口径折算，${groups.map(({ factor, months: periods }) => `${months(periods)}${factor === '1' ? '不折算' : byFactor(factor)}`).join('，')}，合计${reckonedText(sum)}分。`,
  'annual-factors': ({ average, factors, awarded }) =>
    `平均${reckonedText(average)}分${factors.map(byFactor).join('，再')}，得${reckonedText(awarded)}分。`,
  'out-of-reach': ({ heading, most }) => `标题写${pointsText(heading)}分，按这个口径最多能得${reckonedText(most)}分。`,
  ruling: ({ label }) => `按口径算：${label}。`,
};

const ACTION_WORDS: ActionWords = {
  'complete-measures': ({ measures }, names) => `完成${listed(measures, names)}，经得起抽查`,
  'hand-in-on-time': ({ obligations }, names) => `按时报${listed(obligations, names)}`,
  'add-information': ({ highQuality, adopted }) =>
    highQuality && adopted ? '再报1条高质量信息并被采用' : adopted ? '再有1条信息被采用或报省' : '再报1条高质量信息',
  'approve-adjustments': ({ adjustments }, names) => `${listed(adjustments, names)}得到认定并落实`,
  'add-adjustment': () => '再认定1项动态调整',
  'approve-innovations': ({ innovations }, names) => `${listed(innovations, names)}得到认定`,
  'add-innovation': () => '再认定1项创新举措',
  'score-months': ({ months: periods, rawTotal }) => `${months(periods)}得${pointsText(rawTotal)}分`,
  rule: ({ label }) => `口径改为“${label}”`,
};

/** One reason for points in one Chinese sentence, the same on phone, desktop and in exports. */
export function factSentence(fact: Fact, names: Names = {}): string {
  const say = FACT_WORDS[fact.kind] as (fact: Fact, names: Names) => string;
  return say(fact, names);
}

/** What would have been otherwise, as the beginning of a sentence: `再报1条高质量信息`. */
export function actionWords(action: Action, names: Names = {}): string {
  const say = ACTION_WORDS[action.kind] as (action: Action, names: Names) => string;
  return say(action, names);
}

/**
 * A change in one Chinese sentence: `再报1条高质量信息，加1分。` Of what is fixed and can be changed no more:
 * `当时多报1条高质量信息，多1分。`
 */
export function changeSentence({ action, delta }: Change, names: Names = {}, isPast = false): string {
  const isLess = delta.startsWith('-');
  const points = `${reckonedText(isLess ? delta.slice(1) : delta)}分。`;
  const words = actionWords(action, names);
  if (isPast) return `当时${words.replace(/^再/, '多')}，${isLess ? '少' : '多'}${points}`;
  return `${words}，${isLess ? '减' : '加'}${points}`;
}

/** A trace with its sentences beside the facts and actions, for those who read it outside the app. */
export function spellOut(trace: readonly TraceNode[], names: Names = {}): readonly object[] {
  return trace.map((node) => ({
    ...node,
    because: node.because.map((fact) => ({ ...fact, text: factSentence(fact, names) })),
    wouldChange: node.wouldChange.map((change) => ({
      action: { ...change.action, text: actionWords(change.action, names) },
      delta: change.delta,
    })),
  }));
}
