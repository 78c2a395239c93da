import { beijingClock, beijingDate, dueDayAndHour, formatPeriod, type Instant } from '@jiannuo/shared/kernel';
import { CHANNEL_NAMES, type BoardCell, type BoardView, type Standing } from '@jiannuo/shared/obligations';
import { UNIT_KIND_NAMES } from '@jiannuo/shared/people';
import { formsOf, listForm } from '../../../platform/excel';

const STANDING_WORDS: Record<Standing, string> = {
  owed: '未报',
  missing: '未报，已过截止时间',
  'on-time': '按时',
  late: '迟报',
  waived: '免报',
};

/** The month's hand-in state (报送情况) as an Excel file: one row a unit, five columns for each thing owed. */
export async function boardSheet(board: BoardView): Promise<Buffer> {
  const columns = [
    ['单位', 24] as const,
    ['类别', 16] as const,
    ...board.columns.flatMap(({ title }) => columnsOf(title)),
  ];
  const rows = board.rows.map((row) => [
    row.unitName,
    UNIT_KIND_NAMES[row.unitKind],
    ...row.cells.flatMap((cell) => (cell === null ? ['不要求', '', '', '', ''] : wordsOf(cell))),
  ]);
  const title = `${formatPeriod(board.period)}报送情况（截至${stamp(board.serverNow)}）`;
  return formsOf([listForm({ name: board.period, title, columns }, rows)]);
}

function columnsOf(title: string) {
  return [
    [title, 20],
    [`${title}收到时间`, 22],
    [`${title}方式`, 16],
    [`${title}截止时间`, 20],
    [`${title}备注`, 30],
  ] as const;
}

function wordsOf(cell: BoardCell): readonly string[] {
  const notes = [
    cell.isReturned ? '退回待改' : '',
    cell.dueChange === null ? '' : `截止时间改过：${cell.dueChange.reason}`,
    cell.waiveReason ?? '',
  ];
  return [
    STANDING_WORDS[cell.standing],
    cell.metAt === null ? '' : stamp(cell.metAt),
    cell.channel === null ? '' : CHANNEL_NAMES[cell.channel],
    dueStamp(cell.dueAt),
    notes.filter((note) => note !== '').join('，'),
  ];
}

/** `2022-05-20 24:00`: the last moment in time, as people say it. */
function dueStamp(dueAt: Instant): string {
  const { date, time } = dueDayAndHour(dueAt);
  return `${date} ${time}`;
}

/** `2022-05-19 16:32:08`, Beijing time: what a spreadsheet sorts as people read it. */
function stamp(instant: Instant): string {
  return `${beijingDate(instant)} ${beijingClock(instant)}`;
}
