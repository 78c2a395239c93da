import { isTooDeep, JSON_DEPTH_LIMIT } from './json-depth';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('how deep a body may nest', () => {
  it('takes what is at the limit and refuses what is one deeper', () => {
    expect(isTooDeep(nested(JSON_DEPTH_LIMIT))).toBe(false);
    expect(isTooDeep(nested(JSON_DEPTH_LIMIT + 1))).toBe(true);
    expect(isTooDeep('{"a":'.repeat(100_000))).toBe(true);
  });

  it('does not count what stands inside a string, or side by side', () => {
    expect(isTooDeep(JSON.stringify({ text: '[{'.repeat(1_000), quote: '\\"[' }))).toBe(false);
    expect(isTooDeep(JSON.stringify(Array.from({ length: 1_000 }, () => [1])))).toBe(false);
  });
});
