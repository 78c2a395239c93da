import { sumsOf, type BoardCell, type BoardRow, type Standing } from '@jiannuo/shared/obligations';
import { BOARD_FILTERS, missingObligations, shownRows, unitKindsOf } from './board-filter';
import { receivedWords, reminderWords, shortReminderWords, standingWords } from './cell-words';

const DUE = '2022-05-20T16:00:00.000Z';
const NOW = '2022-05-20T13:00:00.000Z';

function aCell(standing: Standing, more: Partial<BoardCell> = {}): BoardCell {
  const isIn = standing === 'on-time' || standing === 'late';
  return {
    obligationId: `o-${standing}`,
    standing,
    isReturned: false,
    isClosed: false,
    dueAt: DUE,
    dueChange: null,
    metAt: isIn ? '2022-05-19T08:32:08.000Z' : null,
    channel: isIn ? 'app' : null,
    waiveReason: null,
    reportId: null,
    lastReminder: null,
    ...more,
  };
}

function aRow(unitName: string, cells: readonly (BoardCell | null)[]): BoardRow {
  return { unitId: unitName, unitName, unitKind: unitName.endsWith('局') ? 'department' : 'county', cells };
}

const ROWS: readonly BoardRow[] = [
  aRow('爱辉区', [aCell('on-time'), aCell('owed')]),
  aRow('孙吴县', [aCell('owed'), aCell('owed')]),
  aRow('逊克县', [aCell('on-time', { isReturned: true }), aCell('owed')]),
  aRow('市司法局', [aCell('missing'), null]),
  aRow('市财政局', [aCell('late', { metAt: '2022-05-22T02:00:00.000Z', channel: 'email' }), null]),
  aRow('市税务局', [aCell('waived'), null]),
];

describe('the board as filters', () => {
  it.each(BOARD_FILTERS)('shows as many units as the sum %s says', (filter) => {
    const sums = sumsOf(ROWS.flatMap((row) => row.cells[0] ?? []));
    expect(shownRows(ROWS, { column: 0, filter, unitKind: 'all' })).toHaveLength(sums[filter]);
  });

  it('puts those that have not handed in first, and leaves out units that are not asked', () => {
    const names = shownRows(ROWS, { column: 0, filter: 'expected', unitKind: 'all' }).map(({ row }) => row.unitName);
    expect(names).toEqual(['市司法局', '孙吴县', '逊克县', '爱辉区', '市财政局', '市税务局']);
    expect(shownRows(ROWS, { column: 1, filter: 'expected', unitKind: 'all' })).toHaveLength(3);
  });

  it('narrows to one kind of unit', () => {
    const rows = shownRows(ROWS, { column: 0, filter: 'notHandedIn', unitKind: 'county' });
    expect(rows.map(({ row }) => row.unitName)).toEqual(['孙吴县']);
    expect(unitKindsOf(ROWS, 1)).toEqual([['county', 3]]);
  });

  it('reminds only those that have not handed in', () => {
    expect(missingObligations(ROWS, 0)).toEqual(['o-missing', 'o-owed']);
  });
});

describe('how a unit stands, in words', () => {
  it.each([
    [aCell('owed'), 'soon', '未报'],
    [aCell('owed', { dueAt: '2022-06-20T16:00:00.000Z' }), 'not-yet', '未报'],
    [aCell('on-time'), 'done', '按时'],
    [aCell('on-time', { isReturned: true }), 'returned', '退回待改'],
    [aCell('late', { metAt: '2022-05-22T02:00:00.000Z' }), 'late', '迟报2天'],
    [aCell('waived'), 'waived', '免报'],
  ] as const)('says it by shape and word', (cell, shape, text) => {
    expect(standingWords(cell, NOW)).toEqual({ shape, text });
  });

  it('says by how much a missing one is over', () => {
    expect(standingWords(aCell('missing'), '2022-05-22T02:00:00.000Z').text).toBe('未报，超期2天');
  });

  it('says 漏报 of what is taken no more, and reminds nobody of it', () => {
    const closed = aCell('missing', { isClosed: true });
    expect(standingWords(closed, '2022-12-31T02:00:00.000Z')).toEqual({ shape: 'late', text: '漏报' });
    const rows = [{ unitId: 'u6', unitName: '逊克县', unitKind: 'county' as const, cells: [closed] }];
    expect(missingObligations(rows, 0)).toEqual([]);
    expect(missingObligations([{ ...rows[0]!, cells: [aCell('missing')] }], 0)).toEqual(['o-missing']);
  });

  it('says when and by which way it came', () => {
    expect(receivedWords(aCell('late', { channel: 'email' }), NOW)).toBe('5月19日 16:32 邮件');
    expect(receivedWords(aCell('owed'), NOW)).toBe('—');
  });

  it('says what became of the last reminder', () => {
    expect(reminderWords(aCell('owed'), NOW)).toBe('还没提醒过');
    const reminded = aCell('owed', { lastReminder: { state: 'delivered', at: '2022-05-20T09:40:00.000Z' } });
    expect(reminderWords(reminded, NOW)).toBe('提醒已送达，今天 17:40');
    expect(shortReminderWords(reminded, NOW)).toBe('今天 17:40');
  });

  it('says in the table only that a reminder did not arrive: the way on is beside it', () => {
    const missed = aCell('owed', { lastReminder: { state: 'call-list', at: '2022-05-20T09:40:00.000Z' } });
    expect(shortReminderWords(missed, NOW)).toBe('没送达');
    expect(shortReminderWords(aCell('owed'), NOW)).toBe('还没提醒过');
  });
});
