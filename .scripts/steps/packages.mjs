import { readFile } from 'node:fs/promises';
import { inside } from './project.mjs';
import { runCommand } from './run-command.mjs';

/** Installs the npm packages of the lockfile unless exactly these are there already. Throws when npm fails. */
export async function installPackages() {
  if (await arePackagesCurrent()) return 'current';
  const { code, output } = await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline']);
  if (code !== 0) throw new Error(`npm ci ended with ${code}:\n${output}`);
  return 'installed';
}

/** Whether node_modules holds every package of the lockfile in its version; packages for other machines may be absent. */
async function arePackagesCurrent() {
  const [wanted, present] = await Promise.all([
    packagesOf('package-lock.json'),
    packagesOf('node_modules/.package-lock.json'),
  ]);
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, link }]) => {
    if (!path.includes('node_modules/') || link || optional || devOptional) return true;
    return present[path]?.version === version;
  });
}

async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(inside(file), 'utf8')).packages;
  } catch {
    return null;
  }
}
