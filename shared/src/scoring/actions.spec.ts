import { aMonth, aYear } from '../samples';
import { applyAction } from './actions';

const MONTH = aMonth().notDone(2).late(1).missing(1).applied(2).built;
const YEAR = aYear('60', 2, 1);

describe('a case as it would have been', () => {
  it('changes what the action names and nothing else', () => {
    const changed = applyAction(MONTH, { kind: 'complete-measures', measures: ['m2'] });
    expect(changed).toEqual({
      ...MONTH,
      measures: [MONTH.measures[0], { id: 'm2', done: true, failedSpotCheck: false }],
    });
    expect(MONTH.measures[1]!.done).toBe(false);
  });

  it('hands in at the last millisecond in time', () => {
    const changed = applyAction(MONTH, { kind: 'hand-in-on-time', obligations: ['o2'] });
    expect(changed.obligations[1]!.metAt).toBe('2022-05-20T15:59:59.999Z');
    expect(changed.obligations[0]).toEqual(MONTH.obligations[0]);
  });

  it('gives what it adds an id that is not taken', () => {
    const taken = aMonth({ information: [{ id: 'new-2', highQuality: false, adopted: false }] }).built;
    const changed = applyAction(taken, { kind: 'add-information', highQuality: true, adopted: false });
    expect(changed.information.map(({ id }) => id)).toEqual(['new-2', 'new-3']);
  });

  it('scores months that are there anew and adds those that are missing', () => {
    const changed = applyAction(YEAR, { kind: 'score-months', months: ['2022-05', '2022-09'], rawTotal: '70' });
    expect(changed.months).toEqual([
      { month: '2022-04', rawTotal: '60' },
      { month: '2022-05', rawTotal: '70' },
      { month: '2022-09', rawTotal: '70' },
    ]);
  });

  it('rules otherwise', () => {
    const action = { kind: 'rule', ruling: 'annualReading', value: 'single', label: '' } as const;
    expect(applyAction(YEAR, action).rulings).toEqual({ annualReading: 'single' });
  });

  it('leaves a case of the other kind as it is', () => {
    expect(applyAction(YEAR, { kind: 'complete-measures', measures: ['m1'] })).toEqual(YEAR);
    expect(applyAction(MONTH, { kind: 'add-innovation', innovation: 1 })).toEqual(MONTH);
  });
});
