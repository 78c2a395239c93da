import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  exactReviewed,
  movedBetween,
  reviewedWords,
  sheetPoints,
  withVerdicts,
  type Review,
  type SheetContent,
} from '@jiannuo/shared/assessment';
import { formatPeriod, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { ClaimView } from '@jiannuo/shared/notifications';
import { scoreMonth, type MonthCase, type MonthScore } from '@jiannuo/shared/scoring';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { InboxClaims } from '../../../platform/notifications';

interface Standing {
  readonly scoreCase: string;
  readonly review: string;
  /** Why it was stated anew; null where people reviewed. */
  readonly reason: string | null;
  /** The review before it. */
  readonly beforeCase: string | null;
  readonly beforeReview: string | null;
}

interface OpenReview extends Standing {
  readonly id: string;
  readonly period: Period;
  readonly dueAt: Instant;
  readonly sheet: string | null;
}

/** Reviews whose days of objection run, and to which the county has not said yet that it has none. */
const OPEN = `SELECT a.id, a.period, a.objection_closes_at AS dueAt, w.score_case AS scoreCase, w.content AS review,
    w.reason, b.score_case AS beforeCase, b.content AS beforeReview, t.content AS sheet
  FROM assessment a JOIN assessment_review w ON w.assessment_id = a.id AND w.number = a.current_review
  LEFT JOIN assessment_review b ON b.assessment_id = a.id AND b.number = (SELECT MAX(c.number) FROM assessment_review c
    WHERE c.assessment_id = a.id AND c.state = 'confirmed' AND c.number < w.number)
  LEFT JOIN assessment_sheet t ON t.assessment_id = a.id AND t.number = a.current_sheet AND t.withdrawn_at IS NULL
  WHERE a.group_id = ? AND a.unit_id = ? AND a.state = 'reviewed' AND a.objection_closes_at > ?
  ORDER BY a.objection_closes_at, a.id`;

interface Objected {
  readonly id: string;
  readonly period: Period;
  readonly unitName: string;
  readonly count: number | string;
}

/** Months with objections that nobody answered, the longest open first. */
const OBJECTED = `SELECT a.id, a.period, u.name AS unitName, COUNT(*) AS count
  FROM assessment a JOIN unit u ON u.id = a.unit_id
  JOIN assessment_objection o ON o.assessment_id = a.id AND o.answer IS NULL
  WHERE a.group_id = ? AND a.state = 'objected' GROUP BY a.id, a.period, u.name ORDER BY MIN(o.at), a.id`;

/**
 * Keeps objections (异议, Q18) before the eyes of both sides: a county's liaison reads the number, what was cut and until
 * when it may object, an officer of the lead unit what is to be answered.
 */
@Injectable()
export class ObjectionClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  private async of({ role, groupId, unitId }: Actor): Promise<readonly ClaimView[]> {
    if (role === 'lead-officer') return (await this.database.rows<Objected>(OBJECTED, [groupId])).map(toAnswer);
    if (role !== 'liaison') return [];
    return (await this.database.rows<OpenReview>(OPEN, [groupId, unitId, this.clock.now()])).map(claimOf);
  }
}

function claimOf({ id, period, dueAt, sheet, ...standing }: OpenReview): ClaimView {
  const title = `${formatPeriod(period)}考评复核：${numberWords(standing, sheet)}`;
  // What moved it, without its words, which may be long: `6月27日定了口径（…）`.
  const [cause = ''] = (standing.reason ?? '').split('：');
  const about = `${cause === '' ? '' : `${cause}，`}不同意可以提异议`;
  return { targets: [{ kind: 'assessment', id }], title, about, dueAt };
}

/** Of a review that was stated anew what it was before, else what was cut from the county's own. */
function numberWords({ scoreCase, review, reason, beforeCase, beforeReview }: Standing, sheet: string | null): string {
  if (reason !== null && beforeCase !== null && beforeReview !== null) {
    const moved = movedBetween(scoreIn(beforeCase, beforeReview), scoreIn(scoreCase, review));
    const isSame = moved.before === moved.after;
    return `${moved.isFactored ? '折算后' : ''}${moved.after}，${isSame ? '算分的依据变了' : `重算前${moved.before}`}`;
  }
  const reviewed = exactReviewed(...parsed(scoreCase, review));
  if (sheet === null) return reviewedWords(reviewed, null);
  const { month, draft } = JSON.parse(sheet) as SheetContent;
  return reviewedWords(reviewed, sheetPoints(month, draft.scores).exactTotal);
}

function scoreIn(scoreCase: string, review: string): MonthScore {
  const [month, { verdicts }] = parsed(scoreCase, review);
  return scoreMonth(withVerdicts(month, verdicts));
}

function parsed(scoreCase: string, review: string): readonly [MonthCase, Review] {
  return [JSON.parse(scoreCase) as MonthCase, JSON.parse(review) as Review];
}

function toAnswer({ id, period, unitName, count }: Objected): ClaimView {
  const title = `${unitName}对${formatPeriod(period)}复核提了${String(count)}条异议`;
  return { targets: [{ kind: 'objection', id }], title, about: '等您答复', dueAt: null };
}
