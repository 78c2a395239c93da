import { figure, formsOf, listForm } from '.';

const LINES = 3_000;

describe('a file of many lines', () => {
  it('is the file that it would be, and keeps nobody waiting while it is written', async () => {
    const head = {
      name: '明细',
      title: '明细',
      columns: [
        ['事', 20],
        ['件数', 8],
        ['谁', 8],
        ['理由', 20],
      ],
    } as const;
    const rows = Array.from({ length: LINES }, (_, index) => [`=第${String(index)}件`, figure('2'), '乙', '']);
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 10);
    const file = await formsOf([listForm(head, rows)]);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(5);
    const { default: readExcelFile } = await import('read-excel-file/node');
    const [sheet] = await readExcelFile(file);
    expect(sheet!.data).toHaveLength(LINES + 2);
    expect(sheet!.data.at(-1)).toEqual([`=第${String(LINES - 1)}件`, 2, '乙', null]);
  });
});
