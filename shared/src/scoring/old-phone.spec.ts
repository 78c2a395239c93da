import { aMonth, aYear } from '../samples';
import { scoreInput } from './score';

describe('on a phone without numbers beyond 2^53', () => {
  const wide = globalThis.BigInt;
  beforeEach(() => Reflect.deleteProperty(globalThis, 'BigInt'));
  afterEach(() => Reflect.set(globalThis, 'BigInt', wide));

  it('a month is scored as everywhere, the longest ledger and a factor of four places too', () => {
    const long = aMonth().done(9967).failed(31).notDone(2).late(3).ruled({ monthlyFactor: '0.6667' }).built;
    const outcome = scoreInput(long);
    expect(outcome).toMatchObject({ ok: true, value: { raw: { total: '41.87' }, score: '27.91' } });
  });

  it('a year is left to the computer, with a sentence', () => {
    expect(scoreInput(aYear('65', 9, 1))).toMatchObject({
      ok: false,
      refusals: [{ code: 'scoring.year-not-here' }],
    });
  });
});
