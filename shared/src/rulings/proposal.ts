import {
  cleanLine,
  cleanText,
  halfWidth,
  isLongerThan,
  isPeriod,
  refuseAll,
  type Outcome,
  type Period,
  type Refusal,
} from '../kernel';
import { parseRulings, type Regulation, type RulingName } from '../scoring';
import { isRulingName, questionOf, rulingMonths } from './register';
import type { RulingState } from './states';

/** Limits of what is written about a ruling, inclusive; text in code points. */
export const RULING_LIMITS = { name: 30, value: 40, text: 200, basis: 200, reason: 200, id: 26 } as const;

/** What came from outside as a ruling. */
export interface ProposalRequest {
  readonly name: string;
  readonly value: string;
  /** The ruling in words, as it stands in the 口径 line of every score. */
  readonly text: string;
  readonly basis: string;
  readonly fromPeriod: string;
  /** The id of the ruling that it follows: the one in force when it was written, null where there was none. */
  readonly supersedes: string | null;
}

/** A ruling about to be drafted. */
export interface Proposal {
  readonly name: RulingName;
  readonly value: string;
  readonly text: string;
  readonly basis: string;
  readonly fromPeriod: Period;
  readonly supersedes: string | null;
}

/** An earlier ruling on the same question. */
export interface EarlierRuling {
  readonly id: string;
  readonly state: RulingState;
}

/**
 * The draft that a request makes, or every reason against it: a switch of the regulation with a value it knows, also in
 * the full-width digits and point of a Chinese keyboard, words and basis, a month of the cycle, and as the ruling it follows exactly the one in force. To follow one that others have
 * followed already would lead in a circle. Two drafts on one question do not wait side by side.
 */
export function decideProposal(
  request: ProposalRequest,
  regulation: Regulation,
  earlier: readonly EarlierRuling[],
): Outcome<Proposal> {
  const text = cleanText(request.text);
  const basis = cleanLine(request.basis);
  const { name, fromPeriod, supersedes } = request;
  const value = halfWidth(request.value);
  const findings: Refusal[] = [
    ...valueRefusals(name, value, regulation),
    ...wordRefusals('解释', text, RULING_LIMITS.text),
    ...wordRefusals('依据', basis, RULING_LIMITS.basis),
    ...monthRefusals(fromPeriod, regulation),
    ...orderRefusals(supersedes, earlier),
  ];
  return refuseAll(findings, () => ({
    name: name as RulingName,
    value,
    text,
    basis,
    fromPeriod,
    supersedes,
  }));
}

function valueRefusals(name: string, value: string, regulation: Regulation): readonly Refusal[] {
  if (!isRulingName(name)) return [{ code: 'rulings.question-unknown', facts: {} }];
  const parsed = parseRulings({ [name]: value }, regulation);
  if (parsed.ok) return [];
  const label = questionOf(regulation, name).title;
  return parsed.refusals.map(({ code, facts }) => ({ code, facts: { ...facts, label } }));
}

function wordRefusals(label: string, words: string, limit: number): readonly Refusal[] {
  if (words === '') return [{ code: 'rulings.text-missing', facts: { label } }];
  return isLongerThan(words, limit) ? [{ code: 'rulings.text-too-long', facts: { label, limit } }] : [];
}

function monthRefusals(period: string, regulation: Regulation): readonly Refusal[] {
  if (!isPeriod(period)) return [{ code: 'rulings.month-unreadable', facts: {} }];
  return rulingMonths(regulation).includes(period) ? [] : [{ code: 'rulings.month-outside', facts: {} }];
}

function orderRefusals(supersedes: string | null, earlier: readonly EarlierRuling[]): readonly Refusal[] {
  if (earlier.some(({ state }) => state === 'draft')) return [{ code: 'rulings.draft-waiting', facts: {} }];
  const standing = earlier.find(({ state }) => state === 'checked')?.id ?? null;
  if (supersedes === standing) return [];
  const named = earlier.find(({ id }) => id === supersedes);
  if (named?.state === 'superseded') return [{ code: 'rulings.circular', facts: {} }];
  return [{ code: supersedes === null ? 'rulings.overtaken' : 'rulings.not-in-force', facts: {} }];
}

/** Why a draft is void, as it is kept, or why the reason is none. */
export function checkVoidReason(input: string): Outcome<string> {
  const reason = cleanText(input);
  return refuseAll(wordRefusals('作废理由', reason, RULING_LIMITS.reason), () => reason);
}
