/** The full-width blank between two facts on one line. */
export const BETWEEN = '\u3000';

/** Two or more facts on one line; empty ones are left out. */
export function factsInLine(...facts: readonly (string | null | undefined)[]): string {
  return facts.filter((fact) => fact !== null && fact !== undefined && fact !== '').join(BETWEEN);
}

/** Who it was: a person with the unit, which is not said twice where a name begins with it. */
export function personInLine(unitName: string, name: string): string {
  return name.startsWith(unitName) ? name : factsInLine(unitName, name);
}
