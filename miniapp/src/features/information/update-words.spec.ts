import type { InformationPoints, MarkView, WorkUpdateListView, WorkUpdateRow } from '@jiannuo/shared/information';
import { contentWords, gainWords, headlineOf, outcomeWords, sublineOf } from './update-words';

const MARK: MarkView = {
  id: 'm1',
  kind: 'high-quality',
  adopter: null,
  reason: '有数据',
  confirmedOn: null,
  creditedPeriod: '2022-05',
  byUnit: '市专班牵头单位',
  at: '2022-05-17T01:00:00.000Z',
  withdrawal: null,
};
const ROW: WorkUpdateRow = {
  id: 'u1',
  unitId: 'n6',
  unitName: '逊克县',
  state: 'received',
  version: 1,
  title: '乡镇集中赋码现场办公3场',
  characters: 312,
  evidence: 1,
  sentAt: '2022-05-17T01:00:00.000Z',
  isUnread: false,
  marks: [],
  bulletin: null,
};

function points(highQuality: number, adopted: number): InformationPoints {
  const counted = (count: number, most: number) => {
    const given = Math.min(count, most);
    return { count, each: 1, points: given, left: most - given, gain: most - given };
  };
  const [one, other] = [counted(highQuality, 3), counted(adopted, 2)];
  return { total: one.points + other.points, highQuality: one, adopted: other };
}

function aMonth(part: Partial<WorkUpdateListView>): WorkUpdateListView {
  return { period: '2022-05', rows: [], criteria: '', points: null, others: [], ...part };
}

describe('a unit’s month in words', () => {
  it('says what was sent, what it gave, and what would still add', () => {
    const view = aMonth({ rows: [ROW, ROW, ROW, ROW], points: points(2, 0) });
    expect(headlineOf(view)).toBe('报了4条，得2.00分');
    expect(sublineOf(view)).toBe('高质量2条，再有1条加1.00分，这项就满了。');
  });

  it('says when nothing more can be added, and what was adopted', () => {
    expect(sublineOf(aMonth({ points: points(4, 1) }))).toBe('高质量4条，这项已经满了。被采用1条。');
    expect(sublineOf(aMonth({ points: points(0, 0) }))).toBe('还没有高质量的，再有3条加3.00分，这项就满了。');
  });

  it('promises no more than both together may come to, where that was ruled (Q2)', () => {
    const capped = { ...points(2, 0), total: 2, highQuality: { ...points(2, 0).highQuality, left: 1, gain: 0.5 } };
    expect(sublineOf(aMonth({ points: capped }))).toBe('高质量2条，再有1条加0.50分，这项就满了。');
    const full = { ...points(2, 1), total: 2.5 };
    expect(gainWords({ ...ROW, marks: [MARK] }, full, '2022-05')).toBe('');
  });

  it('speaks of no points to a unit that is not scored', () => {
    const view = aMonth({ rows: [{ ...ROW, state: 'high-quality', marks: [MARK] }] });
    expect(headlineOf(view)).toBe('报了1条');
    expect(sublineOf(view)).toBe('高质量1条，被采用0条。');
  });

  it('does not count what was taken back, and says so when there is nothing', () => {
    expect(headlineOf(aMonth({ rows: [{ ...ROW, state: 'taken-back' }] }))).toBe('5月还没有报');
    expect(sublineOf(aMonth({}))).toBe('');
  });
});

describe('what became of a work update in words', () => {
  it.each([
    [{}, '市专班还没选'],
    [{ state: 'taken-back' }, '改好可以再交'],
    [{ state: 'not-chosen', marks: [{ ...MARK, kind: 'not-chosen', reason: '例会消息不单独编' }] }, '例会消息不单独编'],
    [{ state: 'chosen', bulletin: { id: 'b', number: 2, period: '2022-05' } }, '编进5月工作信息第2期'],
    [{ state: 'adopted', marks: [{ ...MARK, kind: 'adopted', adopter: 'provincial-group' }] }, '推荐报送省级专班'],
  ] as const)('%j: %s', (part, words) => {
    expect(outcomeWords({ ...ROW, ...part })).toBe(words);
  });

  it('names what it adds to this month, quality and adoption together', () => {
    const adopted: MarkView = { ...MARK, kind: 'adopted', adopter: 'leading-group-office' };
    const row: WorkUpdateRow = { ...ROW, marks: [MARK, adopted] };
    expect(gainWords(row, points(1, 1), '2022-05')).toBe('加2.00分');
    expect(gainWords({ ...ROW, marks: [MARK] }, points(1, 0), '2022-06')).toBe('');
    expect(gainWords(row, null, '2022-05')).toBe('');
  });

  it('does not claim a point for each when more were marked than count', () => {
    expect(gainWords({ ...ROW, marks: [MARK] }, points(4, 0), '2022-05')).toBe('');
  });

  it('says how long it is and what goes with it', () => {
    expect(contentWords(312, 1)).toBe('正文312字，佐证1份');
    expect(contentWords(0, 0)).toBe('还没写正文');
  });
});
