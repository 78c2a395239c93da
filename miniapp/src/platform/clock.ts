import { beijingDate, type DateText, type Instant } from '@jiannuo/shared/kernel';

let ahead = 0;

/** The server's time now, as well as this device can know it: its own clock, corrected by the last server answer. */
export function now(): Instant {
  return new Date(Date.now() + ahead).toISOString();
}

/** Takes over the server's time from an answer that carries it; a phone's own clock may be a day off. */
export function correctClock(serverNow: Instant): void {
  const server = Date.parse(serverNow);
  if (!Number.isNaN(server)) ahead = server - Date.now();
}

/** Today's calendar date in Beijing, by the server's time. */
export function beijingToday(): DateText {
  return beijingDate(now());
}
