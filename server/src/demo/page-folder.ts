import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The page is served from its source, also when this file runs compiled from dist/src/demo. */
export function pageFolder(): string {
  const places = [join(__dirname, 'page'), join(__dirname, '../../../src/demo/page')];
  const found = places.find((place) => existsSync(join(place, 'index.html')));
  if (found === undefined) throw new Error('The demo page is missing: run from the project folder.');
  return found;
}
