/** A whole number of any size: a plain number as long as it is safe, a bigint beyond, never the other way round. */
export type Whole = number | bigint;

/** Whether whole numbers beyond 2^53 can be held at all; the oldest phones cannot. Where they cannot, such a number throws. */
export function hasWideNumbers(): boolean {
  return typeof BigInt === 'function';
}

/** The whole number of a text of digits. */
export function wholeOf(digits: string): Whole {
  return digits.length <= 15 ? Number(digits) : narrow(BigInt(digits));
}

/** The sum. */
export function addWhole(left: Whole, right: Whole): Whole {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return narrow(BigInt(left) + BigInt(right));
}

/** The product. */
export function multiplyWhole(left: Whole, right: Whole): Whole {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if (Number.isSafeInteger(product)) return product;
  }
  return narrow(BigInt(left) * BigInt(right));
}

/** What is left of a division by a positive whole number; never negative. */
export function remainderOf(left: Whole, right: Whole): Whole {
  if (typeof left === 'number' && typeof right === 'number') {
    const rest = left % right;
    return rest < 0 ? rest + right : rest;
  }
  const rest = BigInt(left) % BigInt(right);
  return narrow(rest < 0n ? rest + BigInt(right) : rest);
}

/** The quotient by a positive whole number, rounded down, also below zero: -7 by 2 is -4. */
export function divideDown(left: Whole, right: Whole): Whole {
  const whole = addWhole(left, multiplyWhole(remainderOf(left, right), -1));
  if (typeof whole === 'number' && typeof right === 'number') return whole / right;
  return narrow(BigInt(whole) / BigInt(right));
}

function narrow(value: bigint): Whole {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
