import { setTimeout as pause } from 'node:timers/promises';
import { SettableClock } from '../clock';
import { Log } from '../logging';
import { Ticker } from './ticker';

const START = '2022-05-17T01:00:00.000Z';

describe('The ticker', () => {
  const clock = new SettableClock(START);
  let lines: string[];
  let ticker: Ticker;

  beforeEach(() => {
    lines = [];
    clock.set(START);
    ticker = new Ticker(clock, new Log('info', { write: (line) => lines.push(line) }));
  });

  it('runs every job in the order of registration, each time it is asked', async () => {
    const runs: string[] = [];
    for (const name of ['first', 'second']) {
      ticker.register({
        name,
        everySeconds: 3600,
        run: (now) => {
          runs.push(`${name} ${now}`);
          return Promise.resolve();
        },
      });
    }
    await ticker.tick();
    await ticker.tick();
    expect(runs).toEqual([`first ${START}`, `second ${START}`, `first ${START}`, `second ${START}`]);
  });

  it('goes on when a job fails, and logs it', async () => {
    let runs = 0;
    ticker.register({ name: 'broken', everySeconds: 1, run: () => Promise.reject(new Error('no')) });
    ticker.register({
      name: 'sound',
      everySeconds: 1,
      run: () => {
        runs += 1;
        return Promise.resolve();
      },
    });
    await ticker.tick();
    expect(runs).toBe(1);
    expect(lines.join()).toContain('"job":"broken"');
  });

  it('lets no slow job hold up another, and waits for it when it stops', async () => {
    let isSlowDone = false;
    let quickRuns = 0;
    ticker.register({
      name: 'slow',
      everySeconds: 1,
      run: async () => {
        await pause(50);
        isSlowDone = true;
      },
    });
    ticker.register({
      name: 'quick',
      everySeconds: 1,
      run: () => {
        quickRuns += 1;
        return Promise.resolve();
      },
    });
    ticker.start();
    await pause(10);
    expect([quickRuns, isSlowDone]).toEqual([1, false]);
    await ticker.stop();
    expect(isSlowDone).toBe(true);
  });

  it('refuses two jobs of one name', () => {
    const job = { name: 'same', everySeconds: 1, run: () => Promise.resolve() };
    ticker.register(job);
    expect(() => {
      ticker.register(job);
    }).toThrow('same');
  });
});
