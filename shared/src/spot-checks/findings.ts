import { allow, cleanText, isLongerThan, refuse, type Outcome } from '../kernel';

/** What was found on the spot: 查到已完成, 查到没完成. */
export const VERDICTS = ['done', 'undone'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Limits of a finding, inclusive; text in code points. */
export const FINDING_LIMITS = { text: 500, reason: 200, files: 20 } as const;

/** A finding's text as it is kept, or why it is none: what was seen must be said, whatever the verdict. */
export function checkFindingText(input: string): Outcome<string> {
  return checked(input, FINDING_LIMITS.text, 'spot-checks.text');
}

/** The reason for withdrawing a finding as it is kept, or why it is none. */
export function checkWithdrawalReason(input: string): Outcome<string> {
  return checked(input, FINDING_LIMITS.reason, 'spot-checks.reason');
}

function checked(input: string, limit: number, code: string): Outcome<string> {
  const text = cleanText(input);
  if (text === '') return refuse(`${code}-missing`);
  return isLongerThan(text, limit) ? refuse(`${code}-too-long`, { limit }) : allow(text);
}
