import {
  besideOf,
  caseOf,
  caseToFix,
  countsByRecords,
  EMPTY_REVIEW,
  isScoreInForce,
  LINE_OF_SUBJECT,
  lineTitle,
  namesIn,
  nodeIn,
  NOTHING_BESIDE,
  ownNote,
  pointsIn,
  shareOf,
  SHEET_LINE_WORDS,
  SHEET_LINES,
  sheetPoints,
  withFindings,
  withVerdicts,
  type AssessmentView,
  type Counted,
  type MeasureRecord,
  type Review,
  type ReviewedLine,
  type SheetLine,
  type SheetPoints,
  type SheetView,
  type Verdict,
  type VerdictSubject,
} from '@jiannuo/shared/assessment';
import { ROW_STATE_NAMES } from '@jiannuo/shared/ledger';
import { isLate, scoreMonth, type MonthCase, type MonthScore, type TraceNode } from '@jiannuo/shared/scoring';
import { standingOf } from '../sheet/measure-list';

/** One thing or line of the table: what the county, the engine and the reviewer make of it. */
export interface ReviewRow {
  readonly key: string;
  readonly title: string;
  readonly line: ReviewedLine;
  /** The thing that a verdict is about; null for a line. */
  readonly thing: { readonly subject: VerdictSubject; readonly id: string; readonly counts: boolean } | null;
  readonly most: string;
  readonly self: string;
  readonly engine: string;
  readonly reviewed: string;
  readonly isChanged: boolean;
  readonly reason: string;
  /** Why the number that stands was changed, while a correction of it is being written; empty else. */
  readonly standingReason: string;
  /** What the county set by its own hand, or on paper: `自己填的，系统算34.29`; null where it did not. */
  readonly ownWord: string | null;
  /** Why the reviewed number is what it is; null for a thing. */
  readonly node: TraceNode | null;
}

/** What verdicts are about: a case, and what the records have beside a fixed one. */
export interface Desk {
  readonly month: MonthCase;
  readonly beside: Counted;
}

/** A review on the desk: the case it is about, and what the verdicts make of it. */
export interface ReviewTable {
  readonly month: MonthCase;
  readonly judged: MonthCase;
  readonly self: SheetPoints | null;
  readonly engine: MonthScore;
  readonly reviewed: MonthScore;
  readonly rows: readonly ReviewRow[];
}

/**
 * What verdicts are about now: the records while the month is reviewed, then what it was reviewed upon with what the spot
 * check found since, as 定稿 will have it, then what was fixed, with what a 更正 could count beside it.
 */
export function deskOf({ actions, records, serverNow, scores, review, state }: AssessmentView): Desk {
  const recorded = caseOf(records, serverNow);
  if (actions.includes('review')) return { month: recorded, beside: NOTHING_BESIDE };
  const fixed = isScoreInForce(state) ? scores.at(-1)?.month : undefined;
  if (fixed !== undefined) {
    const beside = actions.includes('correct') ? besideOf(fixed, recorded) : NOTHING_BESIDE;
    return { month: withFindings(fixed, records.failedMeasures), beside };
  }
  return { month: review === null ? recorded : caseToFix(review.month, records), beside: NOTHING_BESIDE };
}

/** Puts the table together. */
export function tableOf(view: AssessmentView, desk: Desk, review: Review): ReviewTable {
  const { month, beside } = desk;
  const sheet = view.sheet?.content;
  const entry = view.sheet?.entry ?? null;
  const self = sheet === undefined ? null : sheetPoints(sheet.month, sheet.draft.scores);
  const engine = scoreMonth(month);
  const judged = withVerdicts(month, review.verdicts, beside);
  const reviewed = scoreMonth(judged);
  const standing = standingReview(view);
  const rows = SHEET_LINES.flatMap((line) => [
    lineRow({ line, self, entry, engine, reviewed, review, standing }),
    ...thingsOf(view, desk, line).map((named) => thingRow({ view, desk, review, standing, ...named })),
  ]);
  const found = findingsOf(view, month).map((named) => thingRow({ view, desk, review, standing, ...named }));
  return { month, judged, self, engine, reviewed, rows: [...rows, deductionRow(engine, reviewed), ...found] };
}

interface LineFacts {
  readonly line: SheetLine;
  readonly self: SheetPoints | null;
  readonly entry: SheetView['entry'];
  readonly engine: MonthScore;
  readonly reviewed: MonthScore;
  readonly review: Review;
  readonly standing: Review;
}

/** The review by which the number stands that a correction would change; an empty one while none is corrected. */
function standingReview({ actions, scores, review }: AssessmentView): Review {
  if (!actions.includes('correct')) return EMPTY_REVIEW;
  return scores.at(-1)?.review ?? review?.review ?? EMPTY_REVIEW;
}

function lineReason(line: SheetLine, { verdicts, reasons }: Review): string {
  const said = verdicts.filter(({ subject, reason }) => LINE_OF_SUBJECT[subject] === line && reason !== '');
  return reasons[line] ?? (said.length === 0 ? '' : `${String(said.length)}项不同`);
}

function lineRow({ line, self, entry, engine, reviewed, review, standing }: LineFacts): ReviewRow {
  const { ordinal, title } = SHEET_LINE_WORDS[line];
  const node = nodeIn(reviewed.trace, line);
  const points = pointsIn(reviewed.trace, line);
  const sheet = self?.lines.find((each) => each.line === line);
  const own = sheet?.self ?? '';
  return {
    key: line,
    title: `${ordinal}、${title}`,
    line,
    thing: null,
    most: node.outOf,
    self: own,
    engine: pointsIn(engine.trace, line),
    reviewed: points,
    isChanged: own !== '' && own !== points,
    reason: lineReason(line, review),
    standingReason: lineReason(line, standing),
    ownWord: sheet === undefined ? null : ownNote(sheet, entry),
    node,
  };
}

function deductionRow(engine: MonthScore, reviewed: MonthScore): ReviewRow {
  const node = nodeIn(reviewed.trace, 'deduction');
  return {
    key: 'deduction',
    title: lineTitle('deduction'),
    line: 'deduction',
    thing: null,
    most: '',
    self: '',
    engine: pointsIn(engine.trace, 'deduction'),
    reviewed: pointsIn(reviewed.trace, 'deduction'),
    isChanged: false,
    reason: node.awarded === '0' ? '没有减分' : '',
    standingReason: '',
    ownWord: null,
    node,
  };
}

interface Named {
  readonly subject: VerdictSubject;
  readonly id: string;
  readonly title: string;
}

/**
 * The things under a line that a verdict can be about: those on record, and those that were counted and are on record no
 * more; of what was owed only what came late or never.
 */
function thingsOf(view: AssessmentView, { month, beside }: Desk, line: SheetLine): readonly Named[] {
  const { records } = view;
  const names = namesIn(view);
  const named = (subject: VerdictSubject, lists: readonly (readonly { readonly id: string }[])[]): readonly Named[] => {
    const ids = new Set(lists.flat().map(({ id }) => id));
    return [...ids]
      .filter((id) => countsByRecords(month, subject, id, beside) !== null)
      .map((id) => ({ subject, id, title: names[id] ?? '' }));
  };
  switch (line) {
    case 'completion':
      return named('measure', [records.measures, month.measures]).map((each) => withStanding(each, records.measures));
    case 'timeliness': {
      const owed = [...records.obligations, ...month.obligations];
      const late = new Set(owed.filter(isLate).map(({ id }) => id));
      return named('obligation', [owed.filter(({ id }) => late.has(id))]);
    }
    case 'information':
      return named('information', [records.information, month.information]);
    case 'adjustment':
      return named('adjustment', [records.adjustments, month.adjustments]);
  }
}

/** `信易贷（按计划推进）`: a measure that is not simply done or undone says how it stands, before it is judged. */
function withStanding(named: Named, measures: readonly MeasureRecord[]): Named {
  const measure = measures.find(({ id }) => id === named.id);
  if (measure === undefined) return named;
  const { text } = standingOf(measure);
  const isPlain = text === ROW_STATE_NAMES.done || text === ROW_STATE_NAMES.planned;
  return isPlain ? named : { ...named, title: `${named.title}（${text}）` };
}

/** Of a published month that is corrected: the measures of a drawn county, each with what the spot check found (Q16). */
function findingsOf({ records, isDrawn, state, actions }: AssessmentView, month: MonthCase): readonly Named[] {
  if (!isDrawn || state !== 'published' || !actions.includes('correct')) return [];
  return records.measures
    .filter(({ id }) => countsByRecords(month, 'finding', id) !== null)
    .map(({ id, title }) => ({ subject: 'finding', id, title }));
}

const COUNTED: Readonly<Record<Exclude<VerdictSubject, 'measure'>, readonly [yes: string, no: string]>> = {
  obligation: ['扣', '不扣'],
  information: ['计', '不计'],
  adjustment: ['计', '不计'],
  finding: ['没完成', '没减分'],
};

function verdictOn({ verdicts }: Review, { subject, id }: Pick<Named, 'subject' | 'id'>): Verdict | undefined {
  return verdicts.find((each) => each.subject === subject && each.id === id);
}

function reasonOn(review: Review, named: Named): string {
  return verdictOn(review, named)?.reason ?? '';
}

function thingRow(
  facts: Named & { readonly view: AssessmentView; readonly desk: Desk } & Pick<LineFacts, 'review' | 'standing'>,
) {
  const { view, desk, review, standing, subject, id, title } = facts;
  const { month, beside } = desk;
  const recorded = countsByRecords(month, subject, id, beside) === true;
  const counts = verdictOn(review, facts)?.counts ?? recorded;
  const share = subject === 'measure' ? shareOf(month) : '';
  const say = (yes: boolean): string => {
    if (subject === 'measure') return yes ? share : '0.00';
    return COUNTED[subject][yes ? 0 : 1];
  };
  // A copied sheet gives points by line alone.
  const sheet = subject === 'measure' && view.sheet?.entry === null ? view.sheet : null;
  const own = sheet?.content.month.measures.find((each) => each.id === id)?.done;
  return {
    key: `${subject}/${id}`,
    title,
    line: LINE_OF_SUBJECT[subject],
    thing: { subject, id, counts },
    most: share,
    self: own === undefined ? '' : say(own),
    engine: say(recorded),
    reviewed: say(counts),
    isChanged: counts !== recorded,
    reason: reasonOn(review, facts),
    standingReason: reasonOn(standing, facts),
    ownWord: null,
    node: null,
  };
}

/** The review with another verdict on one thing; what says only what the records say is left out. */
export function withVerdict(review: Review, { month, beside }: Desk, verdict: Verdict): Review {
  const { subject, id, counts, reason } = verdict;
  const others = review.verdicts.filter((each) => each.subject !== subject || each.id !== id);
  const isPlain = counts === countsByRecords(month, subject, id, beside) && reason === '';
  return { ...review, verdicts: isPlain ? others : [...others, verdict] };
}

/** The review without what it said of things that are no more, as a report that was let off since. */
export function aboutWhatIs(review: Review, { month, beside }: Desk): Review {
  const verdicts = review.verdicts.filter(({ subject, id }) => countsByRecords(month, subject, id, beside) !== null);
  return { ...review, verdicts };
}
