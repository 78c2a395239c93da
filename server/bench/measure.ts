/** One line of the table: what was measured against which limit. */
export interface Measure {
  readonly what: string;
  readonly limit: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** A number that must stay at or under a limit. */
export function atMost(what: string, measured: number, limit: number, unit: string): Measure {
  return {
    what,
    limit: `≤ ${String(limit)} ${unit}`,
    measured: `${round(measured)} ${unit}`,
    isMet: measured <= limit,
  };
}

/** A number that must stay under a limit. */
export function under(what: string, measured: number, limit: number, unit: string): Measure {
  return { what, limit: `< ${String(limit)} ${unit}`, measured: `${round(measured)} ${unit}`, isMet: measured < limit };
}

/** A number that must reach a limit. */
export function atLeast(what: string, measured: number, limit: number, unit: string): Measure {
  return {
    what,
    limit: `≥ ${String(limit)} ${unit}`,
    measured: `${round(measured)} ${unit}`,
    isMet: measured >= limit,
  };
}

/** A count that must be exact. */
export function exactly(what: string, measured: number, expected: number): Measure {
  return { what, limit: String(expected), measured: String(measured), isMet: measured === expected };
}

/** What a reader must know to judge the rest; it has no limit of its own. */
export function noted(what: string, measured: string): Measure {
  return { what, limit: '', measured, isMet: true };
}

/** The middle value, and the value that a share of all stays under. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100);
}
