import { buildMiniapp, compile } from './steps/build.mjs';
import { installDebianPackages } from './steps/debian-packages.mjs';
import { installPackages } from './steps/packages.mjs';
import { Progress } from './steps/progress.mjs';
import { TOP } from './steps/project.mjs';
import { spawnSync } from 'node:child_process';

// npm run bench [-- part …]: builds what it measures, then prints one table with limits and verdicts.
const progress = new Progress(5);
await progress.step('npm packages', installPackages);
await progress.step('MariaDB', installDebianPackages);
await progress.step('server', () => compile('server'));
await progress.step('weapp build', () => buildMiniapp('weapp'));
await progress.step('h5 build', () => buildMiniapp('h5'));
const { status } = spawnSync(process.execPath, ['server/dist/bench/main.js', ...process.argv.slice(2)], {
  cwd: TOP,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
