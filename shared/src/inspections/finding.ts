import { parseEvidence } from '../information';
import {
  allow,
  cleanText,
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
  /** On which day it was seen (看到的日子); null where nobody said. */
  readonly seenOn: DateText | null;
  /** What proves it: photos and files of the lead unit, or their names. */
  readonly evidence: readonly Evidence[];
  /** What is to be put right; empty where the unit only has to know. */
  readonly demand: string;
  readonly dueAt: Instant | null;
  /** What the unit handed in and hid it in (瞒报, art. 10), as an obligation; null where nothing was hidden. */
  readonly concealedIn: string | null;
}

const KEYS = ['unitId', 'subject', 'facts', 'seenOn', 'evidence', 'demand', 'dueAt', 'concealedIn'];

/** What came from outside as a finding, or every reason why it cannot be kept. */
export function parseFinding(input: unknown): Outcome<FindingContent> {
  const given = recordOf(input);
  const refusals: Refusal[] = Object.keys(given).every((key) => KEYS.includes(key)) ? [] : [because('unreadable')];
  const facts = limited('事实', cleanText(rough(given['facts'])), INSPECTION_LIMITS.facts, refusals);
  refusals.push(...missing(facts === '', '事实'));
  const finding: FindingContent = {
    ...readPlace(given, refusals),
    facts,
    seenOn: readDay(given['seenOn'] ?? null, refusals),
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

function readDay(value: unknown, refusals: Refusal[]): DateText | null {
  if (value === null || isDateText(value)) return value;
  refusals.push(because('unreadable'));
  return null;
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

/** Between which days something can have been seen: from when the inspection began until today. */
export interface SeenBetween {
  readonly beganOn: DateText | null;
  readonly today: DateText;
}

/** Nothing is seen before its day has come, nor before the inspection began that saw it. */
export function findingSeen<T extends Pick<FindingContent, 'seenOn'>>(
  finding: T,
  { beganOn, today }: SeenBetween,
): Outcome<T> {
  const { seenOn } = finding;
  if (seenOn === null) return allow(finding);
  if (seenOn > today) return refuse('inspections.seen-ahead', { day: seenOn });
  return beganOn !== null && seenOn < beganOn ? refuse('inspections.seen-before', { day: beganOn }) : allow(finding);
}
