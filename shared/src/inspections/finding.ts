import { parseEvidence } from '../information';
import {
  allow,
  beijingDate,
  cleanText,
  daysBetween,
  isDateText,
  isInstant,
  refuse,
  refuseAll,
  type DateText,
  type Instant,
  type Outcome,
  type Refusal,
} from '../kernel';
import type { Evidence } from '../reporting';
import { SUBJECTS, type Subject } from './kinds';
import { INSPECTION_LIMITS } from './limits';
import { because, isId, limited, missing, recordOf, rough } from './reading';

/** What was found at one unit. Once it is released it never changes. */
export interface FindingContent {
  readonly unitId: string;
  readonly subject: Subject;
  readonly facts: string;
  /** What proves it: photos and files of the lead unit, or their names. */
  readonly evidence: readonly Evidence[];
  /** What is to be put right; empty where the unit only has to know. */
  readonly demand: string;
  readonly dueAt: Instant | null;
  /** What the unit handed in and hid it in (瞒报, art. 10), as an obligation; null where nothing was hidden. */
  readonly concealedIn: string | null;
}

const KEYS = ['unitId', 'subject', 'facts', 'evidence', 'demand', 'dueAt', 'concealedIn'];

/** What came from outside as a finding, or every reason why it cannot be kept. */
export function parseFinding(input: unknown): Outcome<FindingContent> {
  const given = recordOf(input);
  const refusals: Refusal[] = Object.keys(given).every((key) => KEYS.includes(key)) ? [] : [because('unreadable')];
  const facts = limited('事实', cleanText(rough(given['facts'])), INSPECTION_LIMITS.facts, refusals);
  refusals.push(...missing(facts === '', '事实'));
  const finding: FindingContent = {
    ...readPlace(given, refusals),
    facts,
    evidence: readEvidence(given['evidence'] ?? [], refusals),
    ...readDemand(given, refusals),
    concealedIn: readConcealed(given['concealedIn'] ?? null, refusals),
  };
  // Nobody is said to have hidden something without proof (art. 15) nor without being heard.
  if (finding.concealedIn !== null && finding.demand === '') refusals.push(because('concealed-unheard'));
  if (finding.concealedIn !== null && finding.evidence.length === 0) refusals.push(because('concealed-unproven'));
  return refuseAll(refusals, () => finding);
}

function readPlace(
  { unitId, subject: named }: Readonly<Record<string, unknown>>,
  refusals: Refusal[],
): Pick<FindingContent, 'unitId' | 'subject'> {
  const subject = SUBJECTS.find((each) => each === named);
  if (isId(unitId) && subject !== undefined) return { unitId, subject };
  refusals.push(because('unreadable'));
  return { unitId: '', subject: SUBJECTS[0] };
}

function readEvidence(value: unknown, refusals: Refusal[]): readonly Evidence[] {
  const evidence = parseEvidence(value);
  if (evidence.ok) return evidence.value;
  refusals.push(...evidence.refusals);
  return [];
}

function readConcealed(value: unknown, refusals: Refusal[]): string | null {
  if (value === null || isId(value)) return value;
  refusals.push(because('unreadable'));
  return null;
}

function readDemand(
  given: Readonly<Record<string, unknown>>,
  refusals: Refusal[],
): Pick<FindingContent, 'demand' | 'dueAt'> {
  const demand = limited('整改要求', cleanText(rough(given['demand'])), INSPECTION_LIMITS.demand, refusals);
  if (demand === '') return { demand, dueAt: null };
  const { dueAt } = given;
  if (isInstant(dueAt)) return { demand, dueAt };
  refusals.push(because('due-missing'));
  return { demand, dueAt: null };
}

/** A day on which somebody looked: a time of day, a place or a look follows. A day that the facts only speak of is none. */
const SEEN_ON = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?=[，,、\s\d]|[上下中]午|到(?!期)|[去在查看]|现场|抽查)/u;
/** Facts that name no year mean the nearest such day, in days. */
const HALF_A_YEAR = 183;

/** Facts begin with when they were seen: nothing is seen before its day has come. */
export function findingSeen<T extends Pick<FindingContent, 'facts'>>(finding: T, now: Instant): Outcome<T> {
  const day = seenOn(finding.facts, beijingDate(now));
  return day !== null && day > beijingDate(now) ? refuse('inspections.facts-ahead', { day }) : allow(finding);
}

function seenOn(facts: string, today: DateText): DateText | null {
  const [, year, month, day] = SEEN_ON.exec(facts) ?? [];
  if (month === undefined || day === undefined) return null;
  const on = (of: string): string => `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const named = on(year ?? today.slice(0, 4));
  if (!isDateText(named)) return null;
  return year === undefined && daysBetween(today, named) > HALF_A_YEAR
    ? on(String(Number(today.slice(0, 4)) - 1))
    : named;
}

/** Why a finding cannot be released: its due time leaves no whole working day. Empty where it can. */
export function releaseGaps(
  findings: readonly Pick<FindingContent, 'dueAt'>[],
  earliestDueAt: Instant,
): readonly Refusal[] {
  const isTooSoon = findings.some(({ dueAt }) => dueAt !== null && dueAt < earliestDueAt);
  return isTooSoon ? [because('due-too-soon', { dueAt: earliestDueAt })] : [];
}
