import { aMonth } from '@jiannuo/shared/samples';
import { replay, type ReplayedUnit } from '@jiannuo/shared/rulings';
import { monthsOf, regulationOf, scoreMonth } from '@jiannuo/shared/scoring';
import { atMost, percentile, type Measure } from './measure';

const COUNTIES = 20;
const ROUNDS = 15;

/** A city's year replayed under each reading of Q1 and of Q2, beside scoring its months once. */
export function measureSandbox(): readonly Measure[] {
  const regulation = regulationOf('heihe-2022');
  if (regulation === null) throw new Error('The sample regulation is gone.');
  const months = monthsOf(regulation.cycle);
  const units = Array.from({ length: COUNTIES }, (_, index): ReplayedUnit => {
    const base = aMonth()
      .done(26)
      .notDone(index % 7)
      .onTime(2)
      .late(index % 2)
      .approved(index % 5).built;
    const unit = `county ${String(index)}`;
    const innovations = [{ id: 'x', kind: 1, approved: index % 3 === 0 }];
    return { unitId: unit, unitName: unit, months: months.map((month) => ({ ...base, month, unit })), innovations };
  });
  const cases = units.flatMap((unit) => unit.months);
  const once = timeOf(() => cases.forEach(scoreMonth));
  return (['annualReading', 'materials'] as const).map((name) => {
    const replayed = timeOf(() => replay(units, { regulation, name, inForce: {}, others: [], published: [] }));
    const words = `the sandbox of ${name} for ${String(COUNTIES)} counties × ${String(months.length)} months, more than one scoring run`;
    return atMost(words, replayed - once, 1000, ' ms');
  });
}

function timeOf(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return percentile(times, 0.5);
}
