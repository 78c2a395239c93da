import { addMinutes } from '@jiannuo/shared/kernel';
import { SettableClock, SystemClock, type Clock } from '../clock';
import { Outages } from '../health';
import { Log } from '../logging';
import { Ticker } from '../schedule';
import { HeartbeatJob } from './heartbeat.job';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';

const START = '2022-05-20T13:00:00.000Z';

describeOnEachDatabase('The heartbeat', (open) => {
  let test: TestDatabase;
  let outages: Outages;
  const log = new Log('silent');

  beforeEach(async () => {
    test = await open();
    outages = new Outages(test.database, test.ids);
  });
  afterEach(() => test.close());

  const server = (clock: Clock = new SystemClock(), ticker = new Ticker(clock, log)): HeartbeatJob =>
    new HeartbeatJob(ticker, clock, test.database, test.transactions, outages, log);
  const recorded = () => outages.between('2022-05-01T00:00:00.000Z', '2022-06-01T00:00:00.000Z');

  it('records nothing while the platform is up, and nothing at the very first start', async () => {
    const beating = server();
    expect(await beating.beat(START)).toBeNull();
    for (let minute = 0.5; minute <= 10; minute += 0.5)
      expect(await beating.beat(addMinutes(START, minute))).toBeNull();
    expect(await recorded()).toEqual([]);
  });

  it('records the two hours that nothing ran, from the last sign of life to the next', async () => {
    await server().beat(START);
    expect(await server().beat(addMinutes(START, 120))).toEqual({ from: START, to: addMinutes(START, 120) });
    expect(await recorded()).toMatchObject([{ beganAt: START, endedAt: addMinutes(START, 120) }]);
  });

  it('takes two minutes of silence for an outage, and a second less for a busy machine', async () => {
    await server().beat(START);
    expect(await server().beat('2022-05-20T13:01:59.000Z')).toBeNull();
    expect(await server().beat('2022-05-20T13:03:59.000Z')).not.toBeNull();
  });

  it('is not set back by a server whose clock is behind', async () => {
    await server().beat(addMinutes(START, 10));
    await server().beat(START);
    expect(await server().beat(addMinutes(START, 10.5))).toBeNull();
    expect(await recorded()).toEqual([]);
  });

  it('counts one server of several as up', async () => {
    await server().beat(START);
    for (const minute of [1, 2, 3, 4, 5]) await server().beat(addMinutes(START, minute));
    expect(await server().beat(addMinutes(START, 5.5))).toBeNull();
    expect(await recorded()).toEqual([]);
  });

  it('records a silence once when several servers come back at the same moment', async () => {
    await server().beat(START);
    const back = addMinutes(START, 30);
    const ended = await Promise.all(
      [1, 2, 3, 4].map((seconds) => server().beat(back.replace('00.000', `0${String(seconds)}.000`))),
    );
    expect(ended.filter((each) => each !== null)).toHaveLength(1);
    expect(await recorded()).toHaveLength(1);
  });

  it('never mistakes the leap of a clock that was set for an outage', async () => {
    const clock = new SettableClock(START);
    const ticker = new Ticker(clock, log);
    server(clock, ticker).onModuleInit();
    await ticker.tick();
    clock.set('2022-05-28T01:00:00.000Z');
    await ticker.tick();
    expect(await recorded()).toEqual([]);
  });
});
