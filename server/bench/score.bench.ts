import { scoreInput, type MonthCase } from '@jiannuo/shared/scoring';
import { aMonth } from '@jiannuo/shared/samples';
import { atMost, percentile, type Measure } from './measure';

const ROUNDS = 40;
const WARM_UP = 5;
const CASES_A_ROUND = 2000;

/** Months as counties have them: a short ledger, and a long one with everything in it. */
const MONTHS = [
  aMonth().done(6).notDone(1).onTime(1).late(1).informed(1, { highQuality: true, adopted: false }).approved(1).built,
  aMonth()
    .done(26)
    .failed(1)
    .notDone(3)
    .onTime(2)
    .late(1)
    .informed(4, { highQuality: true, adopted: false })
    .informed(2, { highQuality: true, adopted: true })
    .approved(3)
    .applied(1).built,
];

/** Checking and scoring a county's month with its whole trace, beside JSON.parse of the same case, turn and turn about. */
export function measureScore(): readonly Measure[] {
  return MONTHS.map(measured);
}

function measured(month: MonthCase): Measure {
  const text = JSON.stringify(month);
  const input: unknown = JSON.parse(text);
  const times = { parsed: [] as number[], scored: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const parsed = timeOf(() => JSON.parse(text));
    const scored = timeOf(() => scoreInput(input));
    if (round < WARM_UP) continue;
    times.parsed.push(parsed);
    times.scored.push(scored);
  }
  const [parse, score] = [percentile(times.parsed, 0.5), percentile(times.scored, 0.5)];
  const size = `${String(month.measures.length)} measures, ${String(Buffer.byteLength(text))} bytes`;
  const words = `a county's month (${size}) checked, scored and explained (${micro(score)}) against JSON.parse (${micro(parse)})`;
  return atMost(words, score / parse, 3, '×');
}

function micro(milliseconds: number): string {
  return `${((milliseconds / CASES_A_ROUND) * 1000).toFixed(1)} µs`;
}

function timeOf(work: () => unknown): number {
  const began = performance.now();
  for (let index = 0; index < CASES_A_ROUND; index += 1) work();
  return performance.now() - began;
}
