import { HEIHE_2022, INVESTMENT_2022 } from '../samples';
import { decideSpotCheck, spotCheckActions, type SpotCheckSituation } from './decide';
import { checkFindingText, checkWithdrawalReason, FINDING_LIMITS } from './findings';
import { monthsOfCycle, spotCheckRuleOf } from './rule';

const MAY = spotCheckRuleOf(HEIHE_2022.settings, '2022-05')!;

const at = (now: string, more: Partial<SpotCheckSituation> = {}): SpotCheckSituation => ({
  state: 'unannounced',
  role: 'lead-officer',
  rule: MAY,
  undrawnBefore: null,
  now,
  ...more,
});
const codeOf = (action: 'announce' | 'draw' | 'record-finding', situation: SpotCheckSituation): string => {
  const outcome = decideSpotCheck(action, situation);
  return outcome.ok ? outcome.value : outcome.refusals[0].code;
};

describe('When a month’s spot check is announced and drawn (R51, Q17, Q24)', () => {
  it('is announced by itself on the last working day before the month, drawn when the self-assessments are due', () => {
    expect(MAY.announcesAt).toBe('2022-04-29T08:00:00.000Z');
    expect(MAY.beginsAt).toBe('2022-04-30T16:00:00.000Z');
    expect(MAY.drawableAt).toBe('2022-05-23T16:00:00.000Z');
    expect(MAY).toMatchObject({ units: 2, mostMonths: 3, unitKinds: ['county'], firstPeriod: '2022-04' });
  });

  it('follows the data of the year', () => {
    const settings = { ...HEIHE_2022.settings, spotCheck: { units: 3, mostMonths: 4, announceAt: '09:00' } };
    expect(spotCheckRuleOf(settings, '2022-05')).toMatchObject({
      units: 3,
      mostMonths: 4,
      announcesAt: '2022-04-29T01:00:00.000Z',
    });
  });

  it('is not held outside the cycle, nor in a group that asks for no self-assessment', () => {
    expect(spotCheckRuleOf(HEIHE_2022.settings, '2022-03')).toBeNull();
    expect(spotCheckRuleOf(INVESTMENT_2022.settings, '2022-05')).toBeNull();
    expect(monthsOfCycle(HEIHE_2022.settings)).toHaveLength(9);
  });

  it('can be promised to the last millisecond before the month, and not after', () => {
    expect(codeOf('announce', at('2022-04-30T15:59:59.999Z'))).toBe('announced');
    expect(codeOf('announce', at('2022-04-30T16:00:00.000Z'))).toBe('spot-checks.never-announced');
    expect(codeOf('announce', at('2022-04-20T00:00:00.000Z', { state: 'announced' }))).toBe(
      'spot-checks.not-possible-announced',
    );
  });

  it('is not drawn before it is due, without a promise, twice, or before an earlier month', () => {
    const due = '2022-05-23T16:00:00.000Z';
    expect(codeOf('draw', at('2022-05-23T15:59:59.999Z', { state: 'announced' }))).toBe('spot-checks.too-early');
    expect(codeOf('draw', at(due, { state: 'announced' }))).toBe('drawn');
    expect(codeOf('draw', at(due))).toBe('spot-checks.never-announced');
    expect(codeOf('draw', at('2022-04-01T00:00:00.000Z'))).toBe('spot-checks.not-possible-unannounced');
    expect(codeOf('draw', at(due, { state: 'drawn' }))).toBe('spot-checks.not-possible-drawn');
    expect(codeOf('draw', at(due, { state: 'announced', undrawnBefore: '2022-04' }))).toBe('spot-checks.earlier-first');
  });

  it('leaves every step to the lead unit, and findings to what is drawn', () => {
    for (const role of ['liaison', 'leader', 'administrator'] as const) {
      for (const state of ['unannounced', 'announced', 'drawn'] as const) {
        expect(spotCheckActions(at('2022-05-25T00:00:00.000Z', { role, state }))).toEqual([]);
      }
    }
    expect(spotCheckActions(at('2022-05-25T00:00:00.000Z', { state: 'drawn' }))).toEqual([
      'record-finding',
      'withdraw-finding',
    ]);
    expect(codeOf('record-finding', at('2022-05-25T00:00:00.000Z', { state: 'announced' }))).toBe(
      'spot-checks.not-possible-announced',
    );
  });
});

describe('The words of a finding', () => {
  it('are needed, and measured in characters', () => {
    expect(checkFindingText(' \n ')).toMatchObject({ refusals: [{ code: 'spot-checks.text-missing' }] });
    expect(checkFindingText('😀'.repeat(FINDING_LIMITS.text)).ok).toBe(true);
    expect(checkFindingText('字'.repeat(FINDING_LIMITS.text + 1))).toMatchObject({
      refusals: [{ code: 'spot-checks.text-too-long' }],
    });
    expect(checkWithdrawalReason('')).toMatchObject({ refusals: [{ code: 'spot-checks.reason-missing' }] });
    expect(checkWithdrawalReason(' 记错了 ')).toEqual({ ok: true, value: '记错了' });
  });
});
