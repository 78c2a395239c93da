import { buildMiniapp } from './steps/build.mjs';
import { installDebianPackages } from './steps/debian-packages.mjs';
import { GATE_CHECKS } from './steps/gate-checks.mjs';
import { JEST_SUITES, runJestSuite } from './steps/jest-suites.mjs';
import { installPackages } from './steps/packages.mjs';
import { Progress } from './steps/progress.mjs';
import { isContinuousIntegration } from './steps/project.mjs';
import { Tally } from './steps/tally.mjs';

// npm test: everything that must hold, from a bare clone. The last line is the sum of all checks and tests.
const progress = new Progress(4 + GATE_CHECKS.length + JEST_SUITES.length);
const tally = new Tally();

await progress.step('npm packages', installPackages);
const machine = await progress.step('MariaDB, Chromium, fonts', installDebianPackages);
if (machine.sentence && isContinuousIntegration) tally.addFailure('machine', machine.sentence);
else if (machine.sentence) tally.addSkipped('parts of the tests', machine.sentence);

// Types compile what the builds stand on, and format needs nothing. Then lint, the longest, beside all the rest.
const [types, format, lint, ...others] = GATE_CHECKS;
const builds = ['weapp', 'h5'].map((type) => ({ title: `${type} build`, run: () => buildMiniapp(type) }));
await Promise.all([types, format].map(runCheck));
await Promise.all([[lint], [...builds, ...others]].map(runInTurn));
for (const suite of JEST_SUITES) {
  await progress.step(suite.title, () => runJestSuite(suite, machine.missing, tally));
}
process.exitCode = tally.print();

async function runInTurn(several) {
  for (const check of several) await runCheck(check);
}

async function runCheck({ title, run }) {
  tally.addCheck(title, await progress.step(title, run));
}
