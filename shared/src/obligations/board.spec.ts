import fc from 'fast-check';
import { atBeijing } from '../kernel';
import { STANDINGS, type BoardCell, type BoardRow, type Standing } from './api';
import { chatSentence, sortBoardRows, sumsOf } from './board';
import { isClosed, isOutstanding, standingAt } from './standing';

const DUE = atBeijing('2022-05-20', '24:00');
const anyCell = fc.record({ standing: fc.constantFrom(...STANDINGS), isReturned: fc.boolean() });

describe('how an obligation stands', () => {
  const owed = { dueAt: DUE, metAt: null, waivedAt: null };

  it('is on time at 23:59:59.999 of the last day and late at 24:00:00.000', () => {
    expect(standingAt({ ...owed, metAt: '2022-05-20T15:59:59.999Z' }, DUE)).toBe('on-time');
    expect(standingAt({ ...owed, metAt: '2022-05-20T16:00:00.000Z' }, DUE)).toBe('late');
  });

  it('is owed until the due time and missing from it on', () => {
    expect(standingAt(owed, '2022-05-20T15:59:59.999Z')).toBe('owed');
    expect(standingAt(owed, DUE)).toBe('missing');
  });

  it('is neither late nor missing when waived', () => {
    expect(standingAt({ ...owed, waivedAt: '2022-05-10T00:00:00.000Z' }, '2022-06-20T00:00:00.000Z')).toBe('waived');
    expect(isOutstanding({ ...owed, waivedAt: DUE })).toBe(false);
    expect(isOutstanding(owed)).toBe(true);
  });

  it('closes at its closing instant, or never', () => {
    expect(isClosed(DUE, '2022-05-20T15:59:59.999Z')).toBe(false);
    expect(isClosed(DUE, DUE)).toBe(true);
    expect(isClosed(null, '2099-01-01T00:00:00.000Z')).toBe(false);
  });
});

describe('sums of the board', () => {
  it('always adds up: 应报 = 已报 + 未报 + 免报, 已报 = 按时 + 迟报, 退回 within 已报', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 60 }), (cells) => {
        const sums = sumsOf(cells);
        expect(sums.expected).toBe(cells.length);
        expect(sums.handedIn + sums.notHandedIn + sums.waived).toBe(sums.expected);
        expect(sums.onTime + sums.late).toBe(sums.handedIn);
        expect(sums.returned).toBeLessThanOrEqual(sums.handedIn);
      }),
    );
  });

  it('counts the board of the picture', () => {
    const of = (standing: Standing, count: number): { standing: Standing; isReturned: boolean }[] =>
      Array.from({ length: count }, () => ({ standing, isReturned: false }));
    const cells = [
      ...of('on-time', 15),
      { standing: 'on-time' as const, isReturned: true },
      ...of('owed', 3),
      ...of('waived', 1),
    ];
    expect(sumsOf(cells)).toEqual({
      expected: 20,
      handedIn: 16,
      notHandedIn: 3,
      waived: 1,
      onTime: 16,
      late: 0,
      returned: 1,
    });
  });
});

describe('the sentence for the chat group (M6)', () => {
  const facts = {
    title: '月报',
    period: '2022-05',
    missingUnits: ['五大连池管委会', '孙吴县', '市司法局'],
    sums: { expected: 20, handedIn: 16, notHandedIn: 3, waived: 1, onTime: 16, late: 0, returned: 1 },
    dueAt: DUE,
    extended: [],
    now: atBeijing('2022-05-20', '21:00'),
  };

  it.each([
    ['on the last day', {}, '5月月报已报16家；未报3家：五大连池管委会、孙吴县、市司法局；截止今天24时。'],
    [
      'before the last day',
      { now: atBeijing('2022-05-19', '21:00') },
      '5月月报已报16家；未报3家：五大连池管委会、孙吴县、市司法局；截止5月20日24时。',
    ],
    ['after the due time', { now: DUE }, '5月月报已报16家；未报3家：五大连池管委会、孙吴县、市司法局；已过截止时间。'],
    [
      'with a due time within the hour',
      { dueAt: atBeijing('2022-05-20', '17:30'), now: atBeijing('2022-05-20', '09:00') },
      '5月月报已报16家；未报3家：五大连池管委会、孙吴县、市司法局；截止今天 17:30。',
    ],
    [
      'a year ahead',
      { now: atBeijing('2021-12-31', '09:00') },
      '5月月报已报16家；未报3家：五大连池管委会、孙吴县、市司法局；截止2022年5月20日24时。',
    ],
    [
      'with more time for one unit, which is told',
      { extended: [{ unitName: '孙吴县', dueAt: atBeijing('2022-05-24', '24:00') }] },
      '5月月报已报16家；未报3家：五大连池管委会、孙吴县、市司法局；截止今天24时（孙吴县宽限到5月24日）。',
    ],
  ])('%s', (_, change, sentence) => {
    expect(chatSentence({ ...facts, ...change })).toBe(sentence);
  });

  it('says so when all are in, and does not count waived units', () => {
    const sums = { ...facts.sums, handedIn: 20, notHandedIn: 0, waived: 0, onTime: 20 };
    expect(chatSentence({ ...facts, missingUnits: [], sums })).toBe('5月月报20家都报了。');
    const onlyWaived = { ...sums, expected: 2, handedIn: 0, onTime: 0, waived: 2, returned: 0 };
    expect(chatSentence({ ...facts, missingUnits: [], sums: onlyWaived })).toBe('5月月报没有要报的单位。');
  });
});

describe('order of the board', () => {
  function row(unitId: string, standing: Standing | null, isReturned = false): BoardRow {
    const cell: BoardCell = {
      obligationId: unitId,
      standing: standing ?? 'owed',
      isReturned,
      isClosed: false,
      dueAt: DUE,
      dueChange: null,
      metAt: null,
      channel: null,
      waiveReason: null,
      reportId: null,
      lastReminder: null,
    };
    return { unitId, unitName: unitId, unitKind: 'county', cells: [standing === null ? null : cell] };
  }

  it('puts 未报 first, then sent back, then the rest in official order', () => {
    const rows = [
      row('a', 'on-time'),
      row('b', 'waived'),
      row('c', 'owed'),
      row('d', 'late'),
      row('e', null),
      row('f', 'on-time', true),
      row('g', 'owed'),
    ];
    expect(sortBoardRows(rows).map((entry) => entry.unitId)).toEqual(['c', 'g', 'f', 'a', 'd', 'b', 'e']);
    expect(rows[0]?.unitId).toBe('a');
  });
});
