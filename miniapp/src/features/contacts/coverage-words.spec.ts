import type { CoverageView } from '@jiannuo/shared/coordination';
import { headlineOf, monthWords, neighboursOf, sentenceOf, spokenCell, unitsOfMonth } from './coverage-words';

const view: CoverageView = {
  year: 2022,
  serverNow: '2022-05-20T04:00:00.000Z',
  periods: ['2022-04', '2022-05', '2022-06'],
  currentPeriod: '2022-05',
  rows: ['甲', '乙', '丙'].map((unitName, index) => ({
    unitId: unitName,
    unitName,
    unitKind: 'department',
    cells: [
      { standing: 'contacted', count: 1, lastOn: '2022-04-26' },
      index === 1
        ? { standing: 'contacted', count: 2, lastOn: '2022-05-18' }
        : { standing: 'open', count: 0, lastOn: null },
      { standing: 'ahead', count: 0, lastOn: null },
    ],
  })),
};

it('names everybody in the sentence in official order, and only the number in the headline', () => {
  expect(sentenceOf(view, '2022-05')).toBe('5月还有2家没联系：甲、丙。');
  expect(headlineOf(view, '2022-05')).toBe('5月还有2家没联系');
  expect(headlineOf(view, '2022-04')).toBe('4月3家都联系过了');
  expect(headlineOf(view, '2022-06')).toBe('6月还没到');
});

it('puts those first who lack their contact, each part in official order', () => {
  expect(unitsOfMonth(view, '2022-05').map(({ row }) => row.unitName)).toEqual(['甲', '丙', '乙']);
});

it('says how often and when it was last, in this month or before', () => {
  const [first, , last] = unitsOfMonth(view, '2022-05');
  expect(monthWords(last!)).toBe('联系2次，最近5月18日 周三');
  expect(monthWords(first!)).toBe('最近一次是4月26日 周二');
});

it('speaks a cell in full', () => {
  const cells = view.rows[0]!.cells;
  expect(view.periods.map((period, index) => spokenCell(period, cells[index]!))).toEqual([
    '4月联系1次',
    '5月还没联系',
    '6月还没到',
  ]);
});

it('has no month before the first and none after the last', () => {
  expect(neighboursOf(view, '2022-04')).toEqual([null, '2022-05']);
  expect(neighboursOf(view, '2022-06')).toEqual(['2022-05', null]);
});
