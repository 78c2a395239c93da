import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { addMonths, type Period } from '../kernel';
import { commitmentOf, drawUnits, numberRanges, remainderOf, seedOf, weigh, type Candidate, type Drawn } from './draw';
import { drawScript } from './script';
import { sha256Hex } from './sha256';

const APRIL = '2022-04';
const RULE = { units: 2, mostMonths: 3 };
const NAMES = ['爱辉区', '北安市', '五大连池市', '嫩江市', '逊克县', '孙吴县'];
const COUNTIES: readonly Candidate[] = NAMES.map((unitName, index) => ({
  unitId: `unit-${String(index)}`,
  unitName,
  number: index + 2,
  lastPeriod: null,
}));
/** May after 五大连池市 and 嫩江市 were drawn in April. */
const MAY = weigh(
  COUNTIES.map((each) => ({ ...each, lastPeriod: /五大连池市|嫩江市/.test(each.unitName) ? APRIL : null })),
  '2022-05',
  APRIL,
);
const MAY_SEED = 'heihe-2022-05-cdd7f9fcc589';

const namesOf = (drawn: readonly Drawn[]): readonly string[] => drawn.map(({ unitName }) => unitName);
const nodeSha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A year's draws with a fresh seed each month: per month the weights and who was drawn. */
function aYear(chance: string, counties = COUNTIES, rule = RULE): readonly { weights: number[]; drawn: string[] }[] {
  const last = new Map<string, Period>();
  return Array.from({ length: 9 }, (_, index) => {
    const period = addMonths(APRIL, index);
    const known = counties.map((each) => ({ ...each, lastPeriod: last.get(each.unitId) ?? null }));
    const candidates = weigh(known, period, APRIL);
    const drawn = drawUnits(seedOf('heihe-2022', period, sha256Hex(`${chance} ${period}`)), candidates, rule);
    for (const { unitId } of drawn) last.set(unitId, period);
    return { weights: candidates.map(({ weight }) => weight), drawn: drawn.map(({ unitId }) => unitId) };
  });
}

describe('SHA-256 in plain numbers', () => {
  it('is what node’s own crypto says, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => sha256Hex(text) === nodeSha256(text)),
    );
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000]) {
      expect(sha256Hex('a'.repeat(length))).toBe(nodeSha256('a'.repeat(length)));
    }
  });
});

describe('The draw of a month’s spot check (R51, Q24)', () => {
  it('weighs by the months since the last check, and who was never drawn from the cycle’s first month', () => {
    expect(MAY.map(({ weight }) => weight)).toEqual([2, 2, 1, 1, 2, 2]);
    expect([...numberRanges(MAY, 3).values()]).toEqual([
      { from: 0, to: 1 },
      { from: 2, to: 3 },
      { from: 4, to: 4 },
      { from: 5, to: 5 },
      { from: 6, to: 7 },
      { from: 8, to: 9 },
    ]);
  });

  it('does not count a check of an earlier year’s cycle', () => {
    const [first] = weigh([{ ...COUNTIES[0]!, lastPeriod: '2021-12' }], '2022-05', APRIL);
    expect(first?.weight).toBe(2);
  });

  it('takes the numbers from the announced seed, as anybody can compute by hand', () => {
    expect(commitmentOf(MAY_SEED)).toBe('d15b038836b18743a314ad7812131614a20649e9b9b808435124d5551dc80cb2');
    expect(drawUnits(MAY_SEED, MAY, RULE)).toMatchObject([
      { unitName: '北安市', how: 'lot', lot: 1, sum: 10, remainder: 2 },
      { unitName: '孙吴县', how: 'lot', lot: 2, sum: 8, remainder: 6 },
    ]);
  });

  it('divides numbers of any length exactly', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 256n - 1n), fc.integer({ min: 1, max: 100_000 }), (number, sum) => {
        expect(remainderOf(number.toString(16), sum)).toBe(Number(number % BigInt(sum)));
      }),
    );
  });

  it('names group and month in the seed, the year once', () => {
    expect(seedOf('heihe-2022', '2022-05', 'cdd7')).toBe('heihe-2022-05-cdd7');
    expect(seedOf('heihe', '2022-05', 'cdd7')).toBe('heihe-2022-05-cdd7');
  });

  it('lets no county wait more than three months, over 1,000 years of nine months', () => {
    for (let run = 0; run < 1_000; run += 1) {
      for (const { weights, drawn } of aYear(`run ${String(run)}`)) {
        expect(Math.max(...weights)).toBeLessThanOrEqual(RULE.mostMonths);
        expect(drawn.length).toBeGreaterThanOrEqual(RULE.units);
        expect(new Set(drawn).size).toBe(drawn.length);
      }
    }
  });

  it('draws everybody who has waited three months, even when they are more than two', () => {
    const june = weigh(COUNTIES, '2022-06', APRIL);
    expect(drawUnits('seed', june, RULE)).toEqual(
      COUNTIES.map(({ unitId, unitName }) => ({ unitId, unitName, how: 'waited' })),
    );
    expect(numberRanges(june, 3).size).toBe(0);
  });

  it('fills up by lot behind those who have waited', () => {
    const lastPeriod = '2022-05';
    const known = COUNTIES.map((each, index) => (index === 3 ? each : { ...each, lastPeriod }));
    const drawn = drawUnits('seed', weigh(known, '2022-06', APRIL), RULE);
    expect(drawn[0]).toMatchObject({ unitName: '嫩江市', how: 'waited' });
    expect(drawn[1]).toMatchObject({ how: 'lot', lot: 1, sum: 5 });
  });

  it('is the same in whatever order the counties are given, and never draws one twice', () => {
    const shuffled = fc.shuffledSubarray([...MAY], { minLength: MAY.length });
    fc.assert(
      fc.property(fc.string(), shuffled, fc.integer({ min: 1, max: 8 }), (seed, candidates, units) => {
        const drawn = drawUnits(seed, candidates, { ...RULE, units });
        expect(drawn).toEqual(drawUnits(seed, MAY, { ...RULE, units }));
        expect(new Set(namesOf(drawn)).size).toBe(Math.min(units, MAY.length));
      }),
    );
  });

  it('betrays a seed of which one character was changed', () => {
    const promise = commitmentOf(MAY_SEED);
    for (let place = 0; place < MAY_SEED.length; place += 1) {
      const other = MAY_SEED.charAt(place) === '0' ? '1' : '0';
      expect(commitmentOf(MAY_SEED.slice(0, place) + other + MAY_SEED.slice(place + 1))).not.toBe(promise);
    }
  });
});

/** Passed over where there is no Python, except on the build server: there it must run. */
const itInPython = spawnSync('python3', ['--version']).status === 0 || process.env['CI'] !== undefined ? it : it.skip;

describe('The script that anybody can run', () => {
  const run = (script: string): readonly string[] => {
    const env = { ...process.env, PYTHONIOENCODING: 'utf-8' };
    const { stdout, stderr } = spawnSync('python3', ['-'], { input: script, encoding: 'utf8', env });
    expect(stderr).toBe('');
    return stdout.trim().split('\n');
  };
  const record = (seed: string, candidates: typeof MAY, units = RULE.units): Parameters<typeof drawScript>[0] => ({
    seed,
    candidates,
    mostMonths: RULE.mostMonths,
    drawn: drawUnits(seed, candidates, { ...RULE, units }),
  });

  it('is short and names what everybody sees', () => {
    expect(drawScript(record(MAY_SEED, MAY))).toBe(`from hashlib import sha256
seed = "heihe-2022-05-cdd7f9fcc589"
left = {"爱辉区": 2, "北安市": 2,
        "五大连池市": 1, "嫩江市": 1,
        "逊克县": 2, "孙吴县": 2}
h = lambda s: sha256(s.encode()).hexdigest()
print(h(seed))
for i in (1, 2):
    n = int(h(f"{seed}:{i}"), 16)
    n %= sum(left.values())
    for unit, w in left.items():
        if n < w:
            break
        n -= w
    print(unit)
    del left[unit]
`);
  });

  itInPython('gives the promise and the same counties in Python, with and without those who waited', () => {
    const waiting = weigh(
      COUNTIES.map((each, index) => ({ ...each, lastPeriod: index % 3 === 0 ? null : '2022-05' })),
      '2022-06',
      APRIL,
    );
    const all = weigh(COUNTIES, '2022-07', APRIL);
    const records = [record(MAY_SEED, MAY), record(MAY_SEED, MAY, 1), record('s', waiting, 3), record('s', all)];
    for (const each of records) {
      expect(run(drawScript(each))).toEqual([nodeSha256(each.seed), ...namesOf(each.drawn)]);
    }
  });

  itInPython('is led astray by no name of a unit', () => {
    const odd = COUNTIES.map((each, index) => ({
      ...each,
      unitName: `${'"\\{}'.slice(0, index + 1)}${each.unitName}`,
    }));
    const each = record('s', weigh(odd, '2022-05', APRIL));
    expect(run(drawScript(each)).slice(1)).toEqual(namesOf(each.drawn));
  });
});
