import { DemoServer } from '../test/journeys/demo-server';
import { walkReport } from '../test/weapp/report-flow';
import { atMost, type Measure } from './measure';

/** Bytes that cross WeChat's bridge on the real build, from sign-in to receipt. */
export async function measureSetData(): Promise<readonly Measure[]> {
  const server = await DemoServer.start();
  try {
    const { firstPaints, keystroke } = await walkReport(server);
    return [
      atMost('weapp: largest setData of a first paint', Math.max(...Object.values(firstPaints)) / 1024, 32, 'KB'),
      atMost('weapp: largest setData of a keystroke', keystroke / 1024, 1, 'KB'),
    ];
  } finally {
    await server.stop();
  }
}
