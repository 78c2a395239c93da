/** Limits of inspections and of what is said about them, inclusive; text in code points. */
export const INSPECTION_LIMITS = {
  title: 60,
  matter: 2_000,
  others: 200,
  members: 20,
  units: 200,
  facts: 2_000,
  demand: 1_000,
  answer: 5_000,
  reason: 200,
} as const;
