import { addWhole, divideDown, multiplyWhole, remainderOf, wholeOf, type Whole } from './whole';

/** An exact number: numerator over denominator in lowest terms, denominator above zero. Made by `fraction`, never by hand. */
export interface Fraction {
  readonly numerator: Whole;
  readonly denominator: Whole;
}

const WRITTEN = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/;

export const ZERO: Fraction = { numerator: 0, denominator: 1 };

/** The fraction of two whole numbers, in lowest terms. Throws a RangeError for a denominator that is not above zero. */
export function fraction(numerator: Whole, denominator: Whole = 1): Fraction {
  if (denominator === 1) return numerator === 0 ? ZERO : { numerator, denominator };
  if (denominator <= 0) throw new RangeError('A denominator is above zero.');
  if (numerator === 0) return ZERO;
  const common = greatestCommonDivisor(numerator < 0 ? multiplyWhole(numerator, -1) : numerator, denominator);
  if (common === 1) return { numerator, denominator };
  return { numerator: divideDown(numerator, common), denominator: divideDown(denominator, common) };
}

function greatestCommonDivisor(left: Whole, right: Whole): Whole {
  let [larger, smaller] = [left, right];
  while (smaller !== 0) [larger, smaller] = [smaller, remainderOf(larger, smaller)];
  return larger;
}

/** The exact number that a text says: `65`, `-13`, `34.25` or `455/7`. Null for any other text and for a denominator of zero. */
export function parseFraction(text: string): Fraction | null {
  const parts = WRITTEN.exec(text);
  if (parts === null) return null;
  const [, sign = '', digits = '', places = '', under] = parts;
  const denominator = under === undefined ? wholeOf(`1${'0'.repeat(places.length)}`) : wholeOf(under);
  if (denominator === 0) return null;
  const size = wholeOf(digits + places);
  return fraction(sign === '' ? size : multiplyWhole(size, -1), denominator);
}

/** How exact numbers are written: `40`, `-40/3`. `parseFraction` reads it back. */
export function fractionText(value: Fraction): string {
  return value.denominator === 1 ? String(value.numerator) : `${value.numerator}/${value.denominator}`;
}

/** Left plus right. */
export function plus(left: Fraction, right: Fraction): Fraction {
  if (left.numerator === 0) return right;
  if (right.numerator === 0) return left;
  if (left.denominator === right.denominator) {
    return fraction(addWhole(left.numerator, right.numerator), left.denominator);
  }
  return fraction(
    addWhole(multiplyWhole(left.numerator, right.denominator), multiplyWhole(right.numerator, left.denominator)),
    multiplyWhole(left.denominator, right.denominator),
  );
}

/** Left less right. */
export function minus(left: Fraction, right: Fraction): Fraction {
  return plus(left, negative(right));
}

/** The same size on the other side of zero. */
export function negative(value: Fraction): Fraction {
  return value.numerator === 0
    ? ZERO
    : { numerator: multiplyWhole(value.numerator, -1), denominator: value.denominator };
}

/** Left times right. */
export function times(left: Fraction, right: Fraction): Fraction {
  return fraction(multiplyWhole(left.numerator, right.numerator), multiplyWhole(left.denominator, right.denominator));
}

/** The sum of all. */
export function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce(plus, ZERO);
}

/** Whether left lies below right. */
export function isBelow(left: Fraction, right: Fraction): boolean {
  return multiplyWhole(left.numerator, right.denominator) < multiplyWhole(right.numerator, left.denominator);
}

/** The smaller of two. */
export function smallerOf(left: Fraction, right: Fraction): Fraction {
  return isBelow(right, left) ? right : left;
}

/** The larger of two. */
export function largerOf(left: Fraction, right: Fraction): Fraction {
  return isBelow(left, right) ? right : left;
}

/**
 * The number with two decimal places, rounded half up: what lies exactly between two goes to the larger of them, below
 * zero too. So -40/3 is `-13.33` and -5/8 is `-0.62`, as 40 - 5/8 is `39.38`. There is no `-0.00`.
 */
export function roundHalfUp(value: Fraction): string {
  if (value.denominator === 1) return `${value.numerator}.00`;
  const doubled = addWhole(multiplyWhole(value.numerator, 200), value.denominator);
  const hundredths = divideDown(doubled, multiplyWhole(value.denominator, 2));
  const digits = String(hundredths < 0 ? multiplyWhole(hundredths, -1) : hundredths).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
