import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inProject } from '../project-folder';

const TOP = inProject();
const CONFIGURATION = [
  'eslint.config.mjs',
  '.dependency-cruiser.cjs',
  'tsconfig.json',
  'tsconfig.base.json',
  'shared/tsconfig.json',
  'shared/tsconfig.build.json',
  'shared/tsconfig.spec.json',
  'shared/package.json',
  'server/tsconfig.json',
  'server/package.json',
  'miniapp/tsconfig.json',
  'miniapp/package.json',
  'package.json',
];

/** A small copy of the project: its real tool configuration, and only the files that a test puts there. */
export class SeededTree {
  readonly folder = mkdtempSync(join(tmpdir(), 'jiannuo-gate-'));

  constructor(files: readonly Readonly<Record<string, string>>[]) {
    for (const file of CONFIGURATION) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      cpSync(join(TOP, file), join(this.folder, file));
    }
    for (const [file, text] of files.flatMap((some) => Object.entries(some))) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      writeFileSync(join(this.folder, file), text);
    }
    symlinkSync(join(TOP, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** Runs an installed tool in the copy and reads the JSON it prints. */
  run(program: string, args: readonly string[]): unknown {
    const { stdout, stderr } = spawnSync(process.execPath, [join(TOP, 'node_modules', program), ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (!stdout.trimStart().startsWith('{') && !stdout.trimStart().startsWith('[')) throw new Error(stdout + stderr);
    return JSON.parse(stdout);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
