import { parseEvidence } from '../information';
import {
  atBeijing,
  cleanLine,
  cleanText,
  isDateText,
  isLongerThan,
  refuseAll,
  type DateText,
  type Instant,
  type Outcome,
  type Refusal,
} from '../kernel';
import type { Evidence } from '../reporting';

/** An item of a circular (通报) that names what a unit lacks. No other item is entered, and none is guessed from a score (Q25). */
export interface CircularItem {
  /** The circular's own name. */
  readonly title: string;
  readonly issuedOn: DateText;
  /** What it says the unit has not done. */
  readonly shortfall: string;
}

/** An item as the lead unit enters it. */
export interface CircularEntry extends CircularItem {
  readonly unitId: string;
  /** What the unit owed and the circular named; null where it named something that no obligation stands for. */
  readonly obligationId: string | null;
  readonly evidence: readonly Evidence[];
}

/** Limits of an item, inclusive; text in code points. */
export const CIRCULAR_LIMITS = { title: 60, shortfall: 500, evidence: 5 } as const;

/** What came from outside as an item, or every reason why it cannot be entered. */
export function parseCircular(input: object, today: DateText): Outcome<CircularEntry> {
  const given = input as Readonly<Record<string, unknown>>;
  const refusals: Refusal[] = [];
  const evidence = parseEvidence(given['evidence'] ?? []);
  if (!evidence.ok) refusals.push(...evidence.refusals);
  else if (evidence.value.length > CIRCULAR_LIMITS.evidence) refusals.push(because('unreadable'));
  const { unitId, obligationId } = given;
  if (!isFilled(unitId)) refusals.push(because('circular-unit-missing'));
  const entry: CircularEntry = {
    title: required('通报名称', cleanLine(textOf(given['title'])), CIRCULAR_LIMITS.title, refusals),
    issuedOn: readDay(given['issuedOn'], today, refusals),
    shortfall: required('点到的问题', cleanText(textOf(given['shortfall'])), CIRCULAR_LIMITS.shortfall, refusals),
    unitId: isFilled(unitId) ? unitId : '',
    obligationId: isFilled(obligationId) ? obligationId : null,
    evidence: evidence.ok ? evidence.value : [],
  };
  return refuseAll(refusals, () => entry);
}

/** Whether a circular of that day speaks of what was due then already: only then it is a notice before the next rung. */
export function namesAfterDue({ issuedOn }: Pick<CircularItem, 'issuedOn'>, dueAt: Instant): boolean {
  return atBeijing(issuedOn, '00:00') >= dueAt;
}

function readDay(value: unknown, today: DateText, refusals: Refusal[]): DateText {
  if (!isDateText(value)) refusals.push(because('circular-day-missing'));
  else if (value > today) refusals.push(because('circular-day-ahead'));
  return isDateText(value) ? value : today;
}

function required(label: string, text: string, limit: number, refusals: Refusal[]): string {
  if (text === '') refusals.push(because('text-missing', { label }));
  if (isLongerThan(text, limit)) refusals.push(because('text-too-long', { label, limit }));
  return text;
}

/** A text worth cleaning; far too long ones are cut first, and still refused. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, CIRCULAR_LIMITS.shortfall * 4) : '';
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,26}$/.test(value);
}

function because(reason: string, facts: Refusal['facts'] = {}): Refusal {
  return { code: `supervision.${reason}`, facts };
}
