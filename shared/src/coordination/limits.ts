/** Limits of the contact log; lengths in code points, inclusive. */
export const CONTACT_LIMITS = {
  subject: 60,
  result: 500,
  strikeReason: 200,
  /** Units that one contact can be with: a meeting is noted once for all who were there. */
  units: 500,
} as const;

/** Limits of a matter of the register; lengths in code points, inclusive. */
export const MATTER_LIMITS = {
  title: 60,
  indicator: 100,
  text: 2000,
  units: 50,
} as const;
