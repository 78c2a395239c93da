import type { Instant, Period, TimeText, WorkingCalendar } from '../kernel';
import type { Role, UnitKind } from '../people';

/** What recurs each month by a due rule. */
export const RECURRING_KINDS = ['monthly-report', 'self-assessment'] as const;

/** What is asked of a unit by name: material (it counts for timeliness, Q11), to sign for a ticket, to answer it, to put a finding right, to do what was decided of a matter. */
export const ASKED_KINDS = ['material', 'ticket-sign', 'ticket-answer', 'rectification', 'matter'] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

/** What can be owed. `report-correction` is the short obligation that a returned report opens (Q12). */
export const OBLIGATION_KINDS = [...RECURRING_KINDS, 'report-correction', ...ASKED_KINDS] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** Whether a thing was asked for by a notice, an inspection or a decision, which also named it. */
export function isAsked(kind: ObligationKind): kind is AskedKind {
  return (ASKED_KINDS as readonly ObligationKind[]).includes(kind);
}

/**
 * What counts against timeliness when it is late (R41, Q11): reports, self-assessments and material. What only a ticket
 * or a finding asks to be signed, answered or put right does not, nor does a correction, whose first hand-in counted.
 */
export const TIMELY_KINDS = [...RECURRING_KINDS, 'material'] as const satisfies readonly ObligationKind[];

/** Whether being late with it counts against timeliness. */
export function countsForTimeliness(kind: ObligationKind): boolean {
  return TIMELY_KINDS.some((timely) => timely === kind);
}

/** How a hand-in reached the lead unit: in the app, or entered for the unit (代录) from e-mail, paper, fax, telephone. */
export const CHANNELS = ['app', 'email', 'paper', 'fax', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What people call each of these ways. */
export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  app: '小程序',
  email: '邮件',
  paper: '纸质',
  fax: '传真',
  phone: '电话',
};

/** One thing that recurs each month, with its due rule. All of it is data of a group's year (Q4, Q5, Q7). */
export interface DueRule {
  readonly kind: (typeof RECURRING_KINDS)[number];
  /** What screens call it: 月报, 自查评分. */
  readonly title: string;
  readonly article: string;
  /** Day of the month that the regulation names in "N日前". */
  readonly day: number;
  /** Whether the named day itself still counts as before (Q4, default true). */
  readonly isDayInclusive: boolean;
  /** The hour at which the last day ends, default 24:00. */
  readonly cutOff: TimeText;
  readonly graceMinutes: number;
  /** What happens when the last day is no working day (Q5, default none). */
  readonly nonWorkingDay: 'keep' | 'next-working-day' | 'previous-working-day';
  readonly unitKinds: readonly UnitKind[];
  /** Days after the due time during which a late hand-in is still accepted (关闭), null = always. */
  readonly closesAfterDays: number | null;
}

/** One rung of the reminder plan: when, relative to a due time, who hears of it. */
export interface ReminderRung {
  readonly id: string;
  readonly title: string;
  /**
   * Negative: working days before the last working day that is still in time; 0: the morning of that day;
   * positive: working days after the last day in time. See `reminderInstants`.
   */
  readonly workingDays: number;
  readonly at: TimeText;
  readonly audience: Extract<Role, 'liaison' | 'leader'>;
}

/** When the platform itself was down in the last hours before a due time, that due time moves (M11). */
export interface OutageRule {
  /** Hours before the due time that are watched. */
  readonly windowHours: number;
  /** Total minutes of outage within the window from which the rule applies, inclusive. */
  readonly minimumMinutes: number;
  /** The new due time: the end (24:00) of the n-th working day after. */
  readonly extendWorkingDays: number;
  readonly article: string;
}

/** A working group's year: everything about obligations that differs between groups and years. */
export interface ObligationSettings {
  readonly year: number;
  readonly firstPeriod: Period;
  readonly lastPeriod: Period;
  readonly dueRules: readonly DueRule[];
  readonly reminderPlan: readonly ReminderRung[];
  readonly workingHours: { readonly from: TimeText; readonly to: TimeText };
  readonly calendar: WorkingCalendar;
  /** Working days for handing in again after a return (Q12). */
  readonly correctionWorkingDays: number;
  /** Working days in which a unit may object to what was entered for it (代录); three when left out. */
  readonly entryCheckWorkingDays?: number;
  readonly outage: OutageRule;
  /** The id of the regulation by which the year's months are scored; nobody is scored when left out. */
  readonly regulation?: string;
  /** Whether 迟报 and 漏报 cost nothing in the first month that is scored (Q7); they cost as ever when left out. */
  readonly firstPeriodLenient?: boolean;
  /** How a type of dynamic adjustment counts (Q15); as annex 2 is read where it is left out. */
  readonly adjustmentCredits?: Readonly<Record<string, 'each-month' | 'once'>>;
  /** Working days in which a county may object to a review of its month (Q18), 0 for none; three when left out. */
  readonly objectionWorkingDays?: number;
  /** Kinds of unit with which the lead unit talks each month (art. 4); 县、管委会、责任单位 when left out. */
  readonly contactUnitKinds?: readonly UnitKind[];
  /** Working days in which a matter that was closed can be reopened (没解决); five when left out. */
  readonly matterReopenWorkingDays?: number;
  /** Working days for the steps of tickets (art. 13, 14): to sign, to review, and what a due time must leave; 1, 2, 1 when left out. */
  readonly supervision?: {
    readonly signWorkingDays: number;
    readonly reviewWorkingDays: number;
    readonly leastNoticeWorkingDays: number;
    /** When the lead unit's officers are reminded of what waits for their review; the standard rungs when left out. */
    readonly reviewReminders?: readonly Omit<ReminderRung, 'audience'>[];
  };
  /** How each month's spot check is drawn (Q24); two units, nobody over three months, announced at 16:00 when left out. */
  readonly spotCheck?: {
    readonly units: number;
    readonly mostMonths: number;
    /** The hour of the last working day before a month at which its draw is promised. */
    readonly announceAt: TimeText;
  };
}

/** The record that everything derives from: this unit owes this thing by this time because of this article. */
export interface Obligation {
  readonly id: string;
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period;
  readonly article: string;
  /** The first instant that is late: on time means metAt < dueAt. */
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
  /** The hand-in that counts; null while owed. */
  readonly metAt: Instant | null;
  readonly channel: Channel | null;
  readonly waivedAt: Instant | null;
}
