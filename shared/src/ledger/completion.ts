import {
  allow,
  cleanText,
  isDateText,
  isLongerThan,
  isWholeNumber,
  plainFigure,
  refuse,
  tidyText,
  type Outcome,
  type Refusal,
} from '../kernel';
import { EVIDENCE_KINDS, type Evidence } from './evidence';
import {
  LEDGER_LIMITS,
  OWN_ONES,
  SIX_ONES_LABELS,
  type Completion,
  type MeasureFacts,
  type OwnOne,
  type RatioFigures,
} from './measure';

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** What came from outside as the completion of a month, or every reason why it is none. Exact keys, limits in code points. */
export function parseCompletion(input: unknown): Outcome<Completion> {
  const given = recordOf(input, ['work', 'result', 'figure', 'evidence', 'ratio']);
  if (given === null) return refuse('ledger.completion-unreadable');
  const refusals: Refusal[] = [];
  const ratio = ratioOf(refusals, given['ratio']);
  const completion: Completion = {
    work: textOf(refusals, given['work'], '做了什么', LEDGER_LIMITS.work),
    result: textOf(refusals, given['result'], '成果', LEDGER_LIMITS.result),
    figure: figureOf(refusals, given['figure']),
    evidence: evidenceOf(refusals, given['evidence']),
    ...(ratio === null ? {} : { ratio }),
  };
  const [first, ...others] = refusals;
  return first === undefined ? allow(completion) : { ok: false, refusals: [first, ...others] };
}

/** What a unit enters of the six (补上): those named, each within its limit; an empty one stays a gap. */
export function parseOwnOnes(input: unknown): Outcome<Partial<Pick<MeasureFacts, OwnOne>>> {
  const given = recordOf(input, OWN_ONES);
  if (given === null) return refuse('ledger.ones-unreadable');
  const refusals: Refusal[] = [];
  const named = OWN_ONES.filter((one) => one in given);
  const entries = named.map((one) => [
    one,
    textOf(refusals, given[one], SIX_ONES_LABELS[one], LEDGER_LIMITS.one).replace(/\s+/g, ' '),
  ]);
  const [first, ...others] = refusals;
  return first === undefined
    ? allow(Object.fromEntries(entries) as Partial<Pick<MeasureFacts, OwnOne>>)
    : { ok: false, refusals: [first, ...others] };
}

function recordOf(input: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  return Object.keys(input).every((key) => keys.includes(key)) ? (input as Readonly<Record<string, unknown>>) : null;
}

function textOf(refusals: Refusal[], value: unknown, label: string, limit: number): string {
  if (typeof value !== 'string') {
    refusals.push({ code: 'ledger.text-unreadable', facts: { label } });
    return '';
  }
  if (isLongerThan(value, limit * 4) || isLongerThan(tidyText(value), limit)) {
    refusals.push({ code: 'ledger.text-too-long', facts: { label, limit } });
    return '';
  }
  return cleanText(value);
}

function figureOf(refusals: Refusal[], value: unknown): string {
  const figure = plainText(value);
  const fault = figure === null ? 'ledger.figure-not-whole' : figureFault(figure);
  if (fault === null) return (figure ?? '').replace(/^0+(?=\d)/, '');
  refusals.push({ code: fault, facts: { limit: LEDGER_LIMITS.figureDigits } });
  return '';
}

/** Why a figure that was reached cannot be one; null where it can, or is empty. */
export function figureFault(
  figure: string,
): 'ledger.figure-not-whole' | 'ledger.figure-negative' | 'ledger.figure-too-long' | null {
  if (figure === '') return null;
  if (/^-\d+$/.test(figure)) return 'ledger.figure-negative';
  if (!/^\d+$/.test(figure)) return 'ledger.figure-not-whole';
  return figure.length > LEDGER_LIMITS.figureDigits ? 'ledger.figure-too-long' : null;
}

/** A figure as it was typed, with the digits of a Chinese keyboard put right; null for no text. */
function plainText(value: unknown): string | null {
  return typeof value === 'string' ? plainFigure(value) : null;
}

/** The two figures and their day; null where nothing of them is given. */
function ratioOf(refusals: Refusal[], value: unknown): RatioFigures | null {
  if (value === undefined) return null;
  const given = recordOf(value, ['numerator', 'denominator', 'asOf']) ?? {};
  const [numerator, denominator] = [plainText(given['numerator']), plainText(given['denominator'])];
  const asOf = given['asOf'] === '' || isDateText(given['asOf']) ? given['asOf'] : null;
  if (numerator === null || denominator === null || asOf === null) {
    refusals.push({ code: 'ledger.completion-unreadable', facts: {} });
    return null;
  }
  if ([numerator, denominator].some((figure) => figure !== '' && !isWholeNumber(figure))) {
    refusals.push({ code: 'ledger.ratio-not-whole', facts: {} });
  }
  return numerator + denominator + asOf === '' ? null : { numerator, denominator, asOf };
}

function evidenceOf(refusals: Refusal[], value: unknown): readonly Evidence[] {
  if (!Array.isArray(value)) {
    refusals.push({ code: 'ledger.completion-unreadable', facts: {} });
    return [];
  }
  if (value.length > LEDGER_LIMITS.evidence) {
    refusals.push({ code: 'ledger.too-much-evidence', facts: { limit: LEDGER_LIMITS.evidence } });
    return [];
  }
  const evidence = value.map((entry) => entryOf(refusals, entry));
  if (new Set(evidence.map(({ id }) => id)).size < evidence.length) {
    refusals.push({ code: 'ledger.evidence-doubled', facts: {} });
  }
  return evidence;
}

const NONE: Evidence = { id: '', title: '', kind: 'other', attachmentId: null };

function entryOf(refusals: Refusal[], value: unknown): Evidence {
  const given = recordOf(value, ['id', 'title', 'kind', 'attachmentId']);
  const { id, kind: named, attachmentId } = given ?? {};
  const kind = EVIDENCE_KINDS.find((each) => each === named);
  if (given === null || kind === undefined || !isId(id) || !(attachmentId === null || isId(attachmentId))) {
    refusals.push({ code: 'ledger.completion-unreadable', facts: {} });
    return NONE;
  }
  const title = textOf(refusals, given['title'], '佐证名称', LEDGER_LIMITS.evidenceTitle);
  if (title === '') refusals.push({ code: 'ledger.evidence-unnamed', facts: {} });
  return { id, title, kind, attachmentId };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
