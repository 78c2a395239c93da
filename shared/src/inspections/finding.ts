import { parseEvidence } from '../information';
import {
  allow,
  beijingDate,
  cleanText,
  daysBetween,
  firstCodePoints,
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
import { SUPERVISION_LIMITS, type NoticeContent, type NoticeKind } from '../supervision';
import { METHOD_TITLES, SUBJECTS, type Method, type Subject } from './kinds';
import { INSPECTION_LIMITS } from './limits';
import type { FindingState } from './states';
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
  // Nobody is said to have hidden something without being heard.
  if (finding.concealedIn !== null && finding.demand === '') refusals.push(because('concealed-unheard'));
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

/** The kinds of notice that a finding can become: 预警提示 and 督办单 (art. 13, 14); 瞒报 also a 问题线索 (art. 15). */
export const FINDING_NOTICES = ['warning', 'order', 'clue'] as const satisfies readonly NoticeKind[];
export type FindingNotice = (typeof FINDING_NOTICES)[number];

/** A finding as far as what it can become depends on it. */
type Carried = Pick<FindingContent, 'concealedIn' | 'dueAt'> & { readonly state: FindingState };

/**
 * Those that this finding can become now: nothing is passed on as 瞒报 before its unit was heard, or let its time pass, nor
 * once what it said was accepted.
 */
export function findingNotices(finding: Carried, now: Instant): readonly FindingNotice[] {
  const mayAccuse = finding.concealedIn !== null && isHeard(finding, now);
  return FINDING_NOTICES.filter((kind) => kind !== 'clue' || mayAccuse);
}

function isHeard({ state, dueAt }: Carried, now: Instant): boolean {
  const isOver = dueAt !== null && now >= dueAt;
  return state === 'answered' || state === 'returned' || (state === 'to-rectify' && isOver);
}

/** What a finding says where it is carried on: how it was found, and what; cut to so many characters. */
export function carriedFacts(method: Method, facts: string, limit: number): string {
  return firstCodePoints(`${METHOD_TITLES[method]}发现：${facts}`, limit);
}

/** A finding with what its inspection, its unit and what it was hidden in are called. */
export interface NamedFinding extends FindingContent {
  readonly id: string;
  readonly method: Method;
  readonly title: string;
  readonly unitName: string;
  /** `5月月报`; null where nothing was hidden. */
  readonly concealedTitle: string | null;
  /** What the unit answered last; null where it has not. */
  readonly unitSays: string | null;
}

function concealedFacts({ facts, concealedTitle, unitSays }: NamedFinding): string {
  if (concealedTitle === null) return facts;
  return `${concealedTitle}疑似瞒报。${facts}${unitSays === null ? '单位没有说明。' : `单位说明：${unitSays}`}`;
}

/**
 * The draft that a released finding becomes: its facts, unit, evidence and what it asked for, with the finding as link. A
 * clue goes to others than the unit, which it names in its text; to whom and on which ground, a person says.
 */
export function noticeFrom(finding: NamedFinding, kind: FindingNotice): NoticeContent {
  const { id, unitId, unitName, method, title, evidence, demand, dueAt } = finding;
  const hidden = concealedFacts(finding);
  const fields = { facts: carriedFacts(method, hidden, SUPERVISION_LIMITS.field) };
  const draft = { title, ground: null, fields, earlierId: null, link: { kind: 'finding', id }, evidence } as const;
  if (kind === 'clue') {
    const asks = { requirement: '', answer: 'receipt', dueAt: null, addressees: [], readerIds: [] } as const;
    // Its unit reads the finding's files; those of a clue are for its named persons alone, who put them in anew.
    const names = evidence.map((entry) => ({ ...entry, attachmentId: null }));
    return { ...draft, ...asks, fields: { ...fields, persons: unitName }, evidence: names };
  }
  const addressees = [{ unitId, part: 'main' }] as const;
  return { ...draft, requirement: demand, answer: 'feedback', dueAt, addressees, readerIds: [] };
}
