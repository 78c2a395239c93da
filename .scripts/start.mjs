import { buildMiniapp, compile } from './steps/build.mjs';
import { isReady, startDemoServer } from './steps/demo-server.mjs';
import { freePort } from './steps/free-port.mjs';
import { installPackages } from './steps/packages.mjs';
import { Progress } from './steps/progress.mjs';

// npm start [-- --keep]: the demo with sample data, from a bare clone. Prints one address when it can be opened.
const progress = new Progress(4);
const isKept = process.argv.includes('--keep');

await progress.step('npm packages', installPackages);
await progress.step('server', () => succeed(compile('server')));
await progress.step('screens', () => succeed(buildMiniapp('h5')));
const port = await freePort(Number(process.env.PORT ?? 3000));
const { child, ended, lastLines } = startDemoServer({ port, isKept });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
const ready = await progress.step('sample data', () => isReady(port, ended));
if (ready) {
  process.stdout.write(`http://127.0.0.1:${port}/\n`);
} else {
  process.stderr.write(`The server did not start. Its last lines:\n${lastLines()}\n`);
  child.kill('SIGTERM');
}
process.exitCode = (await ended) || (ready ? 0 : 1);

async function succeed(building) {
  const { code, output } = await building;
  if (code === 0) return;
  process.stderr.write(`${output}\n`);
  process.exit(1);
}
