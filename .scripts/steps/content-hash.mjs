import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inside } from './project.mjs';

const IGNORED = new Set(['node_modules', 'dist', 'coverage', '.swc']);

/** SHA-256 over the names and bytes of the given files and folders of the project, in name order; absent ones count as absent. */
export function contentHash(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addPath(hash, path);
  return hash.digest('hex');
}

function addPath(hash, path) {
  const stat = statSync(inside(path), { throwIfNoEntry: false });
  hash.update(`${path}\0`);
  if (!stat) return;
  if (stat.isFile()) {
    hash.update(readFileSync(inside(path)));
    return;
  }
  for (const name of readdirSync(inside(path)).sort()) {
    if (!IGNORED.has(name)) addPath(hash, join(path, name));
  }
}
