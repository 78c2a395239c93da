import { addMonths, formatPeriod, type Instant, type Period } from '@jiannuo/shared/kernel';
import { dueInstant, reminderInstants, rulesFor, type Channel } from '@jiannuo/shared/obligations';
import type { Role } from '@jiannuo/shared/people';
import {
  checkedUntil,
  decideAction,
  decideCorrecting,
  decideObjecting,
  receiptNumber,
  type EntryCheckView,
  type EntryNote,
  type ReceiptView,
  type ReportState,
} from '@jiannuo/shared/reporting';
import type { YearData } from '../obligations';
import { hashOf } from './content-text';

/** What a receipt is made of. */
export interface ReceiptFacts {
  readonly reportId: string;
  readonly unitName: string;
  readonly unitNumber: number;
  readonly period: Period;
  readonly state: ReportState;
  readonly version: number;
  readonly contentHash: string;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  /** Due time and closing of the report's own obligation, and when it was met. */
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
  readonly metAt: Instant;
  /** When the answer to the latest return is due; null when this version answers none. */
  readonly correctionDueAt: Instant | null;
  readonly dueReason: string | null;
  /** The latest version that was entered for the unit; null when none was. */
  readonly entry: EntryFactsOfReceipt | null;
  readonly assessmentDueAt: Instant | null;
  readonly assessmentId: string | null;
}

/** Who reads a receipt, and when. */
interface Reader {
  readonly role: Role;
  readonly now: Instant;
}

/** A hand-in that was entered for the unit: by whom, on what its time of receipt rests, what was said about it. */
export type EntryFactsOfReceipt = Omit<EntryCheckView, 'until' | 'mayObject' | 'mayCorrect'>;

/** What the year calls the report, without its month. */
export function reportTitle({ settings }: YearData, period: Period): string {
  return rulesFor(settings, period).find((each) => each.kind === 'monthly-report')?.title ?? '';
}

/** The receipt (回执): proof of what was received, when, and what comes next. */
export function receiptOf(facts: ReceiptFacts, year: YearData, reader: Reader): ReceiptView {
  const { state, dueAt, closesAt, channel } = facts;
  const until = facts.correctionDueAt ?? dueAt;
  const following = followingOf(year, facts.period);
  return {
    reportId: facts.reportId,
    unitName: facts.unitName,
    period: facts.period,
    title: reportTitle(year, facts.period),
    receivedAt: facts.receivedAt,
    registeredAt: facts.registeredAt,
    channel,
    receiptNumber: receiptNumber(facts.period, facts.unitNumber, facts.version),
    version: facts.version,
    contentHash: facts.contentHash,
    firstAt: facts.metAt,
    isOnTime: facts.metAt < dueAt,
    dueAt,
    dueReason: facts.dueReason,
    entry: entryCheckOf(facts, year, reader),
    withdrawUntil: decideAction('withdraw', { state, dueAt: until, closesAt, channel, ...reader }).ok ? until : null,
    nextReminder: following.reminders.find((reminder) => reminder.on > reader.now) ?? null,
    nextObligation: assessmentOf(year, facts) ?? following.obligation,
  };
}

function entryCheckOf(
  { entry }: Pick<ReceiptFacts, 'entry'>,
  { settings }: YearData,
  reader: Reader,
): EntryCheckView | null {
  if (entry === null) return null;
  const until = checkedUntil(entry.registeredAt, settings);
  const situation = { ...reader, ...entry, until };
  return { ...entry, until, mayObject: decideObjecting(situation).ok, mayCorrect: decideCorrecting(situation).ok };
}

/** What the receipt of a self-assessment is made of: it came from outside and has no content here. */
export interface AssessmentReceiptFacts extends Pick<ReceiptFacts, 'unitName' | 'unitNumber' | 'period' | 'dueAt'> {
  readonly channel: Channel;
  /** When it truly came, as put right last; as it was entered where that was another time. */
  readonly receivedAt: Instant;
  readonly enteredAs: Instant;
  readonly registeredAt: Instant;
  readonly by: string;
  readonly basis: string;
  readonly attachmentIds: readonly string[];
  /** Of the scores that were copied from it; null where none were. */
  readonly contentHash: string | null;
  readonly notes: readonly EntryNote[];
}

/**
 * The receipt of a self-assessment that was entered for a unit. Its hash covers basis, originals, the copied scores and
 * the time as it was entered: it stays the same when the time is put right.
 */
export function assessmentReceipt(facts: AssessmentReceiptFacts, year: YearData, reader: Reader): ReceiptView {
  const { period, unitNumber, receivedAt, enteredAs, registeredAt, channel, basis, dueAt } = facts;
  const { attachmentIds, contentHash, by, notes } = facts;
  const copied = contentHash === null ? {} : { contentHash };
  const following = followingOf(year, period);
  const rule = rulesFor(year.settings, period).find((each) => each.kind === 'self-assessment');
  const entry = { version: 1, channel, receivedAt, registeredAt, by, basis, notes };
  return {
    reportId: '',
    unitName: facts.unitName,
    period,
    title: rule?.title ?? '',
    receivedAt,
    registeredAt,
    channel,
    receiptNumber: receiptNumber(period, unitNumber, 1).replace('YB', 'ZC'),
    version: 1,
    contentHash: hashOf({ attachmentIds, basis, receivedAt: enteredAs, ...copied }),
    firstAt: receivedAt,
    isOnTime: receivedAt < dueAt,
    dueAt,
    dueReason: null,
    entry: entryCheckOf({ entry }, year, reader),
    withdrawUntil: null,
    nextReminder: following.reminders.find((reminder) => reminder.on > reader.now) ?? null,
    nextObligation: following.obligation,
  };
}

function assessmentOf(
  year: YearData,
  { period, assessmentDueAt, assessmentId }: ReceiptFacts,
): ReceiptView['nextObligation'] {
  const rule = rulesFor(year.settings, period).find((each) => each.kind === 'self-assessment');
  if (rule === undefined || assessmentDueAt === null) return null;
  return { id: assessmentId, kind: rule.kind, title: rule.title, dueAt: assessmentDueAt };
}

interface Following {
  readonly obligation: ReceiptView['nextObligation'];
  readonly reminders: readonly NonNullable<ReceiptView['nextReminder']>[];
}

const NOTHING: Following = { obligation: null, reminders: [] };
const FOLLOWING = new WeakMap<YearData, Map<Period, Following>>();

/** Next month's report and the reminders before it. The same for every unit, so it is worked out once. */
function followingOf(year: YearData, period: Period): Following {
  const known = FOLLOWING.get(year) ?? new Map<Period, Following>();
  FOLLOWING.set(year, known);
  const following = known.get(period) ?? workOut(year, addMonths(period, 1));
  known.set(period, following);
  return following;
}

function workOut({ settings }: YearData, period: Period): Following {
  const rule = rulesFor(settings, period).find((each) => each.kind === 'monthly-report');
  if (rule === undefined) return NOTHING;
  const title = `${formatPeriod(period)}${rule.title}`;
  const reminders = reminderInstants(rule, period, settings)
    .filter((rung) => rung.audience === 'liaison')
    .map((rung) => ({ title, on: rung.at }));
  return {
    obligation: { id: null, kind: rule.kind, title, dueAt: dueInstant(rule, period, settings.calendar) },
    reminders,
  };
}
