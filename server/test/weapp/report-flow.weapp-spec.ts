import { MINI_PROGRAM_PAGES } from '../../src/demo/mini-program-pages';
import { DemoServer } from '../journeys/demo-server';
import { walkReport, type FlowResult } from './report-flow';
import { pagesOf } from './weapp-build';

describe('the build for WeChat against the real server', () => {
  let server: DemoServer;
  let result: FlowResult;

  beforeAll(async () => {
    server = await DemoServer.start();
    result = await walkReport(server);
  }, 120_000);

  afterAll(() => server.stop());

  it('leads a listed officer from sign-in over binding and the form to the receipt', () => {
    expect(result.receipt).toContain('孙吴县');
    expect(result.receipt).toMatch(/YB-202205-\d{4}/);
    expect(result.complaints).toEqual([]);
  });

  it('draws no page for the first time with more than 32 KB in one setData', () => {
    expect(Object.keys(result.firstPaints).length).toBeGreaterThan(3);
    expect(Math.max(...Object.values(result.firstPaints))).toBeLessThanOrEqual(32 * 1024);
  });

  it('answers a keystroke with at most 1 KB of setData', () => {
    expect(result.keystroke).toBeGreaterThan(0);
    expect(result.keystroke).toBeLessThanOrEqual(1024);
  });

  it('opens from a message only pages that the simulated WeChat knows too', () => {
    expect([...MINI_PROGRAM_PAGES].sort()).toEqual([...pagesOf()].sort());
  });
});
