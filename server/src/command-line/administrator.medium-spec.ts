import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GroupQueries } from '../features/people';
import { insertRows } from '../platform/database';
import { startTestApplication } from '../../test/application';
import { describeOnEachDatabase, type TestDatabase } from '../../test/databases';
import { commandLine } from '../../test/command-line/bench-terminal';

describeOnEachDatabase('setting an installation up', (open) => {
  let test: TestDatabase;
  let run: ReturnType<typeof commandLine>;

  beforeEach(async () => {
    test = await open({ isEmpty: true });
    const { address, directory } = test;
    const url = address.kind === 'sqlite' ? address.file : address.url;
    run = commandLine(directory, { DATABASE_URL: url, DATA_DIR: directory });
  });
  afterEach(() => test.close());

  it('brings the tables up to date, once', async () => {
    const first = await run('migrate');
    expect([first.code, first.printed.split('\n')[0]]).toEqual([0, 'Platform1653000000001']);
    expect(await run('migrate')).toEqual({ code: 0, printed: '', told: '表已经是最新的。' });
  });

  it('asks for the tables first on a database server, and makes them itself in a file', async () => {
    const { code, told } = await run('create-administrator', '管理员', '13800000199');
    if (test.kind === 'sqlite') expect(code).toBe(0);
    else expect([code, told]).toEqual([2, '数据库的表还不是最新的，请先运行migrate。']);
  });

  it('lists an administrator and prints a code, which works, and a new one when asked again', async () => {
    await run('migrate');
    const first = await run('create-administrator', '--name', '管理员', '--phone', '138 0000 0199');
    expect(first.printed).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    expect(first.told).toMatch(/^请把邀请码交给管理员本人，只能用一次，\d{4}年.*前有效：$/);
    const second = await run('create-administrator', '管理员', '13800000199');
    expect(second.printed).not.toBe(first.printed);
    const posts = await test.database.rows('SELECT role FROM appointment');
    expect(posts).toEqual([{ role: 'administrator' }]);
    const usable = await test.database.rows('SELECT id FROM invite_code WHERE used_at IS NULL');
    expect(usable).toHaveLength(1);
    const written = JSON.stringify(await test.database.rows('SELECT * FROM audit_entry'));
    expect(written).not.toContain(second.printed);
    expect(written).toContain('command-line');
  });

  it('puts a group’s names right, one or all, and keeps on record what they were', async () => {
    await run('migrate');
    await run('create-administrator', '管理员', '13800000199');
    expect(await run('rename-group', '--name', '政务守信践诺工作专班', '--city', '黑河市')).toEqual({
      code: 0,
      printed: '',
      told: '政务守信践诺工作专班改好了，编号还是main。',
    });
    const more = [
      '--group',
      'main',
      '--phone',
      '0456-0000000',
      '--hours',
      '工作日8:30—17:30',
      '--lead-unit',
      '市信用办',
    ];
    expect((await run('rename-group', ...more)).code).toBe(0);
    const again = await run('rename-group', '--city', '黑河市');
    expect([again.code, again.told]).toEqual([0, '政务守信践诺工作专班本来就是这样，没有改。']);
    expect(await test.database.rows('SELECT code, name, city, lead_unit_name, lead_phone FROM working_group')).toEqual([
      {
        code: 'main',
        name: '政务守信践诺工作专班',
        city: '黑河市',
        lead_unit_name: '市信用办',
        lead_phone: '0456-0000000',
      },
    ]);
    const entries = await test.database.rows<{ detail: string }>(
      "SELECT detail FROM audit_entry WHERE action = 'group.rename' ORDER BY id",
    );
    expect(entries.map(({ detail }) => JSON.parse(detail) as object)).toMatchObject([
      { changed: ['name', 'city'], before: { name: '工作专班' }, after: { name: '政务守信践诺工作专班' } },
      { changed: ['leadUnitName', 'leadPhone', 'leadHours'], after: { leadUnitName: '市信用办' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('0456');
    const missing = await run('rename-group', '--group', 'nowhere', '--name', '新专班');
    expect([missing.code, missing.told]).toEqual([2, '没有编号是“nowhere”的专班，现有：main']);
  });

  it('keeps a year’s rules, and reckons with them', async () => {
    await run('migrate');
    await run('template', 'year', 'year.json', '--year', '2026');
    const path = join(test.directory, 'year.json');
    const year = JSON.parse(readFileSync(path, 'utf8'));
    // What is easily missed stands in the file (Q7).
    expect(year.settings.firstPeriodLenient).toBe(false);
    year.settings.dueRules = [{ ...year.settings.dueRules[0], day: 5, title: '专报' }];
    year.settings.firstPeriod = '2026-11';
    writeFileSync(path, JSON.stringify(year));
    await run('create-administrator', '管理员', '13800000199');
    expect((await run('due', '--year', '2026')).told).toBe('工作专班还没有2026年的安排，请先用 set-year 写入。');
    expect((await run('set-year', 'year.json')).told).toBe('工作专班2026年的安排写好了。');
    expect((await run('set-year', 'year.json')).code).toBe(0);
    const rows = JSON.parse((await run('due', '--year', '2026')).printed);
    expect(rows.map((row: { title: string; dueAt: string }) => [row.title, row.dueAt])).toEqual([
      ['专报', '2026-11-05T16:00:00.000Z'],
      ['专报', '2026-12-05T16:00:00.000Z'],
    ]);
  });

  it('leaves the headings of a year that is being filled, and changes what else there is', async () => {
    await run('migrate');
    await run('template', 'year', 'year.json', '--year', '2026');
    await run('create-administrator', '管理员', '13800000199');
    const path = join(test.directory, 'year.json');
    const year = JSON.parse(readFileSync(path, 'utf8'));
    const set = (change: object): ReturnType<typeof run> => {
      writeFileSync(path, JSON.stringify({ ...year, ...change }));
      return run('set-year', 'year.json');
    };
    const [first, ...others] = year.form.headings;
    const renamed = { form: { ...year.form, headings: [{ ...first, id: 'another' }, ...others] } };
    expect((await set(renamed)).code).toBe(0);
    expect((await set({})).code).toBe(0);
    await beginReport('2026-05');
    const { code, told } = await set(renamed);
    expect([code === 0, told]).toEqual([
      false,
      '2026年已经有单位在填月报，任务的编号和量化指标不能改。请只改文字、截止日和提醒。',
    ]);
    expect((await set({ clauseBasis: '改过的依据' })).code).toBe(0);
    const entries = await test.database.rows<{ detail: string }>(
      "SELECT detail FROM audit_entry WHERE action = 'group.set-year' ORDER BY id",
    );
    expect(entries).toHaveLength(3);
    const [created, back, words] = entries.map(({ detail }) => JSON.parse(detail));
    expect(created).toEqual({ year: 2026, before: null, after: back.before });
    expect(back).toEqual({ year: 2026, before: created.after, after: words.before });
    expect(back.after).not.toBe(back.before);
    expect(words.after).not.toBe(words.before);
  });

  async function beginReport(period: string): Promise<void> {
    const [unit] = await test.database.rows<{ id: string; group_id: string }>('SELECT id, group_id FROM unit');
    const owner = { group_id: unit!.group_id, unit_id: unit!.id, period };
    const due = { due_at: '2026-05-20T16:00:00.000Z', original_due_at: '2026-05-20T16:00:00.000Z' };
    const thing = { kind: 'monthly-report', ordinal: 1, article: '第七条', version: 1 };
    const id = test.ids.next();
    const at = test.clock.now();
    await test.transactions.run(async (tx) => {
      await insertRows(tx, 'obligation', [{ id, ...owner, ...due, ...thing, created_at: at }]);
      const standing = { obligation_id: id, state: 'draft', current_version: 0, version: 1 };
      await insertRows(tx, 'report', [{ id: test.ids.next(), ...owner, ...standing, opened_at: at }]);
      return null;
    });
  }

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a day that no month has', JSON.stringify({ clauseBasis: 'x', settings: { year: 1822 } })],
  ])('refuses a year file with %s', async (_what, text) => {
    writeFileSync(join(test.directory, 'year.json'), text);
    const { code, told } = await run('set-year', 'year.json');
    expect([code, told.startsWith('年度安排文件')]).toEqual([2, true]);
  });

  it('finds the audit log whole, and tells when somebody changed it', async () => {
    await run('migrate');
    await run('create-administrator', '管理员', '13800000199');
    const app = await startTestApplication({ database: test, seed: () => Promise.resolve() });
    await app.ticker.tick();
    expect(await app.app.get(GroupQueries).groups()).toHaveLength(1);
    await app.close();
    const whole = await run('verify');
    expect([whole.code, whole.printed.split('\n')[0]]).toEqual([0, '操作记录完整：连着3条。']);
    await test.database.dataSource.query(`UPDATE audit_entry SET detail = '{}' WHERE action = 'people.invite'`);
    const broken = await run('verify');
    expect([broken.code, broken.printed]).toEqual([1, '']);
    expect(broken.told).toMatch(/^操作记录被改动过，共1处：\n第\d条：/);
  });
});
