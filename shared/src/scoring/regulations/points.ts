import { parseFraction, type Fraction } from '../../kernel';

/** Points as the annex writes them. Throws a RangeError for a text that is no number, which is a slip in the data. */
export function points(text: string): Fraction {
  const value = parseFraction(text);
  if (value === null) throw new RangeError(`No points: ${text}`);
  return value;
}
