import { addDays, beijingDate, beijingTime, formatMoment, type Instant } from '@jiannuo/shared/kernel';

/** When something was saved: `12:31` today, `昨天 20:10`, `5月15日 20:10` before that. */
export function savedWords(savedAt: Instant, now: Instant): string {
  const date = beijingDate(savedAt);
  const today = beijingDate(now);
  if (date === today) return beijingTime(savedAt);
  return date === addDays(today, -1) ? `昨天 ${beijingTime(savedAt)}` : formatMoment(savedAt, now);
}
