import fc from 'fast-check';
import { fraction, fractionText, isBelow, minus, parseFraction, plus, roundHalfUp, sumOf, times, ZERO } from './exact';
import { divideDown, hasWideNumbers, remainderOf } from './whole';

const numerator = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const denominator = fc.bigInt({ min: 1n, max: 10n ** 24n });
const small = fc.integer({ min: -100_000, max: 100_000 });
const written = fc
  .oneof(fc.tuple(numerator, denominator), fc.tuple(small.map(BigInt), fc.integer({ min: 1, max: 5000 }).map(BigInt)))
  .map(([above, below]) => ({ text: `${above}/${below}`, above, below }));

function exact(text: string): ReturnType<typeof fraction> {
  const value = parseFraction(text);
  if (value === null) throw new Error(text);
  return value;
}

/** Whether a text says the same number as numerator over denominator, by cross-multiplication alone. */
function says(text: string, above: bigint, below: bigint): boolean {
  const [top = '', bottom = '1'] = text.split('/');
  return BigInt(top) * below === above * BigInt(bottom);
}

describe('exact numbers', () => {
  it.each([
    ['65', '65'],
    ['065', '65'],
    ['34.250', '137/4'],
    ['455/7', '65'],
    ['0/7', '0'],
    ['-0', '0'],
    ['-13.5', '-27/2'],
    ['0.000000000000000000000000000001', '1/1000000000000000000000000000000'],
    ['9007199254740993', '9007199254740993'],
    ['18014398509481986/2', '9007199254740993'],
  ])('reads %s as %s', (text, same) => {
    expect(fractionText(exact(text))).toBe(same);
  });

  it.each(['', ' 65', '65 ', '+65', '.5', '5.', '1e3', '1/0', '1/-2', '1.5/2', '1/2/3', '６５', '--1', '0x10', 'NaN'])(
    'finds none in %j',
    (text) => {
      expect(parseFraction(text)).toBeNull();
    },
  );

  it('refuses a denominator that is not above zero', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(1, -2)).toThrow(RangeError);
  });

  it('adds, takes away, multiplies and compares without ever rounding, however large', () => {
    fc.assert(
      fc.property(written, written, (left, right) => {
        const [a, b] = [exact(left.text), exact(right.text)];
        const below = left.below * right.below;
        const [crossLeft, crossRight] = [left.above * right.below, right.above * left.below];
        expect(says(fractionText(plus(a, b)), crossLeft + crossRight, below)).toBe(true);
        expect(says(fractionText(minus(a, b)), crossLeft - crossRight, below)).toBe(true);
        expect(says(fractionText(times(a, b)), left.above * right.above, below)).toBe(true);
        expect(isBelow(a, b)).toBe(crossLeft < crossRight);
        expect(fractionText(sumOf([a, b, minus(ZERO, b)]))).toBe(fractionText(a));
      }),
      { numRuns: 2000 },
    );
  });

  it('is in lowest terms, in plain numbers wherever they are safe', () => {
    fc.assert(
      fc.property(written, ({ text, above, below }) => {
        const value = exact(text);
        for (const part of [value.numerator, value.denominator]) {
          expect(
            typeof part === 'number'
              ? Number.isSafeInteger(part)
              : BigInt(Number(part)) !== part || !Number.isSafeInteger(Number(part)),
          ).toBe(true);
        }
        expect(says(fractionText(value), above, below)).toBe(true);
        expect(fractionText(exact(fractionText(value)))).toBe(fractionText(value));
      }),
    );
  });

  it('divides whole numbers down, below zero too', () => {
    expect([divideDown(7, 2), divideDown(-7, 2), divideDown(-8, 2), divideDown(0, 3)]).toEqual([3, -4, -4, 0]);
    expect(divideDown(-(10n ** 30n) - 1n, 10n ** 29n)).toBe(-11);
    expect([remainderOf(-7, 2), remainderOf(7, 2)]).toEqual([1, 1]);
    expect(remainderOf(-(10n ** 30n), 7)).toBe(Number(7n - (10n ** 30n % 7n)));
  });
});

describe('rounding half up to two places', () => {
  it.each([
    ['240/7', '34.29'],
    ['-40/3', '-13.33'],
    ['0', '0.00'],
    ['40', '40.00'],
    ['1/200', '0.01'],
    ['1/201', '0.00'],
    ['32.895', '32.90'],
    ['32.8949999999999999999999999999', '32.89'],
    ['315/8', '39.38'],
    ['-5/8', '-0.62'],
    ['-0.625000000000000000000000000001', '-0.63'],
    ['-1/200', '0.00'],
    ['-0.004', '0.00'],
    ['99.995', '100.00'],
    ['-0.995', '-0.99'],
    ['123456789012345678901234567890.125', '123456789012345678901234567890.13'],
  ])('%s is %s', (text, rounded) => {
    expect(roundHalfUp(exact(text))).toBe(rounded);
  });

  it('never moves a number by more than half a hundredth, and up where it is exactly half', () => {
    fc.assert(
      fc.property(written, ({ text, above, below }) => {
        const hundredths = BigInt(roundHalfUp(exact(text)).replace('.', ''));
        const doubled = hundredths * 2n * below - above * 200n;
        expect(doubled > -below && doubled <= below).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('on a phone without numbers beyond 2^53', () => {
  const wide = globalThis.BigInt;
  beforeEach(() => Reflect.deleteProperty(globalThis, 'BigInt'));
  afterEach(() => Reflect.set(globalThis, 'BigInt', wide));

  it('reckons as ever below, and throws rather than rounds beyond', () => {
    expect(hasWideNumbers()).toBe(false);
    expect(roundHalfUp(times(exact('455/7'), exact('0.7')))).toBe('45.50');
    expect(() => exact('9007199254740993')).toThrow();
    expect(() => times(exact('900719925474099'), exact('900719925474099'))).toThrow();
  });
});
