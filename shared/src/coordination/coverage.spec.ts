import fc from 'fast-check';
import { coverageOf, coverageSentence, currentOf, periodsOf, type CoverageCell, type CoverageStanding } from '.';

const SPAN = { firstPeriod: '2022-04', lastPeriod: '2022-12' };
const MONTHS = periodsOf(SPAN);
const MAY_20 = '2022-05-20T04:00:00.000Z';

function cellsOf(days: readonly string[], now = MAY_20): readonly CoverageCell[] {
  const contacts = days.map((contactedOn) => ({ unitId: 'u', contactedOn }));
  return coverageOf(['u'], contacts, MONTHS, now).get('u') ?? [];
}

function standingsOf(days: readonly string[], now = MAY_20): readonly CoverageStanding[] {
  return cellsOf(days, now).map(({ standing }) => standing);
}

describe('at least one contact a month with each unit (art. 4)', () => {
  it('has the nine months from April to December', () => {
    expect(MONTHS).toHaveLength(9);
    expect([MONTHS[0], MONTHS.at(-1)]).toEqual(['2022-04', '2022-12']);
  });

  it('tells a month without contact that is over from the one that runs and those to come', () => {
    expect(standingsOf([])).toEqual(['gap', 'open', ...Array.from({ length: 7 }, () => 'ahead')]);
    expect(standingsOf(['2022-04-30', '2022-05-01']).slice(0, 3)).toEqual(['contacted', 'contacted', 'ahead']);
  });

  it('turns at the Beijing midnight', () => {
    expect(standingsOf([], '2022-05-31T15:59:59.999Z').slice(1, 3)).toEqual(['open', 'ahead']);
    expect(standingsOf([], '2022-05-31T16:00:00.000Z').slice(1, 3)).toEqual(['gap', 'open']);
  });

  it('counts contacts and knows the latest, in whatever order they come', () => {
    expect(cellsOf(['2022-05-06', '2022-05-19', '2022-05-11'])[1]).toEqual({
      standing: 'contacted',
      count: 3,
      lastOn: '2022-05-19',
    });
  });

  it('counts every contact exactly once, in its own month and for its own unit', () => {
    const units = ['a', 'b', 'c'];
    const day = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
    const contact = fc.record({ unitId: fc.constantFrom(...units, 'stranger'), on: day });
    fc.assert(
      fc.property(fc.array(contact), (drawn) => {
        const contacts = drawn.map(({ unitId, on }) => ({
          unitId,
          contactedOn: `2022-${String(on.month).padStart(2, '0')}-${String(on.day).padStart(2, '0')}`,
        }));
        const cells = [...coverageOf(units, contacts, MONTHS, MAY_20).values()].flat();
        const counting = contacts.filter(
          ({ unitId, contactedOn }) => units.includes(unitId) && contactedOn >= '2022-04',
        );
        expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(counting.length);
        expect(cells.every(({ standing, count }) => (standing === 'contacted') === count > 0)).toBe(true);
      }),
    );
  });

  it('looks first at the month that runs, before and after the year at the nearest', () => {
    expect(currentOf(SPAN, MAY_20)).toBe('2022-05');
    expect(currentOf(SPAN, '2022-01-03T00:00:00.000Z')).toBe('2022-04');
    expect(currentOf(SPAN, '2023-03-03T00:00:00.000Z')).toBe('2022-12');
  });
});

describe('the month in one sentence', () => {
  const unit = (unitName: string, standing: CoverageStanding) => ({ unitName, standing });

  it('names everybody who was not talked with yet', () => {
    const units = [unit('爱辉区', 'contacted'), unit('逊克县', 'open'), unit('市司法局', 'open')];
    expect(coverageSentence('2022-05', units)).toBe('5月还有2家没联系：逊克县、市司法局。');
  });

  it('speaks of a month that is over as over', () => {
    const units = [unit('爱辉区', 'contacted'), unit('逊克县', 'gap')];
    expect(coverageSentence('2022-04', units)).toBe('4月有1家没联系：逊克县。');
  });

  it('says when all were talked with, when the month has not begun, and when there is nobody', () => {
    expect(coverageSentence('2022-05', [unit('爱辉区', 'contacted')])).toBe('5月1家都联系过了。');
    expect(coverageSentence('2022-06', [unit('爱辉区', 'ahead')])).toBe('6月还没到。');
    expect(coverageSentence('2022-06', [])).toBe('6月没有要联系的单位。');
  });
});
