import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A path inside the project, whether this file runs from its source or compiled. */
export function inProject(...parts: readonly string[]): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package-lock.json'))) {
    if (folder === dirname(folder)) throw new Error(`${__dirname} is not inside the project.`);
    folder = dirname(folder);
  }
  return join(folder, ...parts);
}
