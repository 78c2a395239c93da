import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { startTestApplication } from '../../test/application';
import { describeOnEachDatabase, openTestDatabase, type TestDatabase } from '../../test/databases';
import { ENTITIES } from '../entities';
import { MIGRATIONS } from '../migrations';
import { archivedTables } from './archive/table-rows';
import { commandLine } from '../../test/command-line/bench-terminal';

const WITH_TABLES = { entities: ENTITIES, migrations: MIGRATIONS };

describeOnEachDatabase('backing up', (open) => {
  const databases: TestDatabase[] = [];
  let full: TestDatabase;

  beforeAll(async () => {
    full = await open({ content: WITH_TABLES });
    databases.push(full);
    const app = await startTestApplication({ database: full });
    await app.ticker.tick();
    await app.close();
    full = Object.assign(full, await reopened(full));
  });
  afterAll(async () => {
    for (const each of databases) await each.close();
  });

  const reopened = async (database: TestDatabase): Promise<Partial<TestDatabase>> => {
    if (!database.dataSource.isInitialized) await database.dataSource.initialize();
    return {};
  };
  const runOn = ({ address, directory }: TestDatabase): ReturnType<typeof commandLine> =>
    commandLine(directory, {
      DATABASE_URL: address.kind === 'sqlite' ? address.file : address.url,
      DATA_DIR: directory,
    });
  const another = async (kind: TestDatabase['kind'], isEmpty = true): Promise<TestDatabase> => {
    const database = await openTestDatabase(kind, { content: WITH_TABLES, isEmpty });
    databases.push(database);
    return database;
  };
  const contentOf = async (database: TestDatabase): Promise<Record<string, unknown>> => {
    const content: Record<string, unknown> = {};
    for (const { name, key } of archivedTables(database.dataSource)) {
      const rows = await database.database.rows<Record<string, unknown>>(`SELECT * FROM ${name} ORDER BY ${key}`);
      content[name] = rows.map((row) => ({ ...row }));
    }
    return content;
  };
  const storeFile = (directory: string, bytes: Buffer): string => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = join(directory, 'attachments', sha256.slice(0, 2), sha256);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return path;
  };

  it.each(['sqlite', 'mariadb'] as const)('keeps every row and file, and fills an empty %s', async (kind) => {
    const bytes = Buffer.alloc(2_500_000, 'abc');
    const path = storeFile(full.directory, bytes);
    storeFile(full.directory, Buffer.alloc(0));
    mkdirSync(join(full.directory, 'attachments', 'incoming'), { recursive: true });
    writeFileSync(join(full.directory, 'attachments', 'incoming', 'x.part'), 'half');
    const name = `${kind}.backup`;
    const made = await runOn(full)('backup', name);
    expect(made).toMatchObject({
      code: 0,
      told: '',
      printed: expect.stringMatching(/^备份好了：记录\d+条，附件2个。$/),
    });
    expect(statSync(join(full.directory, name)).mode & 0o077).toBe(0);
    expect(readdirSync(full.directory).filter((each) => each.startsWith('.jiannuo'))).toEqual([]);

    const empty = await another(kind);
    const restored = await runOn(empty)('restore', join(full.directory, name));
    expect(restored).toEqual({ code: 0, told: '', printed: made.printed.replace('备份', '恢复') });
    expect(await contentOf(empty)).toEqual(await contentOf(full));
    expect(readFileSync(path.replace(full.directory, empty.directory)).equals(bytes)).toBe(true);
    expect(readdirSync(join(empty.directory, 'attachments'))).not.toContain('incoming');
    expect((await runOn(empty)('verify')).code).toBe(0);
    expect((await runOn(empty)('migrate')).told).toBe('表已经是最新的。');
  });

  it('keeps tokens of WeChat out of the file', async () => {
    const { database, dataSource } = full;
    await dataSource.query('INSERT INTO stored_value (name, value, updated_at) VALUES (?, ?, ?)', [
      'wechat:access-token:wx',
      'token-of-wechat',
      full.clock.now(),
    ]);
    await runOn(full)('backup', 'tokens.backup');
    await dataSource.query('DELETE FROM stored_value WHERE name = ?', ['wechat:access-token:wx']);
    const text = gunzipSync(readFileSync(join(full.directory, 'tokens.backup'))).toString();
    expect(text).not.toContain('token-of-wechat');
    expect(await database.rows('SELECT name FROM stored_value WHERE name = ?', ['wechat:access-token:wx'])).toEqual([]);
  });

  it('writes over nothing, neither file nor data', async () => {
    writeFileSync(join(full.directory, 'mine'), 'mine');
    expect((await runOn(full)('backup', 'mine')).told).toMatch(/已经有了，请换一个文件名。$/);
    expect(readFileSync(join(full.directory, 'mine'), 'utf8')).toBe('mine');
    await runOn(full)('backup', 'whole.backup');
    const refused = await runOn(full)('restore', 'whole.backup');
    expect(refused.code).toBe(2);
    const files = await another(full.kind);
    storeFile(files.directory, Buffer.from('here already'));
    const told = (await runOn(files)('restore', join(full.directory, 'whole.backup'))).told;
    expect(told).toBe('这里已经有附件，只能恢复到空的地方。请核对DATA_DIR。');
    const rows = await another(full.kind, false);
    await rows.dataSource.query(`INSERT INTO person (id, name, phone, created_at) VALUES ('1', '有人', NULL, '2022')`);
    const answer = await runOn(rows)('restore', join(full.directory, 'whole.backup'));
    expect(answer.told).toBe('数据库不是空的，只能恢复到空的数据库。请换一个。');
  });

  it.each<[string, (lines: string[]) => string[]]>([
    ['cut off', (lines) => lines.slice(0, -2)],
    ['changed', (lines) => lines.map((line) => line.replace('逊克县', '逊克局'))],
    ['without a row', (lines) => lines.filter((_, index) => index !== 5)],
    ['with a row too many', (lines) => [...lines.slice(0, 5), lines[4] ?? '', ...lines.slice(5)]],
    ['without its head', (lines) => lines.slice(1)],
    ['of something else', () => ['{"kind":"poem"}']],
    ['of no lines', () => []],
  ])('restores nothing from a backup that is %s', async (_what, spoil) => {
    const whole = join(full.directory, `spoil-${String(Math.random()).slice(2)}.backup`);
    await runOn(full)('backup', whole);
    const lines = gunzipSync(readFileSync(whole)).toString().trimEnd().split('\n');
    const empty = await another(full.kind);
    const path = join(empty.directory, 'spoiled');
    writeFileSync(path, gzipSync(`${spoil(lines).join('\n')}\n`));
    const { code, told } = await runOn(empty)('restore', path);
    expect([code, told]).toEqual([2, '备份文件坏了或没有写完，没有恢复。请换一份备份。']);
    expect(readdirSync(empty.directory)).not.toContain('attachments');
  });

  it('restores nothing from a file that is no backup, or half of one', async () => {
    const empty = await another(full.kind);
    writeFileSync(join(empty.directory, 'text'), 'hello');
    await runOn(full)('backup', 'half.backup');
    const half = readFileSync(join(full.directory, 'half.backup'));
    writeFileSync(join(empty.directory, 'half'), half.subarray(0, half.length / 2));
    for (const name of ['text', 'half']) {
      const { code, told } = await runOn(empty)('restore', name);
      expect([code, told]).toEqual([2, '备份文件坏了或没有写完，没有恢复。请换一份备份。']);
    }
  });

  it('leaves nothing out of the hands of a newer version', async () => {
    const lines = ['{"kind":"head","format":1,"madeAt":"x","migrations":["Future9999"]}'];
    const text = `${lines.join('\n')}\n`;
    const sha256 = createHash('sha256').update(text).digest('hex');
    const empty = await another(full.kind);
    const end = JSON.stringify({ kind: 'end', lines: 1, sha256 });
    writeFileSync(join(empty.directory, 'newer'), gzipSync(`${text}${end}\n`));
    expect((await runOn(empty)('restore', 'newer')).told).toBe('这份备份是更新的版本做的，请先升级再恢复。');
  });
});
