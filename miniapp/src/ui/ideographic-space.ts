/** The full-width blank between two facts on one line. */
export const BETWEEN = '\u3000';

/** Two or more facts on one line; empty ones are left out. */
export function factsInLine(...facts: readonly (string | null | undefined)[]): string {
  return facts.filter((fact) => fact !== null && fact !== undefined && fact !== '').join(BETWEEN);
}
