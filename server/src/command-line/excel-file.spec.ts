import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PEOPLE, UNITS, writeList } from '../../test/command-line/lists';
import { zipOf } from '../../test/command-line/zip-maker';
import { unzip } from '../platform/excel/zip-entries';
import { readExcel, writeExcel } from './excel-file';

const NAMES = ['单位', '人员'];

describe('an Excel file', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiannuo-excel-'));
    path = join(folder, 'list.xlsx');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (content: Buffer | string): Promise<unknown> => {
    writeFileSync(path, content);
    return readExcel(path, NAMES);
  };

  it('comes back as it was written, text and rows in their places', async () => {
    const rows = [
      ['单位', '说明'],
      ['=1+1', '13800000103'],
      ['', '<&>"😀'],
      ['“引号”', '0012'],
    ];
    await writeExcel(path, [{ name: '单位', rows }]);
    const { sheets } = await readExcel(path, NAMES);
    expect(sheets).toEqual([{ name: '单位', rows: [rows[0], rows[1], [null, '<&>"😀'], rows[3]] }]);
  });

  it('gives every row the number that the person sees, also below an empty one', async () => {
    writeList(path, UNITS, [['', '', '', '', '', '', '', ''], ...PEOPLE]);
    const { sheets } = await readExcel(path, NAMES);
    expect(sheets[1]!.rows[2]![0]).toBe('牵头办');
  });

  it('keeps its headings in sight, and prints them on every page, across', async () => {
    await writeExcel(path, [{ name: '总台账 & 六个一', rows: [['措施'], ['亮码']] }]);
    const files = unzip(readFileSync(path), () => true, 1_000_000);
    const textIn = (name: string): string => files.get(name)?.toString('utf8') ?? '';
    expect(textIn('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'总台账 &amp; 六个一'!$1:$1</definedName>`,
    );
    expect(textIn('xl/worksheets/sheet1.xml')).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(textIn('xl/worksheets/sheet1.xml')).toContain('orientation="landscape"');
    expect((await readExcel(path, ['总台账 & 六个一'])).sheets).toHaveLength(1);
  });

  it.each([
    ['text', Buffer.from('姓名,手机号\n')],
    ['nothing', Buffer.alloc(0)],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    [
      'an old xls',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]),
    ],
    ['a zip of something else', zipOf({ 'word/document.xml': '<w/>' })],
    ['a zip cut in half', zipOf({ 'xl/workbook.xml': 'x'.repeat(5000) }).subarray(0, 60)],
    ['a list of contents that points nowhere', Buffer.concat([Buffer.alloc(40), zipOf({ 'xl/workbook.xml': '<a/>' })])],
  ])('that is %s is refused in words', async (_what, content) => {
    await expect(write(content)).rejects.toMatchObject({ refusals: [{ code: 'excel.unreadable' }] });
  });

  it('that unpacks to more than it may is refused before it fills the memory, whatever size it states', async () => {
    const bomb = Buffer.alloc(80 * 1024 * 1024);
    const files = { 'xl/workbook.xml': '<workbook/>', 'xl/sharedStrings.xml': bomb };
    const before = process.memoryUsage().arrayBuffers;
    for (const stated of [undefined, 10]) {
      await expect(write(zipOf(files, stated))).rejects.toMatchObject({
        refusals: [{ code: 'excel.too-large' }],
      });
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300 * 1024 * 1024);
  });

  it('that is too big, a folder, or not there is refused in words', async () => {
    await expect(write(Buffer.alloc(10_485_761))).rejects.toThrow('文件最大10MB，请分开导入。');
    await expect(readExcel(folder, NAMES)).rejects.toThrow(/^读不了/);
    await expect(readExcel(join(folder, 'no.xlsx'), NAMES)).rejects.toThrow(/^打不开/);
  });

  it('names the rows with formulas and merged cells', async () => {
    const formula = '<c r="D3" t="str"><f>CONCATENATE("138","00000103")</f><v>13800000103</v></c>';
    writeList(path, UNITS, PEOPLE, { cells: { '人员!D3': formula }, merged: 'A3:A4' });
    expect((await readExcel(path, NAMES)).faults).toEqual([
      { sheet: '单位', row: 3, column: null, reason: '有合并的单元格（A3:A4），请取消合并，每行都填上' },
      { sheet: '人员', row: 3, column: null, reason: 'D3有公式，请复制后选择性粘贴为数值' },
      { sheet: '人员', row: 3, column: null, reason: '有合并的单元格（A3:A4），请取消合并，每行都填上' },
    ]);
  });

  it('with one cell a million rows down is refused, not read into a million rows', async () => {
    const far =
      '<c r="A2" t="inlineStr"><is><t>x</t></is></c></row><row r="1048576"><c r="A1048576" t="n"><v>1</v></c>';
    writeList(path, UNITS, PEOPLE, { cells: { '单位!A2': far } });
    expect((await readExcel(path, NAMES)).faults[0]).toMatchObject({
      sheet: '单位',
      row: null,
      reason: expect.stringMatching(/^最多20000行/),
    });
  });
});
