import { addWorkingDays, endOfDay, lastDateBefore, type Instant } from '../kernel';
import type { ClockSettings } from './clocks';
import type { NoticeKind } from './kinds';
import { countingCirculars, groundGone, type LadderRecord } from './ladder-record';
import { factsOf, matterOf, requirementOf } from './ladder-words';

/** The next lawful rung, drafted: nobody has issued anything. */
export interface Proposal {
  readonly kind: NoticeKind;
  /** What makes it the only one: a rung is proposed once for what it is about. */
  readonly key: string;
  readonly ground: string;
  readonly title: string;
  readonly facts: string;
  readonly requirement: string;
  readonly earlierId: string | null;
}

/** The rungs, from the mildest to the gravest. */
const RUNGS = ['slip', 'warning', 'order', 'listing', 'talk', 'clue'] as const satisfies readonly NoticeKind[];

/** The gravest of the notices on which something stands; those that are no rung count as none. Undefined where there is none. */
export function gravest<T extends { readonly kind: NoticeKind }>(notices: readonly T[]): T | undefined {
  const rungOf = ({ kind }: T): number => RUNGS.findIndex((rung) => rung === kind);
  return notices.filter((notice) => rungOf(notice) >= 0).sort((a, b) => rungOf(b) - rungOf(a))[0];
}

/** The ground on which each rung is proposed (art. 13, 14, 16). */
const GROUNDS: Readonly<Record<NoticeKind, string>> = {
  slip: 'report-due',
  warning: 'daily-assessment',
  instruction: 'leader-instruction',
  order: 'late',
  listing: 'late',
  talk: 'still-short',
  clue: 'after-notices',
};

/** Working days after a due time before anything is proposed: the late hand-in of the next morning stays a late hand-in. */
const GRACE_WORKING_DAYS = 1;

/**
 * The next rung of the ladder (提示, 预警, 督办, 挂牌, 约谈, 问题线索) for something not done in time, or null while there is
 * none: it was done or let off, more time was asked for, or the day after it was due has not passed. The rung after the
 * notice that asks for it; where the regulation itself asks, a warning, or an order where a circular named the
 * shortfall already; after a talk that nothing went before, an order. It depends on the record and `now` alone.
 */
export function nextRung(record: LadderRecord, now: Instant, settings: ClockSettings): Proposal | null {
  if (groundGone(record, now) !== null) return null;
  const patience = addWorkingDays(lastDateBefore(record.dueAt), GRACE_WORKING_DAYS, settings.calendar);
  if (now < endOfDay(patience)) return null;
  const kind = rungAfter(record);
  return kind === null ? null : proposalOf(record, kind, now);
}

function rungAfter({ last, dueAt, circulars }: LadderRecord): NoticeKind | null {
  if (last === null) return countingCirculars(circulars, dueAt).length > 0 ? 'order' : 'warning';
  // No clue on art. 16 where there was only the talk: the unit is ordered first.
  if (last.kind === 'talk' && !last.isPrompted) return 'order';
  const at = RUNGS.findIndex((rung) => rung === last.kind);
  return at < 0 ? null : (RUNGS[at + 1] ?? null);
}

/** A rung as it stands on the record now; `nextRung` says which, and whether there is one. */
export function proposalOf(record: LadderRecord, kind: NoticeKind, now: Instant): Proposal {
  const { last, obligationId, unitId } = record;
  return {
    kind,
    key: `${kind}:${last?.id ?? obligationId}:${unitId}`,
    ground: GROUNDS[kind],
    title: matterOf(record, kind),
    facts: factsOf(record, kind, now),
    requirement: requirementOf(record, kind),
    earlierId: last?.id ?? null,
  };
}
