import { setTimeout as pause } from 'node:timers/promises';
import { openTestDatabase } from '../../../test/databases';
import { PLATFORM_TABLES, ProbeController, startProbe } from '../../../test/probe';

describe('A server that is told to stop', () => {
  it('finishes what is under way, takes nothing new, and closes the database', async () => {
    const database = await openTestDatabase('sqlite', { content: PLATFORM_TABLES });
    const test = await startProbe({ database });
    await test.app.listen(0, '127.0.0.1');
    const url = await test.app.getUrl();
    test.ticker.start();
    const underWay = fetch(`${url}/api/probe/slow`);
    while (ProbeController.slowBegun === 0) await pause(5);
    const closing = test.close();
    await pause(20);
    await expect(fetch(`${url}/api/probe/public`)).rejects.toThrow('fetch failed');
    const answer = await underWay;
    expect(await answer.json()).toEqual({ rows: [{ one: 1 }] });
    await closing;
    expect(test.database.dataSource.isInitialized).toBe(false);
    await database.close();
  });
});
