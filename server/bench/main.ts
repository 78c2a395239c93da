import { measureBoard } from './board.bench';
import { measureCounties } from './counties.bench';
import { openGround, type Ground } from './ground';
import { measureHandIn } from './hand-in.bench';
import { measureLadder } from './ladder.bench';
import { measureLastMinute } from './last-minute.bench';
import type { Measure } from './measure';
import { measureNotices } from './notices.bench';
import { measureReminders } from './reminders.bench';
import { measureSandbox } from './sandbox.bench';
import { measureScore } from './score.bench';
import { measureSetData } from './set-data.bench';
import { measureSizes } from './sizes';
import { table } from './table';

/** The parts of the bench by name; each stands alone. */
const PARTS: Readonly<Record<string, () => Promise<readonly Measure[]>>> = {
  'hand-in': () => onGround(measureHandIn),
  board: () => onGround(measureBoard),
  'last-minute': () => onGround(measureLastMinute),
  reminders: () => onGround(measureReminders),
  score: () => Promise.resolve(measureScore()),
  sandbox: () => Promise.resolve(measureSandbox()),
  counties: () => onGround(measureCounties),
  notices: () => onGround(measureNotices),
  ladder: () => onGround(measureLadder),
  'set-data': measureSetData,
  sizes: () => Promise.resolve(measureSizes()),
};

async function onGround(measure: (ground: Ground) => Promise<readonly Measure[]>): Promise<readonly Measure[]> {
  const ground = await openGround();
  try {
    return await measure(ground);
  } finally {
    await ground.close();
  }
}

/** What a part measures. One that could not be measured is not met, and takes nothing from the others. */
async function measuresOf(name: string, part: () => Promise<readonly Measure[]>): Promise<readonly Measure[]> {
  process.stderr.write(`bench: ${name} …\n`);
  try {
    return await part();
  } catch (error) {
    console.error(error);
    return [{ what: name, limit: '', measured: 'broken off', isMet: false }];
  }
}

async function run(): Promise<void> {
  const wanted = process.argv.slice(2);
  const measures: Measure[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    measures.push(...(await measuresOf(name, part)));
  }
  console.log(table(measures));
  process.exitCode = measures.every((measure) => measure.isMet) ? 0 : 1;
}

void run();
