import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { contentHash } from './content-hash.mjs';
import { inside } from './project.mjs';
import { runCommand, runPackage } from './run-command.mjs';

/** What a mini program build is made from; the same content gives the same build. */
const MINIAPP_INPUTS = [
  'miniapp',
  'shared/src',
  'shared/package.json',
  'project.config.json',
  'tsconfig.base.json',
  'package-lock.json',
];

/** Type-checks and compiles with project references; `project` is a folder with a tsconfig.json. */
export function compile(project = '.') {
  return runPackage('typescript/bin/tsc', ['-b', project]);
}

/** Builds the mini program for `weapp` or `h5`, unless the build of exactly these sources is there. */
export async function buildMiniapp(type) {
  const mark = inside('.cache', `build-${type}.txt`);
  const hash = contentHash(MINIAPP_INPUTS);
  const entry = inside('miniapp/dist', type, type === 'h5' ? 'index.html' : 'app.js');
  if (existsSync(entry) && existsSync(mark) && readFileSync(mark, 'utf8') === hash)
    return { code: 0, output: 'unchanged' };
  rmSync(mark, { force: true });
  const result = await runCommand('npm', ['run', '--silent', `build:${type}`, '-w', 'miniapp'], {
    env: { NODE_ENV: 'production', TARO_ENV: type },
  });
  const isBuilt = result.code === 0 && existsSync(entry);
  if (isBuilt) {
    mkdirSync(inside('.cache'), { recursive: true });
    writeFileSync(mark, hash);
  }
  return { code: isBuilt ? 0 : 1, output: result.output };
}
