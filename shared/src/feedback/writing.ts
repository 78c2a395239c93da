import { cleanLine, cleanText, isLongerThan, refuseAll, type Outcome, type Refusal } from '../kernel';
import { FEEDBACK_KINDS, type FeedbackKind } from './states';

/** Limits of what is written, in code points, inclusive. */
export const FEEDBACK_LIMITS = { text: 2000, contact: 100 } as const;

/** An entry as it is kept: cleaned. `contact` is how the writer wishes to be reached; empty when there is no wish. */
export interface NewFeedback {
  readonly kind: FeedbackKind;
  readonly text: string;
  readonly contact: string;
}

/** What came from outside as a new entry, or every reason why it is none. */
export function checkFeedback(input: Readonly<Record<keyof NewFeedback, unknown>>): Outcome<NewFeedback> {
  const kind = FEEDBACK_KINDS.find((each) => each === input.kind);
  const contact = typeof input.contact === 'string' ? cleanLine(input.contact) : '';
  const refusals: Refusal[] = [...textRefusals(input.text)];
  if (kind === undefined) refusals.unshift({ code: 'feedback.kind-unknown', facts: {} });
  if (isLongerThan(contact, FEEDBACK_LIMITS.contact))
    refusals.push({ code: 'feedback.contact-too-long', facts: { limit: FEEDBACK_LIMITS.contact } });
  return refuseAll(refusals, () => ({ kind: kind ?? 'suggestion', text: cleanText(input.text as string), contact }));
}

/** One message of an entry, cleaned, or why it is none. */
export function checkFeedbackText(text: unknown): Outcome<string> {
  return refuseAll(textRefusals(text), () => cleanText(text as string));
}

function textRefusals(text: unknown): readonly Refusal[] {
  if (typeof text !== 'string') return [{ code: 'feedback.text-missing', facts: {} }];
  const cleaned = cleanText(text);
  if (cleaned === '') return [{ code: 'feedback.text-missing', facts: {} }];
  if (!isLongerThan(cleaned, FEEDBACK_LIMITS.text)) return [];
  return [{ code: 'feedback.text-too-long', facts: { limit: FEEDBACK_LIMITS.text } }];
}
