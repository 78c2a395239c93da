import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openTestDatabase } from '../../../test/databases';
import { createSchema, resumeMariaDb, startMariaDb, testDirectory, type TestMariaDb } from '../../../test/mariadb';
import { PLATFORM_TABLES, probeToken, startProbe } from '../../../test/probe';
import type { RefusalBody } from '../http';

describe('When the database is gone', () => {
  it('people read one sentence, nothing is half done, and all goes on when it is back', async () => {
    const directory = join(testDirectory(), 'lost');
    mkdirSync(directory);
    let server: TestMariaDb = await startMariaDb(directory);
    const url = await createSchema(server, 'lost');
    const database = await openTestDatabase({ kind: 'mariadb', url }, { content: PLATFORM_TABLES });
    const test = await startProbe({ database });
    const liaison = await probeToken(test, 'liaison-xunke');
    const add = async (name: string): Promise<[number, string]> => {
      const request = { method: 'POST', url: '/api/probe/things', as: liaison, body: { name, count: 1 } } as const;
      const answer = await test.ask(request);
      return [answer.statusCode, answer.statusCode === 201 ? '' : answer.json<RefusalBody>().sentence];
    };
    try {
      expect(await add('before')).toEqual([201, '']);
      expect((await test.ask({ url: '/readyz' })).statusCode).toBe(200);

      await stop(server);
      const sentence = '服务器暂时存不上，您填的都在。请过1分钟再试。';
      for (let attempt = 0; attempt < 3; attempt += 1) expect(await add('meanwhile')).toEqual([503, sentence]);
      expect((await test.ask({ url: '/readyz' })).statusCode).toBe(503);
      expect((await test.ask({ url: '/healthz' })).statusCode).toBe(200);

      server = await resumeMariaDb(directory, server.port);
      expect(await add('after')).toEqual([201, '']);
      expect((await test.ask({ url: '/readyz' })).statusCode).toBe(200);
      const rows = await test.database.rows<{ name: string }>('SELECT name FROM stored_value ORDER BY name');
      expect(rows.map((row) => row.name)).toEqual(['after', 'before']);
    } finally {
      await test.close();
      await database.close();
      await stop(server);
    }
  });
});

describe('Before the tables have been made', () => {
  it('a server is alive but not ready, and becomes ready without a restart', async () => {
    const database = await openTestDatabase('mariadb', { content: PLATFORM_TABLES, isEmpty: true });
    const test = await startProbe({ database });
    const statusOf = async (url: string): Promise<number> => (await test.ask({ url })).statusCode;
    expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 503]);
    await database.dataSource.runMigrations();
    expect(await statusOf('/readyz')).toBe(200);
    await test.close();
    await database.close();
  });
});

async function stop(server: TestMariaDb): Promise<void> {
  process.kill(server.pid, 'SIGKILL');
  for (let attempt = 0; attempt < 200 && isAlive(server.pid); attempt += 1) await pause(20);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
