import type { Review, ReviewOfSheetView, ScoreView, SheetContent, SheetView } from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import type { MonthCase, MonthScore } from '@jiannuo/shared/scoring';

/** A sheet as its table holds it. */
export interface SheetRow extends Omit<SheetView, 'content' | 'entry'> {
  readonly content: string;
  readonly byUnit: string;
  readonly channel: Channel | null;
  readonly basis: string | null;
  readonly registeredAt: Instant | null;
  readonly checkedUntil: Instant | null;
}

/** What the lead unit copied came when its obligation was met, which may have been put right since. */
const RECEIVED_AT = `CASE WHEN t.channel IS NULL THEN t.received_at ELSE (SELECT o.met_at FROM assessment m
    JOIN obligation o ON o.id = m.obligation_id WHERE m.id = t.assessment_id) END`;

export const SHEET_COLUMNS = `t.number, t.content, t.content_hash AS contentHash, ${RECEIVED_AT} AS receivedAt,
  t.by_name AS byName, t.by_unit_name AS byUnit, t.channel, t.basis, t.registered_at AS registeredAt,
  t.checked_until AS checkedUntil`;

/** A sheet as it was handed in. */
export function sheetIn(row: SheetRow): SheetView {
  const { number, content, contentHash, receivedAt, byName } = row;
  const entry = entryOf(row);
  return { number, content: JSON.parse(content) as SheetContent, contentHash, receivedAt, byName, entry };
}

function entryOf({ byUnit, byName, channel, basis, registeredAt, checkedUntil }: SheetRow): SheetView['entry'] {
  if (channel === null || registeredAt === null || checkedUntil === null) return null;
  return { channel, basis: basis ?? '', by: `${byUnit} ${byName}`, registeredAt, checkedUntil };
}

/** A review as its table holds it. */
export interface ReviewRow {
  readonly number: number;
  readonly state: string;
  readonly scoreCase: string;
  readonly content: string;
  readonly byUnit: string;
  readonly at: Instant;
  readonly reason: string | null;
}

export const REVIEW_COLUMNS = `r.number, r.state, r.score_case AS scoreCase, r.content, r.by_unit_name AS byUnit, r.at,
  r.reason`;

/** A review as its reader is shown it. */
export function reviewIn({ number, state, scoreCase, content, byUnit, at, reason }: ReviewRow): ReviewOfSheetView {
  return {
    number,
    isConfirmed: state === 'confirmed',
    month: JSON.parse(scoreCase) as MonthCase,
    review: JSON.parse(content) as Review,
    byUnit,
    at,
    reason: reason ?? '',
  };
}

/** A fixed score as its table holds it. */
export interface ScoreRow {
  readonly number: number;
  readonly kind: ScoreView['kind'];
  readonly scoreCase: string;
  readonly result: string;
  readonly review: string | null;
  readonly reason: string;
  readonly byUnit: string;
  readonly at: Instant;
}

export const SCORE_COLUMNS = `s.number, s.kind, s.score_case AS scoreCase, s.result, s.review, s.reason, s.by_unit_name AS byUnit,
  s.at`;

/** A fixed score with the case that it was made from. */
export function scoreIn({ number, kind, scoreCase, result, review, reason, byUnit, at }: ScoreRow): ScoreView {
  const { raw, score } = JSON.parse(result) as MonthScore;
  return {
    ...{ number, kind, reason, byUnit, at },
    month: JSON.parse(scoreCase) as MonthCase,
    raw: raw.total,
    score,
    review: review === null ? null : (JSON.parse(review) as Review),
  };
}
