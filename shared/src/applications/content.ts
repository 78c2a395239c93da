import {
  beijingDate,
  cleanLine,
  cleanText,
  isDateText,
  isLongerThan,
  refuseAll,
  type DateText,
  type Instant,
  type Outcome,
  type Period,
  type Refusal,
} from '../kernel';
import { parseEvidence } from '../information';
import type { Evidence } from '../reporting';
import { kindOf, type ApplicationCategory, type ApplicationCycle, type Credit } from './settings';

/** The document that an application rests on. `number` is empty where it has none. */
export interface BasisDocument {
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly date: DateText;
}

/** What is applied for. It never changes once it was handed in. */
export interface ApplicationContent {
  readonly category: ApplicationCategory;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly basis: BasisDocument;
  readonly evidence: readonly Evidence[];
  /** How it counts, by the year's rule when it was handed in. */
  readonly credit: Credit;
  /** The first month for which it is applied for; null for what does not count month by month. */
  readonly fromPeriod: Period | null;
}

/** Limits of an application, inclusive; text in code points. */
export const APPLICATION_LIMITS = {
  title: 60,
  text: 2_000,
  basisTitle: 100,
  basisNumber: 60,
  basisIssuer: 60,
} as const;

/**
 * What came from outside as an application, or every reason why it is none: a kind that the year offers, a title, what
 * was done, the document it rests on with its date, which is not ahead, evidence as a list (a file is never required,
 * R55), and for what counts month by month the first month, which lies in the cycle.
 */
export function parseApplication(input: unknown, cycle: ApplicationCycle, now: Instant): Outcome<ApplicationContent> {
  const given = recordOf(input);
  const refusals: Refusal[] = [];
  const offered = kindOf(cycle, String(given['category']), String(given['kind']));
  if (offered === undefined) refusals.push(because('kind-missing'));
  const title = line(given['title'], '名称', APPLICATION_LIMITS.title, refusals);
  const text = checked(
    cleanText(rough(given['text'], APPLICATION_LIMITS.text)),
    '内容',
    APPLICATION_LIMITS.text,
    refusals,
  );
  const basis = readBasis(recordOf(given['basis']), now, refusals);
  const evidence = parseEvidence(given['evidence'] ?? []);
  if (!evidence.ok) refusals.push(...evidence.refusals);
  const credit = offered?.credit ?? 'once';
  const fromPeriod = credit === 'each-month' ? readMonth(given['fromPeriod'], cycle, refusals) : null;
  return refuseAll(refusals, () => ({
    category: offered?.category ?? 'adjustment',
    kind: offered?.kind ?? '',
    title,
    text,
    basis,
    evidence: evidence.ok ? evidence.value : [],
    credit,
    fromPeriod,
  }));
}

function readBasis(given: Readonly<Record<string, unknown>>, now: Instant, refusals: Refusal[]): BasisDocument {
  const { basisTitle, basisNumber, basisIssuer } = APPLICATION_LIMITS;
  const title = line(given['title'], '文件名称', basisTitle, refusals);
  const number = cleanLine(rough(given['number'] ?? '', basisNumber));
  if (isLongerThan(number, basisNumber)) refusals.push(because('text-too-long', { label: '文号', limit: basisNumber }));
  const issuer = line(given['issuer'], '发文单位', basisIssuer, refusals);
  const { date } = given;
  if (typeof date !== 'string' || !isDateText(date)) refusals.push(because('date-unreadable'));
  else if (date > beijingDate(now)) refusals.push(because('date-ahead'));
  return { title, number, issuer, date: String(date) };
}

function readMonth(value: unknown, { months }: ApplicationCycle, refusals: Refusal[]): Period {
  const month = months.find((each) => each === value);
  if (month === undefined) refusals.push(because('month-outside'));
  return month ?? '';
}

function recordOf(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
}

/** A text worth cleaning; far too long ones are cut first, and still refused. */
function rough(value: unknown, limit: number): string {
  return typeof value === 'string' ? value.slice(0, limit * 4) : '';
}

function line(value: unknown, label: string, limit: number, refusals: Refusal[]): string {
  return checked(cleanLine(rough(value, limit)), label, limit, refusals);
}

function checked(text: string, label: string, limit: number, refusals: Refusal[]): string {
  if (text === '') refusals.push(because('text-missing', { label }));
  else if (isLongerThan(text, limit)) refusals.push(because('text-too-long', { label, limit }));
  return text;
}

type Reason = 'kind-missing' | 'text-missing' | 'text-too-long' | 'date-unreadable' | 'date-ahead' | 'month-outside';

function because(reason: Reason, facts: Refusal['facts'] = {}): Refusal {
  return { code: `applications.${reason}`, facts };
}
