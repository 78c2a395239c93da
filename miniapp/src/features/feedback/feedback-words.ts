import {
  FEEDBACK_MESSAGES,
  FEEDBACK_STATE_NAMES,
  type FeedbackRow,
  type FeedbackState,
} from '@jiannuo/shared/feedback';
import { formatMoment, type Outcome } from '@jiannuo/shared/kernel';
import { now } from '../../platform/clock';
import { factsInLine } from '../../ui/ideographic-space';
import type { StatusShape } from '../../ui/status/status-word';

const SHAPES: Readonly<Record<FeedbackState, StatusShape>> = { received: 'not-yet', replied: 'done', closed: 'waived' };

/** A state as shape and word. */
export function stateWords(state: FeedbackState): { readonly shape: StatusShape; readonly text: string } {
  return { shape: SHAPES[state], text: FEEDBACK_STATE_NAMES[state] };
}

/** From whom, for the lead unit, and when something was last said. */
export function factsOf({ unitName, changedAt }: FeedbackRow, isLead: boolean): string {
  return factsInLine(isLead ? unitName : '', formatMoment(changedAt, now()));
}

/** The sentence of a refused decision by its code, for those whose code begins so; null when there is none. */
export function sentenceOf(outcome: Outcome<unknown>, start: string): string | null {
  if (outcome.ok) return null;
  const refusal = outcome.refusals.find(({ code }) => code.startsWith(`feedback.${start}`));
  if (refusal === undefined) return null;
  return FEEDBACK_MESSAGES[refusal.code as keyof typeof FEEDBACK_MESSAGES](refusal.facts);
}
