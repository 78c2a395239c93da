import { formerReviews, historyNotes, numbersOf, quarterBehind, type CountyQuarter, type FixedNumber } from '.';

describe('a month that was made final anew', () => {
  const final: FixedNumber = {
    number: 1,
    kind: 'final',
    raw: '39.29',
    score: '27.50',
    isReruled: false,
    reason: '',
    byUnit: '市专班牵头单位',
    at: '2022-06-30T01:00:00.000Z',
  };
  const told = (second: Partial<FixedNumber>) => {
    const scores = [final, { ...final, number: 2, at: '2022-07-04T01:00:00.000Z', ...second }];
    const month = { period: '2022-06', assessmentId: 'a1', metAt: null, self: '39.29', reviewed: '39.29' };
    const shown = { ...month, state: 'published' as const, publishedAt: null, letStand: [], formerReviews: [], scores };
    return [
      numbersOf(shown)
        .map(({ label, value }) => `${label} ${value}`)
        .slice(2),
      historyNotes(shown),
    ];
  };

  it('by a ruling on the factor shows both numbers after the factor, never one total twice', () => {
    expect(told({ score: '31.43', isReruled: true })).toEqual([
      ['定稿 39.29', '原折算后 27.50', '折算后 31.43'],
      ['6月30日定稿27.50，按新口径重新定稿31.43（折算后）'],
    ]);
  });

  it('by another ruling or a finding shows both totals, and what moved it', () => {
    expect(told({ raw: '41.79', score: '29.25', isReruled: true })).toEqual([
      ['定稿 39.29', '按新口径定稿 41.79', '折算后 29.25'],
      ['6月30日定稿39.29，按新口径重新定稿41.79'],
    ]);
    expect(told({ raw: '33.58', score: '23.51' })).toEqual([
      ['定稿 39.29', '再定稿 33.58', '折算后 23.51'],
      ['6月30日定稿39.29，重新定稿33.58'],
    ]);
  });

  it('and was corrected after its quarter was told stands beside the quarter until that is told anew', () => {
    const quarter = (number: number): CountyQuarter => ({
      ...{ quarter: 2, periods: ['2022-04', '2022-05', '2022-06'], number: 1 },
      ...{ byUnit: '市专班牵头单位', byName: '经办人甲', at: '2022-07-08T01:20:00.000Z' },
      row: {
        ...{ unitId: 'u6', unitName: '逊克县', mean: '32.18' },
        months: [{ period: '2022-06', score: '31.43', number, isCorrected: number > 1 }],
      },
    });
    const corrected: FixedNumber = { ...final, number: 2, kind: 'correction', raw: '36.00', score: '36.00' };
    const frame = {
      assessmentId: 'a1',
      metAt: null,
      self: null,
      reviewed: null,
      publishedAt: final.at,
      letStand: [],
      formerReviews: [],
    };
    const months = [{ ...frame, period: '2022-06', state: 'published' as const, scores: [final, corrected] }];
    expect(quarterBehind(quarter(1), months)).toBe('6月在通报后更正过，季平均还是通报时的。');
    expect(quarterBehind(quarter(2), months)).toBeNull();
  });
});

describe('the reviews on which a month was made final', () => {
  const review = (points: string, day: string) => ({ points, at: `2022-09-${day}T01:00:00.000Z` });
  const fixed = (kind: FixedNumber['kind'], day: string) => ({ kind, at: `2022-09-${day}T02:00:00.000Z` });

  it('are kept where another review holds by now, the earlier first', () => {
    const reviews = [review('40.00', '20'), review('22.14', '24'), review('33.57', '30')];
    expect(formerReviews(reviews, [fixed('final', '24'), fixed('final', '30')])).toEqual(['22.14']);
    expect(formerReviews(reviews, [fixed('final', '21'), fixed('final', '24'), fixed('final', '30')])).toEqual([
      '40.00',
      '22.14',
    ]);
  });

  it('are not told twice, nor those on which nothing stood', () => {
    const reviews = [review('22.14', '24'), review('22.14', '28'), review('33.57', '30')];
    expect(formerReviews(reviews, [fixed('final', '24'), fixed('final', '28'), fixed('final', '30')])).toEqual([
      '22.14',
    ]);
    expect(formerReviews(reviews, [fixed('final', '30'), fixed('correction', '30')])).toEqual([]);
    expect(formerReviews(reviews, [])).toEqual([]);
  });
});
