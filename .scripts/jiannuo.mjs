import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { compile } from './steps/build.mjs';
import { contentHash } from './steps/content-hash.mjs';
import { installPackages } from './steps/packages.mjs';
import { inside } from './steps/project.mjs';

// npm run --silent jiannuo -- <command>: the built server's command line. Only the command writes to the standard output.
const INPUTS = ['server/src', 'server/tsconfig.json', 'shared/src', 'tsconfig.base.json', 'package-lock.json'];
const entry = inside('server/dist/src/command-line/main.js');
const mark = inside('.cache', 'build-command-line.txt');

if (await isBuilt()) {
  const { status } = spawnSync(process.execPath, [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 2;
} else {
  process.exitCode = 2;
}

async function isBuilt() {
  const hash = contentHash(INPUTS);
  if (existsSync(entry) && existsSync(mark) && readFileSync(mark, 'utf8') === hash) return true;
  rmSync(mark, { force: true });
  try {
    await installPackages();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return false;
  }
  const { code, output } = await compile('server');
  if (code !== 0) {
    process.stderr.write(`${output}\n`);
    return false;
  }
  mkdirSync(inside('.cache'), { recursive: true });
  writeFileSync(mark, hash);
  return true;
}
