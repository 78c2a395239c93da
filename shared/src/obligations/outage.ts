import {
  addWorkingDays,
  atBeijing,
  formatDue,
  lastDateBefore,
  toMilliseconds,
  type Instant,
  type WorkingCalendar,
} from '../kernel';
import type { OutageRule } from './settings';

/** A span during which the platform could not be used: from the first failing instant, up to the first working one. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
}
/** The due time that follows from an outage, and why. */
export interface OutageExtension {
  readonly dueAt: Instant;
  /** Whole minutes of outage within the watched window. */
  readonly minutes: number;
  readonly reason: string;
}

const MINUTE = 60_000;

/**
 * The due time after the platform itself was down in the hours before it (M11); null when the rule does not apply.
 * Overlapping outages count once; only what lies within the window before `dueAt` counts.
 */
export function outageExtension(
  rule: OutageRule,
  outages: readonly Outage[],
  dueAt: Instant,
  calendar: WorkingCalendar,
): OutageExtension | null {
  const minutes = Math.floor(outageWithin(outages, toMilliseconds(dueAt), rule.windowHours * 60 * MINUTE) / MINUTE);
  if (minutes === 0 || minutes < rule.minimumMinutes) return null;
  const day = addWorkingDays(lastDateBefore(dueAt), rule.extendWorkingDays, calendar);
  const reason = `截止前${String(rule.windowHours)}小时内，平台有${String(minutes)}分钟用不了，按${rule.article}顺延。`;
  return { dueAt: atBeijing(day, '24:00'), minutes, reason };
}

/** What a unit is told when its due time was moved: until when it has now, and by which clause. */
export function movedWords(
  { title, to, reason }: { readonly title: string; readonly to: Instant; readonly reason: string },
  now: Instant,
): { readonly title: string; readonly body: string } {
  const until = formatDue(to, now).replace(/前$/, '');
  return {
    title: `平台中断，${title}截止改到${until}`,
    body: `${reason}${title}截止改到${until}，在这以前报都算按时。`,
  };
}

function outageWithin(outages: readonly Outage[], end: number, window: number): number {
  const spans = outages
    .map(({ from, to }) => ({
      from: Math.max(toMilliseconds(from), end - window),
      to: Math.min(toMilliseconds(to), end),
    }))
    .filter((span) => span.to > span.from)
    .sort((a, b) => a.from - b.from);
  let total = 0;
  let covered = -Infinity;
  for (const { from, to } of spans) {
    total += Math.max(0, to - Math.max(from, covered));
    covered = Math.max(covered, to);
  }
  return total;
}
