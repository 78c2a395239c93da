import {
  addWorkingDays,
  beijingDate,
  endOfDay,
  formatDue,
  formatFullDate,
  lastDateBefore,
  type Instant,
} from '../kernel';
import type { ClockSettings } from './clocks';
import { NOTICE_KINDS, type NoticeKind } from './kinds';

/** An item of a circular (通报) about a unit. Only one that names what the unit lacks counts as a prior notice (Q25). */
export interface CircularItem {
  readonly title: string;
  readonly at: Instant;
  readonly namesShortfall: boolean;
}

/** Something that a unit owes and has not done in time, and what was issued about it before. */
export interface LadderRecord {
  readonly obligationId: string;
  readonly unitId: string;
  readonly unitName: string;
  /** 5月月报, 督办单〔2022〕3号反馈. */
  readonly title: string;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  readonly waivedAt: Instant | null;
  /** The notice that asks for it; null where the regulation itself does. */
  readonly last: { readonly id: string; readonly kind: NoticeKind; readonly number: string } | null;
  readonly circulars: readonly CircularItem[];
  readonly isExtensionAsked: boolean;
}

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

/** The ground on which each rung is proposed (art. 13, 14, 16). */
const GROUNDS: Readonly<Record<NoticeKind, string>> = {
  slip: 'report-due',
  warning: 'daily-assessment',
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
 * shortfall already. It depends on the record and `now` alone.
 */
export function nextRung(record: LadderRecord, now: Instant, settings: ClockSettings): Proposal | null {
  const { metAt, waivedAt, isExtensionAsked, dueAt } = record;
  if (metAt !== null || waivedAt !== null || isExtensionAsked) return null;
  const patience = addWorkingDays(lastDateBefore(dueAt), GRACE_WORKING_DAYS, settings.calendar);
  if (now < endOfDay(patience)) return null;
  const kind = rungAfter(record);
  return kind === null ? null : proposalOf(record, kind, now);
}

function rungAfter({ last, dueAt, circulars }: LadderRecord): NoticeKind | null {
  if (last === null) return countingCirculars(circulars, dueAt).length > 0 ? 'order' : 'warning';
  return NOTICE_KINDS[NOTICE_KINDS.indexOf(last.kind) + 1] ?? null;
}

/** The circulars that count as prior notices: those that name the shortfall, issued after it (Q25). */
export function countingCirculars(circulars: readonly CircularItem[], dueAt: Instant): readonly CircularItem[] {
  return circulars.filter(({ namesShortfall, at }) => namesShortfall && at >= dueAt);
}

function proposalOf(record: LadderRecord, kind: NoticeKind, now: Instant): Proposal {
  const { last, obligationId, unitId, unitName, title, dueAt, circulars } = record;
  const named = countingCirculars(circulars, dueAt).map((each) => `${each.title}已点到。`);
  return {
    kind,
    key: `${kind}:${last?.id ?? obligationId}:${unitId}`,
    ground: GROUNDS[kind],
    title: `${unitName}${title}没有按时完成`.slice(0, 60),
    facts: `${title}应在${formatDue(dueAt, now)}完成，到${formatFullDate(beijingDate(now))}没有收到，没有申请延期。${named.join('')}`,
    requirement: `请补上${title}，说明没有按时完成的原因和下步安排。`,
    earlierId: last?.id ?? null,
  };
}
