import { formatDayAndHour } from '../kernel';
import { fieldTexts, heldAtOf, heldGaps } from './fields';

const NOW = '2022-05-16T04:00:00.000Z';
const HELD_AT = '2022-05-20T01:00:00.000Z';
const DUE = '2022-05-25T10:00:00.000Z';
const shown = (fields: Readonly<Record<string, string>>, isIssued: boolean) =>
  fieldTexts('talk', fields, { isIssued, spell: formatDayAndHour }).map(({ label, text }) => [label, text]);
const codes = (heldAt: string, heldBefore: string | null = null, dueAt: string | null = DUE) =>
  heldGaps({ fields: { heldAt }, dueAt }, { now: NOW, heldBefore }).map(({ code }) => code);

describe('when a talk is held (约谈时间, art. 14)', () => {
  it('stands between now and the time by which its unit has to answer', () => {
    expect(codes(HELD_AT)).toEqual([]);
    expect(codes(NOW)).toEqual(['supervision.held-in-past']);
    expect(codes(DUE)).toEqual(['supervision.held-after-due']);
    expect(codes(DUE, null, null)).toEqual([]);
  });

  it('stands in a correction also once it is past, as long as it is the day that was told', () => {
    const held = '2022-05-13T01:00:00.000Z';
    expect(codes(held, held)).toEqual([]);
    expect(codes(held, HELD_AT)).toEqual(['supervision.held-in-past']);
  });

  it('is known of talks alone', () => {
    expect([heldAtOf({ fields: { heldAt: HELD_AT } }), heldAtOf({ fields: {} })]).toEqual([HELD_AT, null]);
    expect(fieldTexts('order', {}, { isIssued: true, spell: formatDayAndHour })).toMatchObject([{ label: '事实' }]);
  });
});

describe('the texts of a talk', () => {
  it('say its day and hour, and its place, by themselves', () => {
    expect(shown({ heldAt: HELD_AT, place: '三楼' }, true).slice(-2)).toEqual([
      ['约谈时间', '5月20日 周五 09:00'],
      ['约谈地点', '三楼'],
    ]);
    expect(shown({}, false).slice(-2)).toEqual([
      ['约谈时间', ''],
      ['约谈地点', ''],
    ]);
  });

  it('say both in one, as they were written, where it was issued before', () => {
    expect(shown({ place: '5月20日上午9点，三楼' }, true).slice(-1)).toEqual([['时间、地点', '5月20日上午9点，三楼']]);
    expect(shown({ place: '5月20日上午9点，三楼' }, true).map(([label]) => label)).not.toContain('约谈时间');
  });
});
