import fc from 'fast-check';
import { formatWhole, halfWidth, isWholeNumber, percentBeside, percentOf, plainFigure, shortfall } from './fraction';

const figure = fc.bigInt({ min: 0n, max: 999_999_999_999_999n });
const total = fc.bigInt({ min: 1n, max: 999_999_999_999_999n });

function exactPercent(numerator: bigint, denominator: bigint): string {
  const hundredths = (numerator * 20_000n + denominator) / (2n * denominator);
  return `${String(hundredths / 100n)}.${String(hundredths % 100n).padStart(2, '0')}`;
}

describe('share of coded market entities (annex 1, heading eight)', () => {
  it.each([
    ['3412', '14986', '22.77'],
    ['3460', '14986', '23.09'],
    ['1', '4', '25.00'],
    ['0', '7', '0.00'],
    ['1', '8', '12.50'],
    ['1', '80000', '0.00'],
    ['1', '20000', '0.01'],
    ['2', '3', '66.67'],
    ['99999', '100000', '100.00'],
    ['7', '7', '100.00'],
    ['999999999999998', '999999999999999', '100.00'],
    ['999999999999999', '1', '99999999999999900.00'],
  ])('%s of %s is %s %%', (numerator, denominator, percent) => {
    expect(percentOf(numerator, denominator)).toBe(percent);
  });

  it('is exact to fifteen digits', () => {
    fc.assert(
      fc.property(figure, total, (numerator, denominator) => {
        expect(percentOf(String(numerator), String(denominator))).toBe(exactPercent(numerator, denominator));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['', '5'],
    ['5', ''],
    ['5', '0'],
    ['-1', '5'],
    ['1.5', '5'],
    ['1e3', '5'],
    ['1,000', '5'],
    ['1', '1000000000000000'],
    ['１', '5'],
  ])('gives no ratio for %p of %p', (numerator, denominator) => {
    expect(percentOf(numerator, denominator)).toBeNull();
  });

  it('says how many are missing to the target', () => {
    expect(shortfall('3412', '14986', '25')).toBe(335);
    expect(shortfall('3747', '14986', '25')).toBe(0);
    expect(shortfall('3746', '14986', '25')).toBe(1);
    expect(shortfall('6', '10', '60.5')).toBe(1);
    expect(shortfall('1', '0', '25')).toBeNull();
    expect(shortfall('1', '2', 'x')).toBeNull();
  });

  it('is the smallest number that reaches the target', () => {
    fc.assert(
      fc.property(figure, total, fc.integer({ min: 0, max: 10_000 }), (numerator, denominator, hundredths) => {
        const minimum = `${String(Math.floor(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`;
        const missing = shortfall(String(numerator), String(denominator), minimum);
        const reaches = (count: bigint): boolean => (numerator + count) * 10_000n >= denominator * BigInt(hundredths);
        expect(reaches(BigInt(missing ?? -1))).toBe(true);
        expect(missing === 0 || !reaches(BigInt(missing ?? 0) - 1n)).toBe(true);
      }),
    );
  });

  it('shows thousands and takes them back when typed', () => {
    expect(formatWhole('14986')).toBe('14,986');
    expect(formatWhole('0012')).toBe('12');
    expect(formatWhole('999')).toBe('999');
    expect(formatWhole('约3千')).toBe('约3千');
    expect(plainFigure(' １4，986 ')).toBe('14986');
    expect(isWholeNumber(plainFigure('3,412'))).toBe(true);
    expect([halfWidth(' ３．５０ '), halfWidth('－１'), halfWidth('−2')]).toEqual(['3.50', '-1', '-2']);
  });
});

describe('a share beside its target', () => {
  it('never reads as the target while something is missing to it', () => {
    expect(percentOf('249999', '1000000')).toBe('25.00');
    expect(percentBeside('249999', '1000000', '25')).toBe('24.99');
    expect(percentBeside('250000', '1000000', '25')).toBe('25.00');
    expect(percentBeside('3412', '14986', '25')).toBe('22.77');
    expect(percentBeside('1', '0', '25')).toBeNull();
  });
});
