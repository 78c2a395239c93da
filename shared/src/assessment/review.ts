import { allow, refuse, refuseAll, type Outcome, type Refusal } from '../kernel';
import { scoreMonth, type MonthCase } from '../scoring';
import { NOTHING_BESIDE, type Counted } from './beside';
import {
  pointsIn,
  REVIEWED_LINES,
  SHEET_LINES,
  SHEET_LINE_WORDS,
  type ReviewedLine,
  type SheetLine,
  type SheetPoints,
} from './lines';
import type { MonthRecords } from './records';
import { ASSESSMENT_LIMITS, recordOf, textOf } from './sheet';

/** What a verdict can be about, with the line that it bears on. */
export const VERDICT_SUBJECTS = ['measure', 'obligation', 'information', 'adjustment', 'finding'] as const;
export type VerdictSubject = (typeof VERDICT_SUBJECTS)[number];

export const LINE_OF_SUBJECT: Readonly<Record<VerdictSubject, ReviewedLine>> = {
  measure: 'completion',
  obligation: 'timeliness',
  information: 'information',
  adjustment: 'adjustment',
  finding: 'deduction',
};

/**
 * What the lead unit says of one thing that a score is made from. A measure counts as done or not; a late or missing
 * hand-in is counted or let go; a piece of information, an adjustment counts or not. A finding (of a measure) counts when
 * the spot check found it undone: it is said here only in the correction of a published month (Q16).
 */
export interface Verdict {
  readonly subject: VerdictSubject;
  readonly id: string;
  readonly counts: boolean;
  /** Empty only where the verdict says what the records say. */
  readonly reason: string;
}

/** A review (复核): people give verdicts, the engine gives every number. */
export interface Review {
  readonly verdicts: readonly Verdict[];
  /** Why a line's number differs from the county's, where no verdict says so. */
  readonly reasons: Readonly<Partial<Record<SheetLine, string>>>;
}

export const EMPTY_REVIEW: Review = { verdicts: [], reasons: {} };

/** A review with what a correction said after it: the later word on a thing holds. */
export function reviewWith({ verdicts, reasons }: Review, later: Review): Review {
  const said = new Map([...verdicts, ...later.verdicts].map((each) => [`${each.subject}/${each.id}`, each]));
  return { verdicts: [...said.values()], reasons: { ...reasons, ...later.reasons } };
}

/** A month's case as it stands with the verdicts; what stands `beside` it is in it where one of them says that it counts. */
export function withVerdicts(
  month: MonthCase,
  verdicts: readonly Verdict[],
  beside: Counted = NOTHING_BESIDE,
): MonthCase {
  const said = new Map(verdicts.map(({ subject, id, counts }) => [`${subject}/${id}`, counts]));
  const counts = (subject: VerdictSubject, id: string): boolean | undefined => said.get(`${subject}/${id}`);
  const joined = <T extends { readonly id: string }>(
    subject: VerdictSubject,
    own: readonly T[],
    others: readonly T[],
  ) => {
    const taken = others.filter(({ id }) => counts(subject, id) === true);
    return [...own.filter(({ id }) => taken.every((each) => each.id !== id)), ...taken];
  };
  return {
    ...month,
    measures: month.measures.map((each) => ({
      ...each,
      done: counts('measure', each.id) ?? each.done,
      failedSpotCheck: counts('finding', each.id) ?? each.failedSpotCheck,
    })),
    obligations: joined('obligation', month.obligations, beside.obligations).filter(
      ({ id }) => counts('obligation', id) !== false,
    ),
    information: joined('information', month.information, beside.information).filter(
      ({ id }) => counts('information', id) !== false,
    ),
    adjustments: joined('adjustment', month.adjustments, beside.adjustments).map((each) => ({
      ...each,
      approved: each.approved && counts('adjustment', each.id) !== false,
    })),
  };
}

/**
 * The case of a score that is made final (定稿): as it was reviewed, with what the spot check found since and the rulings
 * that hold by then (Q17).
 */
export function finalCaseOf(
  reviewed: { readonly month: MonthCase; readonly review: Review },
  { failedMeasures, rulings }: Pick<MonthRecords, 'failedMeasures' | 'rulings'>,
): MonthCase {
  const { month, review } = reviewed;
  return withVerdicts({ ...withFindings(month, failedMeasures), rulings }, review.verdicts);
}

/** A case with the findings that stand: what was found later is in it, what was withdrawn no more. */
export function withFindings(month: MonthCase, failedMeasures: readonly string[]): MonthCase {
  const failed = new Set(failedMeasures);
  const measures = month.measures.map((each) => ({ ...each, failedSpotCheck: failed.has(each.id) }));
  return { ...month, measures };
}

/** A reviewed month as 定稿 will find it now, before any verdict: with what the spot check found and today's rulings. */
export function caseToFix(reviewed: MonthCase, records: Pick<MonthRecords, 'failedMeasures' | 'rulings'>): MonthCase {
  return finalCaseOf({ month: reviewed, review: EMPTY_REVIEW }, records);
}

type CaseThing = { readonly id: string } & Partial<Readonly<Record<'done' | 'approved', boolean>>>;

const THINGS: Readonly<Record<VerdictSubject, (month: MonthCase) => readonly CaseThing[]>> = {
  measure: ({ measures }) => measures,
  obligation: ({ obligations }) => obligations,
  information: ({ information }) => information,
  adjustment: ({ adjustments }) => adjustments,
  finding: ({ measures }) => measures.map(({ id, failedSpotCheck }) => ({ id, done: failedSpotCheck })),
};

/** What stands beside a case can be of these subjects. */
const BESIDE: Readonly<Partial<Record<VerdictSubject, keyof Counted>>> = {
  obligation: 'obligations',
  information: 'information',
  adjustment: 'adjustments',
};

function isBeside(beside: Counted, subject: VerdictSubject, id: string): boolean {
  const list = BESIDE[subject];
  return list !== undefined && beside[list].some((each) => each.id === id);
}

/** Whether a thing counts by a case alone, where nothing of what stands beside it does; null when there is no such thing. */
export function countsByRecords(
  month: MonthCase,
  subject: VerdictSubject,
  id: string,
  beside: Counted = NOTHING_BESIDE,
): boolean | null {
  const thing = THINGS[subject](month).find((each) => each.id === id);
  const isOther = isBeside(beside, subject, id);
  // What came in time by the case, and late by the records, costs nothing as yet.
  if (thing === undefined || (isOther && subject === 'obligation')) return isOther ? false : null;
  return thing.done ?? thing.approved ?? true;
}

/**
 * What came from outside as a review of a case, or every reason against it: verdicts about what is there or stands beside
 * it, once each, with a reason where they differ from the records. Saying what the records say without a reason is saying
 * nothing.
 */
export function parseReview(input: unknown, month: MonthCase, beside: Counted = NOTHING_BESIDE): Outcome<Review> {
  const given = recordOf(input, ['verdicts', 'reasons']);
  const list = given?.['verdicts'];
  const lines = recordOf(given?.['reasons'], SHEET_LINES);
  if (!Array.isArray(list) || lines === null) return refuse('assessment.review-unreadable');
  if (list.length > ASSESSMENT_LIMITS.verdicts) {
    return refuse('assessment.too-many-verdicts', { limit: ASSESSMENT_LIMITS.verdicts });
  }
  const refusals: Refusal[] = [];
  const verdicts = list.flatMap((entry) => verdictOf(refusals, entry, month, beside));
  if (new Set(verdicts.map(({ subject, id }) => `${subject}/${id}`)).size < verdicts.length) {
    refusals.push({ code: 'assessment.verdict-doubled', facts: {} });
  }
  const reasons = Object.fromEntries(
    SHEET_LINES.filter((line) => line in lines).flatMap((line) => {
      const label = `“${SHEET_LINE_WORDS[line].title}”的理由`;
      const text = textOf(refusals, lines[line], { label, limit: ASSESSMENT_LIMITS.reason });
      return text === '' ? [] : [[line, text]];
    }),
  ) as Review['reasons'];
  return refuseAll(refusals, () => ({ verdicts, reasons }));
}

type Named = Pick<Verdict, 'subject' | 'id' | 'counts'> & { readonly reason: unknown };

function verdictOf(refusals: Refusal[], value: unknown, month: MonthCase, beside: Counted): readonly Verdict[] {
  const named = namedIn(value);
  if (named === null) {
    refusals.push({ code: 'assessment.review-unreadable', facts: {} });
    return [];
  }
  const { subject, counts } = named;
  const recorded = countsByRecords(month, subject, named.id, beside);
  if (recorded === null) {
    refusals.push({ code: 'assessment.verdict-unknown', facts: {} });
    return [];
  }
  if (subject === 'adjustment' && counts && !recorded && !isBeside(beside, subject, named.id)) {
    refusals.push({ code: 'assessment.approve-elsewhere', facts: {} });
    return [];
  }
  const isAsked = counts !== recorded;
  const limit = ASSESSMENT_LIMITS.reason;
  const reason = textOf(refusals, named.reason, { label: '改分理由', limit, isAsked });
  return isAsked || reason !== '' ? [{ subject, id: named.id, counts, reason }] : [];
}

const VERDICT_KEYS = ['subject', 'id', 'counts', 'reason'];

function namedIn(value: unknown): Named | null {
  const fields = recordOf(value, VERDICT_KEYS);
  const { id, counts } = fields ?? {};
  const subject = VERDICT_SUBJECTS.find((each) => each === fields?.['subject']);
  if (subject === undefined || typeof id !== 'string' || typeof counts !== 'boolean') return null;
  return { subject, id, counts, reason: fields?.['reason'] };
}

/** The lines whose reviewed points differ from the county's own, and for which no reason is given yet (R50). */
export function unexplainedLines(self: SheetPoints, month: MonthCase, review: Review): readonly SheetLine[] {
  const { trace } = scoreMonth(withVerdicts(month, review.verdicts));
  const explained = new Set<ReviewedLine>([
    ...review.verdicts.filter(({ reason }) => reason !== '').map(({ subject }) => LINE_OF_SUBJECT[subject]),
    ...SHEET_LINES.filter((line) => review.reasons[line] !== undefined),
  ]);
  return self.lines
    .filter(({ line, self: own }) => own !== pointsIn(trace, line) && !explained.has(line))
    .map(({ line }) => line);
}

/** The line that an objection is about: also 减分项, which stands on no sheet. */
export function parseLine(value: unknown): Outcome<ReviewedLine> {
  const line = REVIEWED_LINES.find((each) => each === value);
  return line === undefined ? refuse('assessment.line-unknown') : allow(line);
}

/** Words that must be there: an objection, an answer, the reason of a correction. */
export function parseReason(value: unknown, label: string, limit: number): Outcome<string> {
  const refusals: Refusal[] = [];
  const text = textOf(refusals, value, { label, limit, isAsked: true });
  return refuseAll(refusals, () => text);
}

/** Whether a review may be confirmed beside the county's sheet: every number that differs has its reason. */
export function decideReview(self: SheetPoints | null, month: MonthCase, review: Review): Outcome<Review> {
  const lines = self === null ? [] : unexplainedLines(self, month, review);
  const refusals = lines.map((line) => ({
    code: 'assessment.reason-missing',
    facts: { label: SHEET_LINE_WORDS[line].title },
  }));
  return refuseAll(refusals, () => review);
}

/**
 * Whether a review may be taken as it is beside the spot check's findings: those are made in the spot check, save where
 * `mayFind` says that a published month is corrected; and what was found undone cannot be accepted as done.
 */
export function decideFindings(month: MonthCase, review: Review, mayFind: boolean): Outcome<Review> {
  const { verdicts } = review;
  if (!mayFind && verdicts.some(({ subject }) => subject === 'finding')) return refuse('assessment.finding-elsewhere');
  const failed = new Set(
    withVerdicts(month, verdicts).measures.flatMap(({ id, failedSpotCheck }) => (failedSpotCheck ? [id] : [])),
  );
  const isAgainst = ({ subject, id, counts }: Verdict): boolean => {
    return subject === 'measure' && counts && countsByRecords(month, subject, id) === false && failed.has(id);
  };
  return verdicts.some(isAgainst) ? refuse('assessment.finding-stands') : allow(review);
}
