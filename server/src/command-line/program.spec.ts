import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../../test/command-line/bench-terminal';

describe('the command line', () => {
  let folder: string;
  let run: ReturnType<typeof commandLine>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiannuo-'));
    run = commandLine(folder, { DATA_DIR: join(folder, 'data') });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [['nothing-like-it'], '没有“nothing-like-it”这个命令，用 --help 看有哪些。'],
    [['due'], '少了 --year <year>，加 --help 看用法。'],
    [['due', '--year'], '--year <year> 后面要填内容，加 --help 看用法。'],
    [['due', '--year', '22'], '年份要写四位数，例如 --year 2022，现在是“22”。'],
    [['due', '--year', '2022', '--what'], '没有 --what 这个选项，加 --help 看用法。'],
    [['due', '--year', '2022', '--group', 'nowhere'], '没有编号是“nowhere”的专班。'],
    [['rename-group'], '没写要改什么，请写 --name、--city、--lead-unit、--phone 或 --hours。'],
    [['name-reader', '--number', '问题线索〔2022〕1号'], '还没写由谁接替和理由，请写 --person 和 --reason。'],
    [['rename-group', '--name', ' '], '专班名称不能是空的，请写上。'],
    [['rename-group', '--phone', '0'.repeat(33)], '牵头单位电话最多32个字，请写短些。'],
    [['rename-group', '--name', '新专班'], '这里还没有数据。请先建管理员或导入名单，或核对DATA_DIR。'],
    [['import'], '少了“file”，加 --help 看用法。'],
    [['verify', 'twice'], '多写了内容，加 --help 看用法。'],
    [['template', 'moon', 'x.json'], '模板有三种：template units 文件，template ledger 文件，template year 文件。'],
    [['create-administrator'], '请写姓名和手机号：--name 姓名 --phone 手机号'],
    [['create-administrator', '管理员', '12345'], '手机号要填11位数字，例如13800000107。'],
    [['export', 'x.xlsx'], '这里还没有数据。请先建管理员或导入名单，或核对DATA_DIR。'],
    [['verify'], '这里还没有数据。请先建管理员或导入名单，或核对DATA_DIR。'],
    [['backup', 'x.backup'], '这里还没有数据，没有可备份的。请核对DATA_DIR。'],
    [['restore', 'missing'], '打不开“'],
  ])('answers %j with one sentence and exit code 2', async (words, sentence) => {
    const { code, printed, told } = await run(...words);
    expect(code).toBe(2);
    expect(printed).toBe('');
    expect(told.startsWith(sentence)).toBe(true);
    expect(told.split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses an address that is no database, naming the variable', async () => {
    const elsewhere = commandLine(folder, { DATABASE_URL: 'postgres://localhost/x' });
    const { code, told } = await elsewhere('migrate');
    expect(code).toBe(2);
    expect(told).toContain('DATABASE_URL');
  });

  it('says that a database server cannot be reached, without its password', async () => {
    const elsewhere = commandLine(folder, { DATABASE_URL: 'mysql://root:geheim@127.0.0.1:9/jiannuo' });
    const { code, told } = await elsewhere('migrate');
    expect(code).toBe(2);
    expect(told).toMatch(/^连不上数据库/);
    expect(told).not.toContain('geheim');
  });

  it('prints the due times of the sample group where nothing is set up, and makes no file', async () => {
    const { code, printed, told } = await run('due', '--year', '2022');
    expect([code, told]).toEqual([0, '']);
    const rows = JSON.parse(printed);
    expect(rows).toHaveLength(18);
    expect(rows[2]).toEqual({
      period: '2022-05',
      kind: 'monthly-report',
      title: '月报',
      dueAt: '2022-05-20T16:00:00.000Z',
      reminders: [
        { rung: 'three-days-before', audience: 'liaison', at: '2022-05-17T00:30:00.000Z' },
        { rung: 'one-day-before', audience: 'liaison', at: '2022-05-19T00:30:00.000Z' },
        { rung: 'last-day', audience: 'liaison', at: '2022-05-20T00:30:00.000Z' },
        { rung: 'leader-after', audience: 'leader', at: '2022-05-23T00:30:00.000Z' },
      ],
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('knows the other sample group, with other rules', async () => {
    const { printed } = await run('due', '--year', '2022', '--group', 'investment-2022');
    const rows = JSON.parse(printed);
    expect(rows).toHaveLength(10);
    expect(rows[0]).toMatchObject({ period: '2022-03', title: '招商月报', dueAt: '2022-03-24T09:30:00.000Z' });
  });

  it('moves the rules to another year with its holidays, from January on', async () => {
    const { printed, told } = await run('due', '--year', '2026');
    const rows = JSON.parse(printed);
    expect(told).toBe('');
    expect(rows).toHaveLength(24);
    expect(rows[0]).toMatchObject({ period: '2026-01', dueAt: '2026-01-20T16:00:00.000Z' });
    // 20 February 2026 lies in the Spring Festival holidays, which end on the 23rd; the 14th is worked.
    const february = rows[2];
    expect(february.dueAt).toBe('2026-02-20T16:00:00.000Z');
    expect(february.reminders.map(({ at }: { at: string }) => at.slice(0, 10))).toEqual([
      '2026-02-11',
      '2026-02-13',
      '2026-02-14',
      '2026-02-24',
    ]);
  });

  it('says when a year’s holidays are not announced, and counts weekends', async () => {
    const { code, printed, told } = await run('due', '--year', '2090');
    expect([code, told]).toEqual([0, '2090年的节假日还没有公布，只按周末算。']);
    expect(JSON.parse(printed)).toHaveLength(24);
  });

  it('prints the description of every route and touches no data', async () => {
    const { code, printed } = await run('openapi');
    expect(code).toBe(0);
    const { openapi, paths } = JSON.parse(printed);
    expect(openapi).toMatch(/^3\./);
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/me', '/api/sign-in/wechat', '/api/board']));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('prints for every route its own body, also where two subjects call theirs alike', async () => {
    const { paths, components } = JSON.parse((await run('openapi')).printed);
    const fieldsOf = (path: string): readonly string[] => {
      const { $ref } = paths[path].post.requestBody.content['application/json'].schema;
      return Object.keys(components.schemas[$ref.split('/').at(-1)].properties);
    };
    expect(fieldsOf('/api/inspections/plans/{id}/findings')).toEqual(['finding']);
    expect(fieldsOf('/api/spot-checks/findings')).toContain('measureId');
  });

  it('writes templates that are never written over', async () => {
    expect((await run('template', 'units', 'units.xlsx')).told).toBe('模板导出好了。');
    expect((await run('template', 'year', 'year.json', '--year', '2026')).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'year.json'), 'utf8')).settings).toMatchObject({ year: 2026 });
    writeFileSync(join(folder, 'mine.xlsx'), 'mine');
    const { code, told } = await run('template', 'units', 'mine.xlsx');
    expect([code, told]).toEqual([2, `“${join(folder, 'mine.xlsx')}”已经有了，请换一个文件名。`]);
    expect(readFileSync(join(folder, 'mine.xlsx'), 'utf8')).toBe('mine');
    expect((await run('template', 'units', 'nowhere/units.xlsx')).told).toMatch(/^写不了/);
  });

  it('shows what it can do', async () => {
    const { code, printed } = await run('--help');
    expect(code).toBe(0);
    for (const command of [
      'create-administrator',
      'import',
      'export',
      'due',
      'score',
      'backup',
      'restore',
      'verify',
      'openapi',
    ]) {
      expect(printed).toContain(command);
    }
    expect((await run()).code).toBe(2);
  });
});
