import { halfWidth, parseFraction, refuse, roundHalfUp, type Outcome } from '../kernel';
import { numberFault } from './case.reading';
import type { Exact } from './trace';

/**
 * Points that a person typed for a line of a sheet, with two places: `12.50`. Refused when they are no number, negative,
 * above what the line can reach, or finer than two places, which is how scores are written. `label` names the line.
 */
export function parsePoints(typed: unknown, most: Exact, label: string): Outcome<string> {
  const value = typeof typed === 'string' ? halfWidth(typed) : typed;
  const limit = parseFraction(most);
  if (limit === null) throw new RangeError(`No points: ${most}`);
  const fault = numberFault(value, {
    most: limit,
    shownMost: roundHalfUp(limit),
    places: 2,
    sample: roundHalfUp(limit),
  });
  if (fault !== null) return refuse(fault.code, { ...fault.facts, label });
  return { ok: true, value: roundHalfUp(parseFraction(String(value)) ?? limit) };
}
