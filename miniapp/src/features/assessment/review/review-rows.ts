import {
  caseOf,
  caseToFix,
  countsByRecords,
  EMPTY_REVIEW,
  isScoreInForce,
  LINE_OF_SUBJECT,
  lineTitle,
  nodeIn,
  ownNote,
  pointsIn,
  shareOf,
  SHEET_LINE_WORDS,
  SHEET_LINES,
  sheetPoints,
  withFindings,
  withVerdicts,
  type AssessmentView,
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

/** A review on the desk: the case it is about, and what the verdicts make of it. */
export interface ReviewTable {
  readonly month: MonthCase;
  readonly self: SheetPoints | null;
  readonly engine: MonthScore;
  readonly reviewed: MonthScore;
  readonly rows: readonly ReviewRow[];
}

/**
 * The case that verdicts are about now: the records while it is reviewed, then what it was reviewed upon with what the
 * spot check found since, as 定稿 will have it, then what was fixed.
 */
export function caseOnDesk({ actions, records, serverNow, scores, review, state }: AssessmentView): MonthCase {
  if (actions.includes('review')) return caseOf(records, serverNow);
  const fixed = isScoreInForce(state) ? scores.at(-1)?.month : undefined;
  if (fixed !== undefined) return withFindings(fixed, records.failedMeasures);
  return review === null ? caseOf(records, serverNow) : caseToFix(review.month, records);
}

/** Puts the table together. */
export function tableOf(view: AssessmentView, month: MonthCase, review: Review): ReviewTable {
  const sheet = view.sheet?.content;
  const entry = view.sheet?.entry ?? null;
  const self = sheet === undefined ? null : sheetPoints(sheet.month, sheet.draft.scores);
  const engine = scoreMonth(month);
  const reviewed = scoreMonth(withVerdicts(month, review.verdicts));
  const standing = standingReview(view);
  const rows = SHEET_LINES.flatMap((line) => [
    lineRow({ line, self, entry, engine, reviewed, review, standing }),
    ...thingsOf(view, month, line).map(({ subject, id, title }) =>
      thingRow({ view, month, review, standing, subject, id, title }),
    ),
  ]);
  const found = findingsOf(view, month).map((named) => thingRow({ view, month, review, standing, ...named }));
  return { month, self, engine, reviewed, rows: [...rows, deductionRow(engine, reviewed), ...found] };
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

/** The things under a line that a verdict can be about; of what was owed only what came late or never. */
function thingsOf({ records }: AssessmentView, month: MonthCase, line: SheetLine): readonly Named[] {
  const name = (subject: VerdictSubject, list: readonly { readonly id: string; readonly title: string }[]) =>
    list
      .filter(({ id }) => countsByRecords(month, subject, id) !== null)
      .map(({ id, title }) => ({ subject, id, title }));
  switch (line) {
    case 'completion':
      return name('measure', records.measures.map(withStanding));
    case 'timeliness':
      return name(
        'obligation',
        records.obligations.filter((owed) =>
          [owed, ...month.obligations.filter(({ id }) => id === owed.id)].some(isLate),
        ),
      );
    case 'information':
      return name('information', records.information);
    case 'adjustment':
      return name('adjustment', records.adjustments);
  }
}

/** `信易贷（按计划推进）`: a measure that is not simply done or undone says how it stands, before it is judged. */
function withStanding(measure: MeasureRecord): Pick<Named, 'id' | 'title'> {
  const { text } = standingOf(measure);
  const isPlain = text === ROW_STATE_NAMES.done || text === ROW_STATE_NAMES.planned;
  return { id: measure.id, title: isPlain ? measure.title : `${measure.title}（${text}）` };
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
  facts: Named & { readonly view: AssessmentView; readonly month: MonthCase } & Pick<LineFacts, 'review' | 'standing'>,
) {
  const { view, month, review, standing, subject, id, title } = facts;
  const recorded = countsByRecords(month, subject, id) === true;
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
export function withVerdict(review: Review, month: MonthCase, verdict: Verdict): Review {
  const { subject, id, counts, reason } = verdict;
  const others = review.verdicts.filter((each) => each.subject !== subject || each.id !== id);
  const isPlain = counts === countsByRecords(month, subject, id) && reason === '';
  return { ...review, verdicts: isPlain ? others : [...others, verdict] };
}
