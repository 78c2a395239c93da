import type { BoardColumn, BoardView } from '@jiannuo/shared/obligations';
import { fireEvent, screen } from '@testing-library/react';
import { draw } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { NarrowBoard } from './board-body';

const COLUMN = {
  kind: 'monthly-report',
  title: '月报',
  dueAt: '2022-05-20T16:00:00.000Z',
  movedReason: null,
  chatSentence: '都报了',
  sums: { expected: 0, waived: 0, handedIn: 0, notHandedIn: 0, onTime: 0, late: 0, returned: 0 },
} as unknown as BoardColumn;
const BOARD = {
  serverNow: '2022-05-19T01:00:00.000Z',
  period: '2022-05',
  previousPeriod: null,
  nextPeriod: null,
  columns: [COLUMN],
  rows: [],
} as unknown as BoardView;

describe('看板 on a phone', () => {
  it('leads to entering for a unit, to whom to call, to units and persons, and to the month’s export', () => {
    draw(
      <NarrowBoard
        board={BOARD}
        column={COLUMN}
        choice={{ column: 0, filter: 'expected', unitKind: 'all' }}
        choose={() => undefined}
        rows={[]}
        onOpen={() => undefined}
        onTurn={() => undefined}
        leadName="市专班牵头单位"
      />,
    );
    for (const title of ['代录纸质、邮件来件', '电话名单', '单位与人员']) fireEvent.click(screen.getByText(title));
    const pages = ['enter-for', 'call-list', 'people'].map((page) => `/pages/${page}/index`);
    expect(fakeTaro.state.visited).toEqual(pages);
    expect(screen.getByText('导出本月报送情况')).toBeTruthy();
  });
});
