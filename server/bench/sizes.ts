import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inProject } from '../test/project-folder';
import { mainPackageBytes } from '../test/weapp/weapp-build';
import { under, type Measure } from './measure';

const H5_FOLDER = inProject('miniapp/dist/h5');

/** Bytes of the two builds: the main package for WeChat, and what a browser loads before its first screen. */
export function measureSizes(): readonly Measure[] {
  return [
    under('weapp: main package, raw', mainPackageBytes() / 1024, 900, 'KB'),
    under('H5: before the first screen, gzipped', firstScreenBytes(H5_FOLDER) / 1024, 250, 'KB'),
  ];
}

/** The page itself and everything its head and body name; later chunks come only when a page asks for them. */
export function firstScreenBytes(folder: string): number {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  return [page, ...named.map((file) => readFileSync(join(folder, file), 'utf8'))]
    .map((text) => gzipSync(text).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}
