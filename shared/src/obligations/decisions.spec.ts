import fc from 'fast-check';
import { addMinutes, atBeijing, type Outcome } from '../kernel';
import { CALENDAR_2022, HEIHE_2022 } from '../samples';
import { decideExtend, decideGrant, decideShorten, decideUnwaive, decideWaive } from './decisions';
import { outageExtension, type Outage } from './outage';

const DUE = atBeijing('2022-05-20', '24:00');
const NOW = atBeijing('2022-05-19', '10:00');
const LATER = atBeijing('2022-05-24', '24:00');
const OWED = { dueAt: DUE, closesAt: null, metAt: null, waivedAt: null };

function codes(outcome: Outcome<unknown>): readonly string[] {
  return outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code);
}

describe('more time that a unit asked for', () => {
  const HANDED_IN = { ...OWED, metAt: atBeijing('2022-05-21', '10:00') };
  const AFTER_ALL = atBeijing('2022-05-25', '09:00');

  it('is given as any other while it is owed', () => {
    expect(decideGrant(OWED, LATER, '汛期', NOW)).toEqual(decideExtend(OWED, LATER, '汛期', NOW));
    expect(codes(decideGrant(OWED, LATER, '汛期', AFTER_ALL))).toEqual(['obligations.due-in-past']);
  });

  it('is given also for what came in meanwhile, when that time is over too', () => {
    expect(decideGrant(HANDED_IN, LATER, '汛期', AFTER_ALL)).toMatchObject({ ok: true, value: { dueAt: LATER } });
  });

  it.each([
    ['no later time', HANDED_IN, DUE, ['obligations.due-not-later']],
    ['a day of another year', HANDED_IN, '2029-05-09T16:00:00.000Z', ['obligations.due-too-far']],
    ['no time at all', HANDED_IN, '5月24日', ['obligations.due-unreadable']],
    ['what is waived', { ...HANDED_IN, waivedAt: NOW }, LATER, ['obligations.already-waived']],
  ])('is refused for %s', (_, obligation, newDueAt, expected) => {
    expect(codes(decideGrant(obligation, newDueAt, '汛期', AFTER_ALL))).toEqual(expected);
  });
});

describe('more time for one unit', () => {
  it('moves the due time with its reason, cleaned', () => {
    expect(decideExtend(OWED, LATER, '  汛期值守\u200B ', NOW)).toEqual({
      ok: true,
      value: { dueAt: LATER, closesAt: null, reason: '汛期值守' },
    });
  });

  it('moves the closing along by the same span', () => {
    const outcome = decideExtend({ ...OWED, closesAt: atBeijing('2022-05-30', '24:00') }, LATER, '汛期', NOW);
    expect(outcome.ok && outcome.value.closesAt).toBe(atBeijing('2022-06-03', '24:00'));
  });

  it('can still be given after the due time, while nothing is in', () => {
    expect(decideExtend(OWED, LATER, '汛期', atBeijing('2022-05-22', '09:00')).ok).toBe(true);
  });

  it.each([
    ['a moment that has passed', OWED, atBeijing('2022-05-18', '24:00'), '汛期', ['obligations.due-in-past']],
    ['now itself', OWED, NOW, '汛期', ['obligations.due-in-past']],
    ['a day of another year', OWED, '2029-05-09T16:00:00.000Z', '汛期', ['obligations.due-too-far']],
    ['the due time there is', OWED, DUE, '汛期', ['obligations.due-not-later']],
    ['an earlier one', OWED, atBeijing('2022-05-20', '12:00'), '汛期', ['obligations.due-not-later']],
    ['no time at all', OWED, '5月24日', '汛期', ['obligations.due-unreadable']],
    ['no reason', OWED, LATER, ' \u200B', ['obligations.reason-missing']],
    ['a reason that is no text', OWED, LATER, { toString: null }, ['obligations.reason-missing']],
    ['a reason of 201 characters', OWED, LATER, '😀'.repeat(201), ['obligations.reason-too-long']],
    ['10 MB of reason', OWED, LATER, 'x'.repeat(10_000_000), ['obligations.reason-too-long']],
    ['what is in already', { ...OWED, metAt: NOW }, LATER, '汛期', ['obligations.already-handed-in']],
    ['what is waived', { ...OWED, waivedAt: NOW }, LATER, '汛期', ['obligations.already-waived']],
    [
      'everything wrong at once',
      { ...OWED, metAt: NOW },
      '',
      '',
      ['obligations.already-handed-in', 'obligations.due-unreadable', 'obligations.reason-missing'],
    ],
  ])('is refused for %s', (_, obligation, newDueAt, ...[reason, expected]) => {
    expect(codes(decideExtend(obligation, newDueAt, reason, NOW))).toEqual(expected);
  });

  it('takes a reason of exactly 200 characters', () => {
    expect(decideExtend(OWED, LATER, '😀'.repeat(200), NOW).ok).toBe(true);
  });
});

describe('an extension that was a slip of the finger', () => {
  const EXTENDED = { ...OWED, dueAt: LATER, ownDueAt: DUE };

  it('is taken back with its reason, and the closing moves along', () => {
    expect(decideShorten(EXTENDED, DUE, '点错了一家', NOW)).toEqual({
      ok: true,
      value: { dueAt: DUE, closesAt: null, reason: '点错了一家' },
    });
    const closing = decideShorten({ ...EXTENDED, closesAt: atBeijing('2022-06-03', '24:00') }, DUE, '点错', NOW);
    expect(closing.ok && closing.value.closesAt).toBe(atBeijing('2022-05-30', '24:00'));
  });

  it('is shortened to any day between, but never to a moment that has passed', () => {
    const day = atBeijing('2022-05-22', '24:00');
    expect(decideShorten(EXTENDED, day, '多给了两天', NOW).ok).toBe(true);
    const onTheDay = atBeijing('2022-05-23', '09:00');
    expect(codes(decideShorten(EXTENDED, day, '多给了两天', onTheDay))).toEqual(['obligations.due-in-past']);
  });

  it.each([
    ['what nobody extended', { ...OWED, ownDueAt: DUE }, DUE, '点错', ['obligations.not-extended']],
    ['the due time there is', EXTENDED, LATER, '点错', ['obligations.due-not-earlier']],
    [
      'a moment before the own due time',
      EXTENDED,
      atBeijing('2022-05-20', '23:59'),
      '点错',
      ['obligations.due-before-own'],
    ],
    ['no time at all', EXTENDED, { then: 1 }, '点错', ['obligations.due-unreadable']],
    ['no reason', EXTENDED, DUE, ' ', ['obligations.reason-missing']],
    ['what is in already', { ...EXTENDED, metAt: NOW }, DUE, '点错', ['obligations.already-handed-in']],
    ['what is waived', { ...EXTENDED, waivedAt: NOW }, DUE, '点错', ['obligations.already-waived']],
  ])('is not shortened for %s', (_, obligation, newDueAt, ...[reason, expected]) => {
    expect(codes(decideShorten(obligation, newDueAt, reason, NOW))).toEqual(expected);
  });
});

describe('letting a unit off', () => {
  it('records when and why, and can be taken back', () => {
    expect(decideWaive(OWED, '本月机构改革', NOW)).toEqual({
      ok: true,
      value: { waivedAt: NOW, reason: '本月机构改革' },
    });
    expect(decideUnwaive({ waivedAt: NOW }).ok).toBe(true);
  });

  it('is refused for what is in, waived already, or without reason', () => {
    expect(codes(decideWaive({ metAt: NOW, waivedAt: null }, '因', NOW))).toEqual(['obligations.already-handed-in']);
    expect(codes(decideWaive({ metAt: null, waivedAt: NOW }, '', NOW))).toEqual([
      'obligations.already-waived',
      'obligations.reason-missing',
    ]);
    expect(codes(decideUnwaive({ waivedAt: null }))).toEqual(['obligations.not-waived']);
  });
});

describe('when the platform itself was down (M11)', () => {
  const rule = { windowHours: 24, minimumMinutes: 60, extendWorkingDays: 1, article: '第九条' };
  const extend = (outages: readonly Outage[], change = {}): ReturnType<typeof outageExtension> =>
    outageExtension({ ...rule, ...change }, outages, DUE, CALENDAR_2022);
  const span = (from: string, to: string): Outage => ({
    from: atBeijing('2022-05-20', from),
    to: atBeijing('2022-05-20', to),
  });

  it('moves the due time of an evening outage to 24:00 of the next working day, with the reason', () => {
    expect(extend([span('22:00', '24:00')])).toEqual({
      dueAt: atBeijing('2022-05-23', '24:00'),
      minutes: 120,
      reason: '截止前24小时内，平台有120分钟用不了，按第九条顺延。',
    });
  });

  it('applies from the minimum on, and not a minute sooner', () => {
    expect(extend([span('22:00', '23:00')])?.minutes).toBe(60);
    expect(extend([{ from: atBeijing('2022-05-20', '22:00'), to: '2022-05-20T14:59:59.999Z' }])).toBeNull();
    expect(extend([])).toBeNull();
    expect(extend([], { minimumMinutes: 0 })).toBeNull();
  });

  it('adds up several outages, overlapping ones once, only within the window', () => {
    expect(extend([span('20:00', '20:30'), span('20:15', '20:40'), span('23:30', '24:00')])?.minutes).toBe(70);
    expect(extend([{ from: atBeijing('2022-05-19', '10:00'), to: atBeijing('2022-05-19', '24:00') }])).toBeNull();
    expect(extend([{ from: atBeijing('2022-05-20', '23:30'), to: atBeijing('2022-05-21', '09:00') }])).toBeNull();
  });

  it('never counts more than the window nor less than the longest outage in it', () => {
    const outage = fc
      .tuple(fc.integer({ min: -3000, max: 300 }), fc.integer({ min: 0, max: 600 }))
      .map(([start, length]) => ({ from: addMinutes(DUE, start), to: addMinutes(DUE, start + length) }));
    fc.assert(
      fc.property(fc.array(outage, { maxLength: 8 }), (outages) => {
        const minutes = extend(outages, { minimumMinutes: 1 })?.minutes ?? 0;
        const within = outages.map(({ from, to }) => {
          const start = Math.max(Date.parse(from), Date.parse(DUE) - 24 * 3_600_000);
          return Math.max(0, (Math.min(Date.parse(to), Date.parse(DUE)) - start) / 60_000);
        });
        expect(minutes).toBeLessThanOrEqual(
          Math.min(
            24 * 60,
            within.reduce((sum, value) => sum + value, 0),
          ),
        );
        expect(minutes).toBeGreaterThanOrEqual(Math.max(0, ...within));
      }),
    );
  });

  it('is part of the sample group', () => {
    expect(outageExtension(HEIHE_2022.settings.outage, [span('22:00', '24:00')], DUE, CALENDAR_2022)?.dueAt).toBe(
      atBeijing('2022-05-23', '24:00'),
    );
  });
});
