import fc from 'fast-check';
import { STANDINGS, type BoardCell, type BoardView } from './api';
import { answerOfBoard, boardOfAnswer } from './board-answer';
import { CHANNELS } from './settings';

const DUE = '2022-05-20T16:00:00.000Z';
const instant = fc.constantFrom(DUE, '2022-05-24T16:00:00.000Z');
const perhaps = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const anyCell: fc.Arbitrary<BoardCell> = fc.record({
  obligationId: fc.string(),
  standing: fc.constantFrom(...STANDINGS),
  isReturned: fc.boolean(),
  isClosed: fc.boolean(),
  dueAt: instant,
  dueChange: perhaps(fc.record({ kind: fc.constantFrom('extended' as const, 'moved' as const), reason: fc.string() })),
  metAt: perhaps(instant),
  channel: perhaps(fc.constantFrom(...CHANNELS)),
  waiveReason: perhaps(fc.string()),
  reportId: perhaps(fc.string()),
  lastReminder: perhaps(fc.record({ state: fc.string(), at: instant })),
});

function aBoard(rows: readonly (readonly (BoardCell | null)[])[]): BoardView {
  const sums = { expected: 0, handedIn: 0, notHandedIn: 0, waived: 0, onTime: 0, late: 0, returned: 0 };
  const column = {
    kind: 'monthly-report',
    title: '月报',
    dueAt: DUE,
    movedReason: null,
    sums,
    chatSentence: '',
  } as const;
  return {
    period: '2022-05',
    serverNow: DUE,
    previousPeriod: null,
    nextPeriod: null,
    columns: [column, { ...column, kind: 'self-assessment' }],
    rows: rows.map((cells, index) => ({ unitId: String(index), unitName: '孙吴县', unitKind: 'county', cells })),
  };
}

describe('the board on its way', () => {
  it('arrives as it left', () => {
    const anyRows = fc.array(fc.tuple(perhaps(anyCell), perhaps(anyCell)), { maxLength: 20 });
    fc.assert(
      fc.property(anyRows, (rows) => {
        const travelled = JSON.parse(JSON.stringify(answerOfBoard(aBoard(rows)))) as never;
        expect(boardOfAnswer(travelled)).toEqual(aBoard(rows));
      }),
    );
  });

  it('says nothing of a cell that is as usual but whose it is and how it stands', () => {
    const cells = [{ obligationId: 'o', standing: 'owed' }, null] as const;
    const brief = { ...aBoard([]), rows: [{ unitId: 'u', unitName: '孙吴县', unitKind: 'county', cells }] } as const;
    expect(answerOfBoard(boardOfAnswer(brief))).toEqual(brief);
  });
});
