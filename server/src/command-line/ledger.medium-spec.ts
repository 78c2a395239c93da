import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEIHE_2022 } from '@jiannuo/shared/samples';
import { LEDGER_COLUMNS, LEDGER_SHEET } from '@jiannuo/shared/ledger';
import { describeOnEachDatabase, type TestDatabase } from '../../test/databases';
import { commandLine, type Run } from '../../test/command-line/bench-terminal';
import { PEOPLE, UNITS, writeList } from '../../test/command-line/lists';
import { zipOf } from '../../test/command-line/zip-maker';
import { unzip } from '../platform/excel/zip-entries';
import { readExcel, writeExcel } from './excel-file';

const GROUP = ['create-group', 'sample', '--name', '样例专班', '--city', '样例市', '--lead-unit', '牵头办'];
const REACH = ['--phone', '0456-555 0101', '--hours', '工作日8:30—17:30', '--year', 'year.json'];
const TITLES = LEDGER_COLUMNS.map(({ title }) => title);
const ROW = ['', '信用惠企', '八', '窗口亮码', '东岭', '', '', '', '', '', '', '5月', '6类窗口亮码', '', '', '', ''];

describeOnEachDatabase('the year’s plan on the command line', (open) => {
  let test: TestDatabase;
  let run: (...words: string[]) => Promise<Run>;

  beforeEach(async () => {
    test = await open();
    const { address, directory } = test;
    const url = address.kind === 'sqlite' ? address.file : address.url;
    run = commandLine(directory, { DATABASE_URL: url, DATA_DIR: directory });
    const year = { clauseBasis: '样例', settings: HEIHE_2022.settings, form: HEIHE_2022.form };
    writeFileSync(file('year.json'), JSON.stringify(year));
    await run(...GROUP, ...REACH);
    writeList(file('list.xlsx'), UNITS, PEOPLE);
    await run('import', 'list.xlsx');
  });
  afterEach(() => test.close());

  const file = (name: string): string => join(test.directory, name);
  const write = (name: string, ...rows: readonly (readonly string[])[]): Promise<void> =>
    writeExcel(file(name), [{ name: LEDGER_SHEET, rows: [TITLES, ...rows] }]);
  const measures = async (): Promise<number> => (await test.database.rows('SELECT id FROM ledger_measure')).length;

  it('is shown first, then imported, and exported so that it changes nothing (F55)', async () => {
    await write(
      'plan.xlsx',
      ROW,
      ROW.map((cell) => (cell === '5月' ? '6月' : cell)),
    );
    expect((await run('import-ledger', 'plan.xlsx', '--year', '2022', '--dry-run')).printed).toBe(
      '样例专班：将新增措施1项、修改0项、去掉0项，没变0项。没有导入。\n新增 东岭区 窗口亮码：有5月、6月',
    );
    expect(await measures()).toBe(0);
    expect((await run('import-ledger', 'plan.xlsx', '--year', '2022')).printed).toBe(
      '样例专班：新增措施1项、修改0项、去掉0项，没变0项。',
    );
    expect((await run('export-ledger', 'out.xlsx', '--year', '2022')).code).toBe(0);
    expect((await readExcel(file('out.xlsx'), [LEDGER_SHEET])).sheets[0]!.rows[1]!.slice(0, 5)).toEqual([
      '1',
      '信用惠企',
      '（八）“码上诚信”',
      '窗口亮码',
      '东岭区',
    ]);
    expect((await run('import-ledger', 'out.xlsx', '--year', '2022')).printed).toBe(
      '样例专班：和现在的台账一样，没有要改的。',
    );
  });

  it('takes over nothing when one row is wrong, and says which', async () => {
    await write(
      'plan.xlsx',
      ROW,
      ROW.map((cell) => (cell === '5月' ? '3月' : cell)),
    );
    expect(await run('import-ledger', 'plan.xlsx', '--year', '2022')).toEqual({
      code: 2,
      printed: '',
      told: '没有导入，有1处要改：\n“总台账”表第3行，月份：2022年的台账从4月到12月，不含“3月”',
    });
    expect(await measures()).toBe(0);
  });

  it('refuses a formula instead of a number, with its row and its cell', async () => {
    await write('plan.xlsx', ROW);
    const files = Object.fromEntries(unzip(readFileSync(file('plan.xlsx')), () => true, 10_000_000));
    const sheet = files['xl/worksheets/sheet1.xml']!.toString('utf8');
    const formula = sheet.replace(/<c r="J2"[^>]*?(?:\/>|>.*?<\/c>)/, '<c r="J2"><f>6*2</f><v>12</v></c>');
    expect(formula).not.toBe(sheet);
    writeFileSync(file('formula.xlsx'), zipOf({ ...files, 'xl/worksheets/sheet1.xml': formula }));
    expect((await run('import-ledger', 'formula.xlsx', '--year', '2022')).told).toBe(
      '没有导入，有1处要改：\n“总台账”表第2行：J2有公式，请复制后选择性粘贴为数值',
    );
  });

  it('begins with a template, for a year that is set up', async () => {
    expect((await run('template', 'ledger', 'template.xlsx')).told).toBe('模板导出好了。');
    expect((await readExcel(file('template.xlsx'), [LEDGER_SHEET])).sheets[0]!.rows).toEqual([TITLES]);
    expect((await run('import-ledger', 'template.xlsx', '--year', '2022')).told).toBe(
      '没有导入，有1处要改：\n“总台账”表：表是空的，没有可导入的',
    );
    expect((await run('import-ledger', 'template.xlsx', '--year', '2023')).told).toBe(
      '这一年的台账还没有设。请联系牵头单位。',
    );
  });
});
