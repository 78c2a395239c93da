import { join } from 'node:path';
import { describeOnEachDatabase, type TestDatabase } from '../../test/databases';
import { commandLine } from '../../test/command-line/bench-terminal';
import { PEOPLE, UNITS, writeList } from '../../test/command-line/lists';
import { readExcel } from './excel-file';

const GROUP = ['create-group', 'sample', '--name', '样例专班', '--city', '样例市', '--lead-unit', '牵头办'];
const REACH = ['--phone', '0456-555 0101', '--hours', '工作日8:30—17:30'];

describeOnEachDatabase('importing a list', (open) => {
  let test: TestDatabase;
  let run: ReturnType<typeof commandLine>;

  beforeEach(async () => {
    test = await open();
    const { address, directory } = test;
    const url = address.kind === 'sqlite' ? address.file : address.url;
    run = commandLine(directory, { DATABASE_URL: url, DATA_DIR: directory });
  });
  afterEach(() => test.close());

  const file = (name: string): string => join(test.directory, name);
  const counts = async (): Promise<number[]> => {
    const tables = ['unit', 'person', 'appointment'];
    const rows = await Promise.all(tables.map((table) => test.database.rows(`SELECT id FROM ${table}`)));
    return rows.map(({ length }) => length);
  };

  it('takes over units and people, and the same list again changes nothing', async () => {
    await run(...GROUP, ...REACH);
    writeList(file('list.xlsx'), UNITS, PEOPLE);
    expect(await run('import', 'list.xlsx', '--group', 'sample')).toEqual({
      code: 0,
      printed: '样例专班：新增单位2个、更新1个，新增人员3人、更新0人。',
      told: '',
    });
    expect(await counts()).toEqual([3, 3, 3]);
    expect((await run('import', 'list.xlsx')).printed).toBe('样例专班：和名单一样，没有要改的。');
    expect(await counts()).toEqual([3, 3, 3]);
    const liaisons = await test.database.rows(
      `SELECT p.name, a.is_section_head, a.not_head_reason, a.listed_by FROM appointment a JOIN person p ON p.id = a.person_id
        WHERE a.liaison_slot IS NOT NULL ORDER BY p.phone`,
    );
    expect(liaisons).toMatchObject([
      { name: '东岭区联络员', not_head_reason: null, listed_by: '名单导入' },
      { name: '市商务局联络员', not_head_reason: '科长空缺' },
    ]);
  });

  it('updates what the list says differently', async () => {
    await run(...GROUP, ...REACH);
    writeList(file('list.xlsx'), UNITS, PEOPLE);
    await run('import', 'list.xlsx');
    const units = UNITS.map((cells) => (cells[1] === '东岭区' ? ['', '东岭区', '新全称', '管委会', ''] : cells));
    const people = PEOPLE.map((cells) =>
      cells[0] === '东岭' ? ['东岭区', ...cells.slice(1, 5), '股长', '是', ''] : cells,
    );
    writeList(file('next.xlsx'), units, people);
    expect((await run('import', 'next.xlsx')).printed).toBe('样例专班：新增单位0个、更新1个，新增人员0人、更新1人。');
  });

  it('takes over nothing when one row is wrong, and says which', async () => {
    await run(...GROUP, ...REACH);
    const before = await counts();
    const people = [...PEOPLE, ['东岭区', '联络员', '第二个', '1380000010', '', '', '', '']];
    writeList(file('list.xlsx'), [...UNITS, ['', '名'.repeat(51), '全称', '县城', '']], people);
    expect(await run('import', 'list.xlsx')).toEqual({
      code: 2,
      printed: '',
      told: [
        '没有导入，有4处要改：',
        '“单位”表第5行，单位简称：最多50个字，请写短些',
        '“单位”表第5行，类型：没有“县城”，请从牵头单位、责任单位、县（市、区）、管委会、督导考评问责专班、领导小组办公室里选',
        '“人员”表第5行，不是负责人的原因：联络员原则上是科（股）室负责人。不是的，请写原因',
        '“人员”表第5行，手机号：手机号要填11位数字，例如13800000107',
      ].join('\n'),
    });
    expect(await counts()).toEqual(before);
  });

  it('names a hundred faults and counts the others', async () => {
    await run(...GROUP, ...REACH);
    const wrong = Array.from({ length: 5000 }, (_, index) => ['', `单位${String(index)}`, '全称', '不知道', '']);
    writeList(file('list.xlsx'), [...UNITS, ...wrong], PEOPLE);
    const { code, told } = await run('import', 'list.xlsx');
    expect(code).toBe(2);
    expect(told.split('\n')).toHaveLength(102);
    expect(told.split('\n').at(-1)).toBe('还有4900处没有列出。');
  });

  it('takes five thousand units with their liaisons', async () => {
    await run(...GROUP, ...REACH);
    const units = Array.from({ length: 5000 }, (_, index) => [
      '',
      `单位${String(index)}`,
      `全称${String(index)}`,
      '责任单位',
      '',
    ]);
    const people = units.map(([, name], index) => [
      name ?? '',
      '联络员',
      `联络员${String(index)}`,
      String(13_900_000_000 + index),
      '',
      '',
      '是',
      '',
    ]);
    writeList(file('list.xlsx'), [...UNITS, ...units], [...PEOPLE, ...people]);
    expect((await run('import', 'list.xlsx')).printed).toBe(
      '样例专班：新增单位5002个、更新1个，新增人员5003人、更新0人。',
    );
  });

  it('gives out a list that can be imported again', async () => {
    await run(...GROUP, ...REACH);
    writeList(file('list.xlsx'), UNITS, PEOPLE);
    await run('import', 'list.xlsx');
    expect((await run('export', 'out.xlsx')).code).toBe(0);
    const { sheets } = await readExcel(file('out.xlsx'), ['单位', '人员']);
    expect(sheets[0]!.rows[2]).toEqual(['2', '东岭区', '样例市东岭区专班', '县（市、区）', '东岭']);
    expect(sheets[1]!.rows).toHaveLength(4);
    expect((await run('import', 'out.xlsx')).printed).toBe('样例专班：和名单一样，没有要改的。');
  });

  it('asks which group is meant when there are several', async () => {
    await run(...GROUP, ...REACH);
    await run('create-group', 'other', ...GROUP.slice(2), ...REACH);
    writeList(file('list.xlsx'), UNITS, PEOPLE);
    expect((await run('import', 'list.xlsx')).told).toBe('有几个专班，请用 --group 写明是哪个：sample、other');
    expect((await run('import', 'list.xlsx', '--group', 'third')).told).toMatch(/^没有编号是“third”的专班/);
    expect((await run(...GROUP, ...REACH)).told).toBe('编号“sample”已经有专班用了，请换一个。');
  });
});
