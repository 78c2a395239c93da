import { cleanText, codePointLength, refuseAll, type Outcome, type Refusal } from '../kernel';
import type { ReturnAnswer, ReviewRemark } from './api';

/** Longest reason of an answer, in code points, inclusive. */
export const ANSWER_LIMIT = 200;

/**
 * What came from outside as answers “没有改，原来就对” to the remarks of a return (Q12), or every reason why they are none:
 * each with its reason, and on a place that was sent back. None at all is as good.
 */
export function checkAnswers(
  input: unknown,
  remarks: readonly Pick<ReviewRemark, 'path'>[],
): Outcome<readonly ReturnAnswer[]> {
  const given = Array.isArray(input) ? input.slice(0, remarks.length + 1) : [];
  const answers = given.map(answerOf);
  const refusals = answers.flatMap((answer) => answerRefusals(answer, remarks));
  return refuseAll(refusals, () => answers);
}

function answerOf(value: unknown): ReturnAnswer {
  const { path, text } = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<'path' | 'text', unknown>
  >;
  const isShort = typeof text === 'string' && text.length <= ANSWER_LIMIT * 20;
  const words = typeof text === 'string' ? text : '';
  return { path: typeof path === 'string' ? path : ' ', text: isShort ? cleanText(words) : words };
}

function answerRefusals(
  { path, text }: ReturnAnswer,
  remarks: readonly Pick<ReviewRemark, 'path'>[],
): readonly Refusal[] {
  if (!remarks.some((remark) => remark.path === path)) return [{ code: 'reporting.answer-place-unknown', facts: {} }];
  if (text === '') return [{ code: 'reporting.answer-missing', facts: { path } }];
  if (codePointLength(text) <= ANSWER_LIMIT) return [];
  return [{ code: 'reporting.answer-too-long', facts: { path, limit: ANSWER_LIMIT } }];
}
