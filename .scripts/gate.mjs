import { GATE_CHECKS } from './steps/gate-checks.mjs';
import { installPackages } from './steps/packages.mjs';
import { Progress } from './steps/progress.mjs';
import { Tally } from './steps/tally.mjs';

// npm run gate [check …]: the gate alone, or only the named checks of it.
const wanted = process.argv.slice(2);
const checks = GATE_CHECKS.filter((check) => wanted.length === 0 || wanted.includes(check.title));
const progress = new Progress(checks.length + 1);
const tally = new Tally();
await progress.step('npm packages', installPackages);
for (const check of checks) tally.addCheck(check.title, await progress.step(check.title, check.run));
process.exitCode = tally.print();
