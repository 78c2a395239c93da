import fc from 'fast-check';
import {
  APPLICATION_STATES,
  creditedPeriodAt,
  cycleOf,
  decideEnd,
  decideMonth,
  endMonthsOf,
  isForgotten,
  MONTH_VERDICTS,
  monthCreditOf,
  type Creditable,
  type EndContext,
  type MonthVerdict,
} from '.';
import { HEIHE_2022 } from '../samples';

const CYCLE = cycleOf(HEIHE_2022.settings);
const NOW = '2022-05-18T01:00:00.000Z';
const anyPeriod = fc.constantFrom(...CYCLE.months);
const anyApplication: fc.Arbitrary<Creditable> = fc
  .record({
    state: fc.constantFrom(...APPLICATION_STATES),
    credit: fc.constantFrom('each-month', 'once'),
    fromPeriod: anyPeriod,
    submittedAt: anyPeriod.map((period) => `${period}-12T01:00:00.000Z`),
    creditedPeriod: anyPeriod,
    endedFrom: fc.option(anyPeriod),
  })
  .map((application) => ({
    ...application,
    fromPeriod: application.credit === 'each-month' ? application.fromPeriod : null,
    creditedPeriod:
      application.credit === 'once' && application.state === 'approved' ? application.creditedPeriod : null,
  }));

describe('the months to which an adjustment counts (Q15)', () => {
  const monthly: Creditable = {
    state: 'approved',
    credit: 'each-month',
    fromPeriod: '2022-05',
    submittedAt: NOW,
    creditedPeriod: null,
    endedFrom: null,
  };

  it('are those in which an added task or raised target was confirmed, from the month applied for on', () => {
    expect(monthCreditOf(monthly, '2022-05', 'carried-out')).toBe('counts');
    expect(monthCreditOf(monthly, '2022-06', null)).toBe('waits');
    expect(monthCreditOf(monthly, '2022-06', 'not-carried-out')).toBe('refused');
    expect(monthCreditOf(monthly, '2022-04', 'carried-out')).toBeNull();
  });

  it('are none from the month on in which it was ended, whatever was said about it', () => {
    const ended = { ...monthly, endedFrom: '2022-06' };
    expect(monthCreditOf(ended, '2022-05', 'carried-out')).toBe('counts');
    expect(MONTH_VERDICTS.map((verdict) => monthCreditOf(ended, '2022-06', verdict))).toEqual([null, null]);
    expect(monthCreditOf(ended, '2022-07', null)).toBeNull();
  });

  it('are forgotten where it counts to none and one of them waits for a word, and not where each was denied', () => {
    const months = ['2022-04', '2022-05', '2022-06'];
    const said = (may: MonthVerdict | null, june: MonthVerdict | null) => (period: string) =>
      period === '2022-05' ? may : june;
    expect(isForgotten(monthly, months, said(null, null))).toBe(true);
    expect(isForgotten(monthly, months, said('not-carried-out', null))).toBe(true);
    expect(isForgotten(monthly, months, said('carried-out', null))).toBe(false);
    expect(isForgotten(monthly, months, said('not-carried-out', 'not-carried-out'))).toBe(false);
    expect(isForgotten({ ...monthly, endedFrom: '2022-06' }, months, said('not-carried-out', null))).toBe(false);
    expect(isForgotten(monthly, ['2022-04'], said(null, null))).toBe(false);
    expect(isForgotten({ ...monthly, state: 'submitted' }, months, said(null, null))).toBe(false);
  });

  it('is for 地方首创 the one in which it was approved', () => {
    const once: Creditable = { ...monthly, credit: 'once', fromPeriod: null, creditedPeriod: '2022-06' };
    expect(CYCLE.months.filter((month) => monthCreditOf(once, month, null) === 'counts')).toEqual(['2022-06']);
    expect(monthCreditOf({ ...once, state: 'submitted', creditedPeriod: null }, '2022-05', null)).toBe('waits');
  });

  it('are none without an approval, and never more than one for what counts once', () => {
    fc.assert(
      fc.property(anyApplication, fc.constantFrom(null, ...MONTH_VERDICTS), (application, verdict) => {
        const counted = CYCLE.months.filter((month) => monthCreditOf(application, month, verdict) === 'counts');
        if (application.state !== 'approved') expect(counted).toEqual([]);
        if (application.credit === 'once') expect(counted.length).toBeLessThanOrEqual(1);
        for (const month of counted) {
          expect(month >= (application.fromPeriod ?? '')).toBe(true);
          if (application.credit === 'each-month') expect(month < (application.endedFrom ?? '9999-12')).toBe(true);
        }
      }),
    );
  });

  it('lie in the cycle, however late an approval comes', () => {
    expect(creditedPeriodAt('2022-05-31T15:59:59.999Z', CYCLE)).toBe('2022-05');
    expect(creditedPeriodAt('2022-05-31T16:00:00.000Z', CYCLE)).toBe('2022-06');
    expect(creditedPeriodAt('2023-01-10T01:00:00.000Z', CYCLE)).toBe('2022-12');
    expect(creditedPeriodAt('2022-03-10T01:00:00.000Z', CYCLE)).toBe('2022-04');
  });

  it.each([
    ['month-outside', '2023-01', 'carried-out', null],
    ['month-outside', '2022-03', 'carried-out', null],
    ['month-before', '2022-04', 'carried-out', null],
    ['month-ahead', '2022-06', 'carried-out', null],
    ['already-confirmed', '2022-05', 'carried-out', 'carried-out'],
  ] as const)('are refused as %s: %s %s', (reason, period, verdict, standing) => {
    const context = { fromPeriod: '2022-05', endedFrom: null, months: CYCLE.months, standing, now: NOW };
    const outcome = decideMonth({ period, verdict, reason: '' }, context);
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: `applications.${reason}` }] });
  });

  it('are denied only with a reason, which the unit reads', () => {
    const months = { fromPeriod: '2022-05', endedFrom: null, months: CYCLE.months } as const;
    const context = { ...months, standing: 'carried-out', now: NOW } as const;
    const request = { period: '2022-05', verdict: 'not-carried-out' } as const;
    expect(decideMonth({ ...request, reason: ' \u200B' }, context).ok).toBe(false);
    expect(decideMonth({ ...request, reason: ' 没有会议材料。' }, context)).toMatchObject({
      value: { reason: '没有会议材料。' },
    });
  });
});

describe('letting an application stop to count (停止记分)', () => {
  const context: EndContext = {
    fromPeriod: '2022-04',
    endedFrom: null,
    months: CYCLE.months,
    published: ['2022-05', '2022-04'],
  };
  const later = ['2022-06', '2022-07', '2022-08', '2022-09', '2022-10', '2022-11', '2022-12'];

  it('is free from the months behind every one that was told to all', () => {
    expect(endMonthsOf(context)).toEqual(later);
    expect(endMonthsOf({ ...context, published: [] })).toEqual(['2022-05', ...later]);
    expect(endMonthsOf({ ...context, endedFrom: '2022-08' })).toEqual(['2022-06', '2022-07']);
    expect(endMonthsOf({ ...context, published: CYCLE.months })).toEqual([]);
    expect(endMonthsOf({ ...context, fromPeriod: null })).toEqual([]);
  });

  it.each([
    ['month-outside', '2023-01', {}],
    ['told', '2022-05', {}],
    ['told', '2022-04', {}],
    ['month-before', '2022-04', { fromPeriod: '2022-05', published: [] }],
    ['ends-at-once', '2022-04', { published: [] }],
    ['already-ended', '2022-09', { endedFrom: '2022-09' }],
  ] as const)('is refused as %s from %s', (reason, fromPeriod, part) => {
    const outcome = decideEnd({ fromPeriod, reason: '任务取消。' }, { ...context, ...part });
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: `applications.${reason}` }] });
  });

  it('takes exactly the months that are named as free, with a reason', () => {
    fc.assert(
      fc.property(
        fc.subarray([...CYCLE.months]),
        anyPeriod,
        fc.option(anyPeriod),
        (published, fromPeriod, endedFrom) => {
          const asked = { ...context, published, fromPeriod, endedFrom };
          const taken = CYCLE.months.filter((month) => decideEnd({ fromPeriod: month, reason: '取消。' }, asked).ok);
          expect(taken).toEqual(endMonthsOf(asked));
        },
      ),
    );
    expect(decideEnd({ fromPeriod: '2022-06', reason: ' ' }, context).ok).toBe(false);
    expect(decideEnd({ fromPeriod: '2022-06', reason: ' 取消。' }, context)).toMatchObject({
      value: { reason: '取消。' },
    });
  });
});
