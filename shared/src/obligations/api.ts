import type { Instant, Period } from '../kernel';
import type { UnitKind } from '../people';
import type { Channel, ObligationKind } from './settings';

/** How an obligation stands at a moment, derived and never stored. `late` = handed in after dueAt; `missing` = owed and past dueAt. */
export const STANDINGS = ['owed', 'missing', 'on-time', 'late', 'waived'] as const;
export type Standing = (typeof STANDINGS)[number];

/** One line of a person's list (GET /api/obligations/mine), soonest first. */
export interface ObligationView {
  readonly id: string;
  readonly kind: ObligationKind;
  readonly title: string;
  readonly period: Period;
  readonly article: string;
  readonly dueAt: Instant;
  readonly originalDueAt: Instant;
  readonly closesAt: Instant | null;
  readonly metAt: Instant | null;
  readonly channel: Channel | null;
  readonly standing: Standing;
  readonly waiveReason: string | null;
  readonly dueChange: DueChangeView | null;
  readonly reportId: string | null;
  readonly reportState: string | null;
  /** For a report: how many headings are filled, of how many; while it is sent back, how many of the remarked places are changed. */
  readonly progress: { readonly filled: number; readonly total: number } | null;
  readonly draftSavedAt: Instant | null;
  /** What asked for it; null for what a rule of the year asks. */
  readonly asker: AskerView | null;
}
/** The notice or inspection that asks something of a unit. */
export interface AskerView {
  /** Its matter, as its title says it. */
  readonly matter: string;
  /** How it is cited: 督办单〔2022〕3号, 实地督导. */
  readonly name: string;
  /** Whether a unit's leader should see it before everything else: 挂牌督办, 约谈提醒. */
  readonly isGrave: boolean;
  /** When the talk to which it calls is held (约谈时间); null or left out where it calls to none. */
  readonly heldAt?: Instant | null;
  /** Until when its unit asked for more time, while nobody has answered; null or left out otherwise. */
  readonly askedDueAt?: Instant | null;
  /** Until when that request keeps everybody from proceeding against its unit; null or left out where it does not. */
  readonly shelteredUntil?: Instant | null;
  /** Whether what the notice rests on fell away, so that nobody presses its unit until the lead unit has said what holds. */
  readonly isShaken?: boolean;
  /** Whether the unit is to explain itself (疑似瞒报), rather than to put something right. */
  readonly isHearing?: boolean;
}
/** Why a due time was last changed: extended by the lead unit, the extension shortened or taken back, or moved by rule after an outage (M11). */
export interface DueChangeView {
  readonly kind: 'extended' | 'shortened' | 'moved';
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** GET /api/obligations/mine. `next` is the coming period's first obligation when nothing is owed. */
export interface MyObligationsView {
  readonly serverNow: Instant;
  readonly open: readonly ObligationView[];
  readonly done: readonly ObligationView[];
  readonly next: { readonly title: string; readonly period: Period; readonly dueAt: Instant } | null;
}

/** What the lead unit counts at nine in the evening; it travels as a BoardAnswer. */
export interface BoardView {
  readonly period: Period;
  readonly serverNow: Instant;
  readonly previousPeriod: Period | null;
  readonly nextPeriod: Period | null;
  readonly columns: readonly BoardColumn[];
  readonly rows: readonly BoardRow[];
}
export interface BoardColumn {
  readonly kind: ObligationKind;
  readonly title: string;
  readonly dueAt: Instant;
  /** Why all of the column moved, when an outage moved it; null otherwise. */
  readonly movedReason: string | null;
  readonly sums: BoardSums;
  /** The sentence for the chat group: “5月月报已报7家；未报2家：…；截止今天24时。” */
  readonly chatSentence: string;
}
/** expected = handedIn + notHandedIn + waived; handedIn = onTime + late; returned ⊆ handedIn. */
export interface BoardSums {
  readonly expected: number;
  readonly handedIn: number;
  readonly notHandedIn: number;
  readonly waived: number;
  readonly onTime: number;
  readonly late: number;
  readonly returned: number;
}
export interface BoardRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  readonly cells: readonly (BoardCell | null)[];
}
export interface BoardCell {
  readonly obligationId: string;
  readonly standing: Standing;
  readonly isReturned: boolean;
  /** It never came and is taken no more (漏报). */
  readonly isClosed: boolean;
  readonly dueAt: Instant;
  readonly dueChange: Pick<DueChangeView, 'kind' | 'reason'> | null;
  readonly metAt: Instant | null;
  readonly channel: Channel | null;
  readonly waiveReason: string | null;
  readonly reportId: string | null;
  readonly lastReminder: { readonly state: string; readonly at: Instant } | null;
}
