import fc from 'fast-check';
import { contactDays, decideContact, decideStrike, type TypedContact } from '.';

const SPAN = { firstPeriod: '2022-04', lastPeriod: '2022-12' };
/** 23:59:59.999 of 20 May in Beijing. */
const NOW = '2022-05-20T15:59:59.999Z';

function aContact(change: Partial<TypedContact> = {}): TypedContact {
  return { contactedOn: '2022-05-18', channel: 'phone', subject: '催报5月月报', result: '20日前报', ...change };
}

function codesOf(typed: TypedContact, now = NOW): readonly string[] {
  const outcome = decideContact(typed, SPAN, now);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
}

describe('noting a contact (art. 4)', () => {
  it('keeps day, channel, subject on one line and result', () => {
    const outcome = decideContact(aContact({ subject: ' 催报\n5月月报 ', result: ' 一\r\n二 ' }), SPAN, NOW);
    expect(outcome).toEqual({
      ok: true,
      value: { contactedOn: '2022-05-18', channel: 'phone', subject: '催报 5月月报', result: '一\n二' },
    });
  });

  it('asks for no result', () => {
    expect(codesOf(aContact({ result: '' }))).toEqual([]);
  });

  it('takes today to the last millisecond, and tomorrow not before it has begun in Beijing', () => {
    expect(codesOf(aContact({ contactedOn: '2022-05-20' }))).toEqual([]);
    expect(codesOf(aContact({ contactedOn: '2022-05-21' }))).toEqual(['coordination.date-ahead']);
    expect(codesOf(aContact({ contactedOn: '2022-05-21' }), '2022-05-20T16:00:00.000Z')).toEqual([]);
  });

  it.each([
    ['the day before the first month', '2022-03-31', NOW, 'coordination.date-too-early'],
    ['the day after the last month', '2023-01-01', '2023-02-01T00:00:00.000Z', 'coordination.date-too-late'],
    ['a day that does not exist', '2022-02-30', NOW, 'coordination.date-unreadable'],
    ['no day', '', NOW, 'coordination.date-unreadable'],
    ['a number', 20220518, NOW, 'coordination.date-unreadable'],
  ])('refuses %s', (_what, contactedOn, now, code) => {
    expect(codesOf(aContact({ contactedOn }), now)).toEqual([code]);
  });

  it('takes the first and the last day of the months', () => {
    expect(codesOf(aContact({ contactedOn: '2022-04-01' }))).toEqual([]);
    expect(codesOf(aContact({ contactedOn: '2022-12-31' }), '2023-02-01T00:00:00.000Z')).toEqual([]);
    expect(contactDays(SPAN, NOW)).toEqual({ first: '2022-04-01', last: '2022-05-20' });
    expect(contactDays(SPAN, '2023-02-01T00:00:00.000Z').last).toBe('2022-12-31');
  });

  it('names every fault at once', () => {
    const faults = aContact({ contactedOn: null, channel: 'fax', subject: '\u200b', result: '好'.repeat(501) });
    expect(codesOf(faults)).toEqual([
      'coordination.date-unreadable',
      'coordination.channel-missing',
      'coordination.subject-missing',
      'coordination.result-too-long',
    ]);
  });

  it('counts limits in characters, emoji as one', () => {
    expect(codesOf(aContact({ subject: '😀'.repeat(60) }))).toEqual([]);
    expect(codesOf(aContact({ subject: '好'.repeat(61) }))).toEqual(['coordination.subject-too-long']);
    expect(codesOf(aContact({ result: '好'.repeat(500) }))).toEqual([]);
    expect(codesOf(aContact({ result: 'x'.repeat(10_000_000) }))).toEqual(['coordination.result-too-long']);
  });

  it('answers whatever is typed, and never throws', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.anything(),
        fc.anything(),
        fc.anything(),
        (contactedOn, channel, subject, result) => {
          expect(typeof decideContact({ contactedOn, channel, subject, result }, SPAN, NOW).ok).toBe('boolean');
        },
      ),
    );
  });
});

describe('striking an entry out', () => {
  const strike = (struckAt: string | null, reason: unknown): readonly string[] | string => {
    const outcome = decideStrike({ struckAt }, reason);
    return outcome.ok ? outcome.value.reason : outcome.refusals.map(({ code }) => code);
  };

  it('asks why, in at most 200 characters', () => {
    expect(strike(null, ' 记错了单位 ')).toBe('记错了单位');
    expect(strike(null, ' ')).toEqual(['coordination.strike-reason-missing']);
    expect(strike(null, '好'.repeat(201))).toEqual(['coordination.strike-reason-too-long']);
    expect(strike(null, undefined)).toEqual(['coordination.strike-reason-missing']);
  });

  it('happens once', () => {
    expect(strike(NOW, '记错了')).toEqual(['coordination.already-struck']);
  });
});
