import { BASIS_LIMIT, decideEntry } from './entry';

const BOUNDS = { period: '2022-05', returnedAt: null, now: '2022-05-21T01:05:00.000Z' } as const;
const BASIS = '邮箱服务器收信时间';

function codesOf(entry: { receivedAt: unknown; basis: unknown }, bounds: Parameters<typeof decideEntry>[1] = BOUNDS) {
  const outcome = decideEntry(entry, bounds);
  return outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code);
}

describe('Entering a hand-in that came another way (代录)', () => {
  it.each([
    ['the first moment of the month in Beijing', '2022-04-30T16:00:00.000Z', []],
    ['the moment before it', '2022-04-30T15:59:59.999Z', ['reporting.received-before-period']],
    ['this very moment', BOUNDS.now, []],
    ['a moment to come', '2022-05-21T01:05:00.001Z', ['reporting.received-in-future']],
    ['a time without a date that exists', '2022-05-32T00:00:00.000Z', ['reporting.received-unreadable']],
    ['a time with another offset', '2022-05-20T21:48:00+08:00', ['reporting.received-unreadable']],
    ['a number', 1653054483000, ['reporting.received-unreadable']],
    ['nothing', undefined, ['reporting.received-unreadable']],
  ])('judges %s', (_what, receivedAt, codes) => {
    expect(codesOf({ receivedAt, basis: BASIS })).toEqual(codes);
  });

  it('cannot answer a return before the return', () => {
    const bounds = { ...BOUNDS, returnedAt: '2022-05-20T01:00:00.000Z' };
    expect(codesOf({ receivedAt: '2022-05-20T01:00:00.000Z', basis: BASIS }, bounds)).toEqual([]);
    expect(codesOf({ receivedAt: '2022-05-20T00:59:59.999Z', basis: BASIS }, bounds)).toEqual([
      'reporting.received-before-return',
    ]);
  });

  it('needs a basis, tidied and not too long', () => {
    const receivedAt = '2022-05-20T13:48:03.000Z';
    expect(decideEntry({ receivedAt, basis: '  收文登记簿第12号 ' }, BOUNDS)).toEqual({
      ok: true,
      value: { receivedAt, basis: '收文登记簿第12号' },
    });
    expect(codesOf({ receivedAt, basis: '\u3000\u0000' })).toEqual(['reporting.basis-missing']);
    expect(codesOf({ receivedAt, basis: null })).toEqual(['reporting.basis-missing']);
    expect(codesOf({ receivedAt, basis: '据'.repeat(BASIS_LIMIT) })).toEqual([]);
    expect(codesOf({ receivedAt, basis: '据'.repeat(BASIS_LIMIT + 1) })).toEqual(['reporting.basis-too-long']);
    expect(codesOf({ receivedAt, basis: '据'.repeat(1_000_000) })).toEqual(['reporting.basis-too-long']);
  });

  it('names every reason against it', () => {
    expect(codesOf({ receivedAt: 'gestern', basis: '' })).toEqual([
      'reporting.received-unreadable',
      'reporting.basis-missing',
    ]);
  });
});
