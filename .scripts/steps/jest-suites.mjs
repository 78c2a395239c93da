import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { inside } from './project.mjs';
import { runPackage } from './run-command.mjs';

const CORES = availableParallelism();

/** Jest runs in order; `needs` names what the machine must have for the whole suite. Journeys wait more than they work. */
export const JEST_SUITES = [
  { title: 'shared', config: 'shared/jest.config.cjs', needs: [] },
  { title: 'server', config: 'server/jest.config.cjs', needs: [] },
  { title: 'mini program', config: 'miniapp/jest.config.cjs', needs: [] },
  { title: 'seeded violations', config: 'server/test/gate/jest.config.cjs', needs: [] },
  { title: 'weapp build', config: 'server/test/weapp/jest.config.cjs', needs: [] },
  {
    title: 'journeys',
    config: 'server/test/journeys/jest.config.cjs',
    needs: ['chromium', 'fonts'],
    workers: CORES + 1,
  },
];

/** Runs one suite and adds every test of it to the tally. `missing` are the unmet needs of the machine. */
export async function runJestSuite(suite, missing, tally) {
  const unmet = suite.needs.filter((need) => missing.includes(need));
  if (unmet.length > 0) return tally.addSkipped(suite.title, `Not installed: ${unmet.join(', ')}.`);
  const report = inside('.cache', `jest-${suite.title.replaceAll(' ', '-')}.json`);
  mkdirSync(inside('.cache'), { recursive: true });
  rmSync(report, { force: true });
  const workers = String(suite.workers ?? CORES);
  const args = ['--config', inside(suite.config), '--maxWorkers', workers, '--json', '--outputFile', report];
  const { output } = await runPackage('jest/bin/jest.js', args, { env: { JIANNUO_MISSING: missing.join(',') } });
  if (!existsSync(report)) return tally.addFailure(suite.title, output);
  return tally.addJest(suite.title, JSON.parse(readFileSync(report, 'utf8')));
}
