import {
  allow,
  beijingDate,
  isDateText,
  isPeriod,
  periodOf,
  refuse,
  type DateText,
  type Instant,
  type Outcome,
  type Period,
} from '../kernel';
import { WORK_UPDATE_LIMITS } from './content';

/** What a bulletin (工作信息) is to be made of (art. 8). */
export interface BulletinRequest {
  readonly period: Period;
  /** The work updates in it, in their order. */
  readonly updateIds: readonly string[];
  /** The day on which it went to 领导小组办公室. */
  readonly sentOn: DateText;
}

/** The request, or why no bulletin can be made of it: each update once, and a day within its month or later, not ahead. */
export function decideBulletin(request: BulletinRequest, now: Instant): Outcome<BulletinRequest> {
  const { period, updateIds, sentOn } = request;
  const today = beijingDate(now);
  if (!isPeriod(period)) return refuse('information.month-unreadable');
  if (!isDateText(sentOn)) return refuse('information.day-unreadable');
  if (sentOn > today) return refuse('information.day-ahead');
  if (periodOf(sentOn) < period) return refuse('information.day-before-month');
  if (updateIds.length === 0) return refuse('information.nothing-chosen');
  const { updatesInBulletin: limit } = WORK_UPDATE_LIMITS;
  if (updateIds.length > limit) return refuse('information.too-many-chosen', { limit });
  if (new Set(updateIds).size < updateIds.length) return refuse('information.chosen-twice');
  return allow(request);
}
