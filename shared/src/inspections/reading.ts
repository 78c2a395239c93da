import { isLongerThan, type Refusal } from '../kernel';
import { INSPECTION_LIMITS } from './limits';

/** What came from outside as an object; anything else is an empty one. */
export function recordOf(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
}

/** Whether something is an id as this program gives them. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,26}$/.test(value);
}

/** A text worth cleaning; far too long ones are cut first, and still refused. */
export function rough(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, INSPECTION_LIMITS.answer * 4) : '';
}

/** The text as it is, refused where it is longer than its limit. */
export function limited(label: string, text: string, limit: number, refusals: Refusal[]): string {
  if (isLongerThan(text, limit)) refusals.push(because('text-too-long', { label, limit }));
  return text;
}

/** The refusal of a text that is missing; none where it is there. */
export function missing(isMissing: boolean, label: string): readonly Refusal[] {
  return isMissing ? [because('text-missing', { label })] : [];
}

/** A refusal of this subject. */
export function because(reason: string, facts: Refusal['facts'] = {}): Refusal {
  return { code: `inspections.${reason}`, facts };
}
