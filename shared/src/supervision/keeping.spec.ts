import { keepGap, type LeftStanding } from '.';

const TALK = { kind: 'talk', ground: 'still-short' } as const;
const LISTING = { kind: 'listing', ground: 'late' } as const;
const CLUE = { kind: 'clue', ground: 'after-notices' } as const;

type Before = LeftStanding['notices'][number];
const ORDER: Before = { kind: 'order', state: 'issued', isCleared: false };
const VOIDED: Before = { ...ORDER, state: 'voided' };
const CLEARED: Before = { ...ORDER, isCleared: true };
const WARNING: Before = { ...ORDER, kind: 'warning' };

describe('whether a shaken notice can be said to stand (维持, art. 14, 16)', () => {
  it.each<[string, Parameters<typeof keepGap>[0], readonly Before[], Partial<LeftStanding>, string | null]>([
    ['a talk on an order', TALK, [ORDER], {}, null],
    ['a talk on a correction in the place of the order', TALK, [{ ...ORDER, state: 'corrected' }, ORDER], {}, null],
    ['a talk on a listing that is void, with the order before it', TALK, [VOIDED, ORDER], {}, null],
    ['a talk on nothing but what is void', TALK, [VOIDED, VOIDED], {}, 'keep-groundless'],
    [
      'a talk on a void order and a warning, which art. 14 does not name',
      TALK,
      [VOIDED, WARNING],
      {},
      'keep-groundless',
    ],
    ['a talk on an order from a cleared finding', TALK, [CLEARED], { isAboutMore: true }, 'keep-cleared'],
    ['a talk on poor organisation', { kind: 'talk', ground: 'weak-organisation' }, [VOIDED], {}, null],
    ['a listing on a void order, by its own facts', LISTING, [VOIDED], {}, null],
    ['a listing on an order from a cleared finding', LISTING, [CLEARED], {}, 'keep-cleared'],
    [
      'a listing on such an order, about something that is owed as well',
      LISTING,
      [CLEARED],
      { isAboutMore: true },
      null,
    ],
    ['a clue on a circular alone', CLUE, [], { isNamed: true }, null],
    ['a clue on nothing in force', CLUE, [], {}, 'keep-groundless'],
    ['a clue on a slip, which art. 16 does not name', CLUE, [{ ...ORDER, kind: 'slip' }], {}, 'keep-groundless'],
  ])('%s', (...[, notice, notices, change, code]) => {
    const gap = keepGap(notice, { notices, isNamed: false, isAboutMore: false, ...change });
    expect(gap?.code ?? null).toBe(code === null ? null : `supervision.${code}`);
  });
});
