const WHOLE = /^\d{1,15}$/;
const PERCENT = /^\d{1,3}(?:\.\d{1,2})?$/;

/** Whether a text is a whole number of at most 15 digits, without sign and separators. */
export function isWholeNumber(text: string): boolean {
  return WHOLE.test(text);
}

/** A typed number with the digits, point and sign of a Chinese keyboard put right: `３．５` is 3.5. */
export function halfWidth(text: string): string {
  const plain = text.replace(/[０-９．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
  return plain.replace(/[－−]/g, '-').trim();
}

/** A typed figure as a plain whole number: full-width digits, separators and blanks are put right; anything else stays as typed. */
export function plainFigure(text: string): string {
  return halfWidth(text).replace(/[,，\s]/g, '');
}

/** A whole number with thousands commas, `14,986`. Other text comes back as it is. */
export function formatWhole(text: string): string {
  if (!isWholeNumber(text)) return text;
  return text.replace(/^0+(?=\d)/, '').replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function quotient(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}

/** One step of long division: the next decimal digit of a remainder. Times five, then times two, stays below 2^53 for 15 digits. */
function nextDigit(remainder: number, divisor: number): { readonly digit: number; readonly remainder: number } {
  const five = remainder * 5;
  const two = (five % divisor) * 2;
  return { digit: quotient(five, divisor) * 2 + quotient(two, divisor), remainder: two % divisor };
}

/**
 * The exact ratio of two whole numbers in percent with two places, rounded half up: `22.77`.
 * Null when either is no whole number of at most 15 digits, or the denominator is zero. Exact without BigInt, which old phones lack.
 */
export function percentOf(numerator: string, denominator: string): string | null {
  if (!isWholeNumber(numerator) || !isWholeNumber(denominator)) return null;
  const divisor = Number(denominator);
  if (divisor === 0) return null;
  let remainder = Number(numerator) % divisor;
  let digits = String(quotient(Number(numerator), divisor));
  for (let place = 0; place < 4; place += 1) {
    const step = nextDigit(remainder, divisor);
    digits += String(step.digit);
    remainder = step.remainder;
  }
  return withTwoPlaces(remainder >= divisor - remainder ? increment(digits) : digits);
}

function increment(digits: string): string {
  const nines = /9*$/.exec(digits)?.[0].length ?? 0;
  const head = digits.slice(0, digits.length - nines);
  const raised = head === '' ? '1' : head.slice(0, -1) + String(Number(head.slice(-1)) + 1);
  return raised + '0'.repeat(nines);
}

function withTwoPlaces(digits: string): string {
  const whole = digits.slice(0, -2).replace(/^0+(?=\d)/, '');
  return `${whole === '' ? '0' : whole}.${digits.slice(-2)}`;
}

/**
 * How many more of the counted thing a ratio needs to reach `minimumPercent` (inclusive): 0 when reached,
 * null when the figures give no ratio. `minimumPercent` is a decimal text of at most two places.
 */
export function shortfall(numerator: string, denominator: string, minimumPercent: string): number | null {
  if (percentOf(numerator, denominator) === null || !PERCENT.test(minimumPercent)) return null;
  const tenThousandths = hundredths(minimumPercent);
  const total = Number(denominator);
  const rest = total % 10_000;
  const needed = quotient(total, 10_000) * tenThousandths + Math.ceil((rest * tenThousandths) / 10_000);
  return Math.max(0, needed - Number(numerator));
}

/**
 * The ratio as it stands beside a target: rounded half up where the target is reached, and down where it is not, so that
 * a ratio short of 25 % never reads 25.00. Null as in `percentOf`.
 */
export function percentBeside(numerator: string, denominator: string, minimumPercent: string): string | null {
  const rounded = percentOf(numerator, denominator);
  const missing = shortfall(numerator, denominator, minimumPercent);
  if (rounded === null || missing === null || missing === 0) return rounded;
  return Number(rounded) < Number(minimumPercent) ? rounded : withTwoPlaces(String(hundredths(minimumPercent) - 1));
}

function hundredths(percent: string): number {
  const [whole = '0', places = ''] = percent.split('.');
  return Number(whole) * 100 + Number(places.padEnd(2, '0'));
}
