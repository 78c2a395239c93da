import { SettableClock } from './clock';
import { UlidIds } from './ids';
import { SeededRandomness, SystemRandomness } from './randomness';

const START = '2022-05-17T01:00:00.000Z';

describe('Ids', () => {
  it('sort in the order in which they were made, even when the clock is set back', () => {
    const clock = new SettableClock(START);
    const ids = new UlidIds(clock, new SystemRandomness());
    const made: string[] = [];
    for (let round = 0; round < 500; round += 1) {
      made.push(ids.next());
      clock.advance(round % 3 === 0 ? -60_000 : 1);
    }
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(500);
    for (const id of made) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('come again from the same seed, and differ from another', () => {
    const draw = (seed: string): string[] => {
      const ids = new UlidIds(new SettableClock(START), new SeededRandomness(seed));
      return [ids.next(), ids.next()];
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('of two servers differ in the same millisecond', () => {
    const one = new UlidIds(new SettableClock(START), new SystemRandomness());
    const other = new UlidIds(new SettableClock(START), new SystemRandomness());
    expect(one.next()).not.toBe(other.next());
  });
});

describe('A clock that can be set', () => {
  it('stands still or flows, and says no to what is no time', () => {
    const clock = new SettableClock(START);
    expect(clock.now()).toBe(START);
    clock.advance(61_000);
    expect(clock.now()).toBe('2022-05-17T01:01:01.000Z');
    clock.set('2022-05-20T16:00:00.000Z');
    expect(clock.now()).toBe('2022-05-20T16:00:00.000Z');
    expect(() => {
      clock.set('tomorrow');
    }).toThrow('Not an instant');
  });
});
