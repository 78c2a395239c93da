import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { PLATFORM_TABLES } from '../../../test/probe';
import { MINUTE, SECOND } from '../clock';
import { Log } from '../logging';
import { Heartbeat } from './heartbeat';
import { Outages } from './outages';

describeOnEachDatabase('An outage', (open) => {
  let test: TestDatabase;
  let outages: Outages;
  let heartbeat: Heartbeat;

  beforeEach(async () => {
    test = await open({ content: PLATFORM_TABLES });
    outages = new Outages(test.database, test.ids);
    heartbeat = new Heartbeat(test.transactions, outages, new Log('fatal', { write: () => undefined }));
  });

  afterEach(() => test.close());

  const beat = (): Promise<void> => heartbeat.beat(test.clock.now());
  const all = (): ReturnType<Outages['between']> => outages.between('2022-05-01T00:00:00.000Z', '2022-06-01T00:00:00.000Z');

  it('is on record from the last heartbeat to the first one after it', async () => {
    test.clock.set('2022-05-20T14:00:00.000Z');
    await beat();
    test.clock.advance(2 * 60 * MINUTE);
    await beat();
    expect(await all()).toEqual([
      {
        id: expect.stringMatching(/^\w{26}$/) as string,
        beganAt: '2022-05-20T14:00:00.000Z',
        endedAt: '2022-05-20T16:00:00.000Z',
        cause: '服务器没有心跳',
      },
    ]);
  });

  it('is none while the heart beats, nor after a quick restart', async () => {
    for (let minute = 0; minute < 5; minute += 1) {
      await beat();
      test.clock.advance(MINUTE - 1);
    }
    expect(await all()).toEqual([]);
    await beat();
    test.clock.advance(MINUTE);
    await beat();
    expect(await all()).toHaveLength(1);
  });

  it('is recorded once, however many servers come back at the same moment', async () => {
    await beat();
    test.clock.advance(10 * MINUTE);
    await Promise.all([beat(), beat(), beat(), beat()]);
    expect(await all()).toHaveLength(1);
  });

  it('is not made up by a clock that was set back', async () => {
    await beat();
    test.clock.advance(-10 * MINUTE);
    await beat();
    test.clock.advance(10 * MINUTE + 30 * SECOND);
    await beat();
    expect(await all()).toEqual([]);
  });

  it('begins without one, also when two servers begin at once', async () => {
    await Promise.all([beat(), beat(), beat()]);
    expect(await all()).toEqual([]);
  });

  it('is found by the time it touches: its end is the first moment that is free', async () => {
    await beat();
    test.clock.advance(10 * MINUTE);
    await beat();
    const from = '2022-05-17T01:00:00.000Z';
    const to = '2022-05-17T01:10:00.000Z';
    expect(await outages.between('2022-05-17T00:00:00.000Z', from)).toHaveLength(0);
    expect(await outages.between('2022-05-17T01:09:59.999Z', '2022-05-18T00:00:00.000Z')).toHaveLength(1);
    expect(await outages.between(to, '2022-05-18T00:00:00.000Z')).toHaveLength(0);
  });
});
