import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inProject } from '../project-folder';

/** Where the real build of the mini program stands. */
export const WEAPP_FOLDER = inProject('miniapp/dist/weapp');

/** One file of a build with its size in bytes. */
export interface BuiltFile {
  readonly path: string;
  readonly bytes: number;
}

/** All files of a folder, deep, by their path inside it. Throws when the folder is not there. */
export function filesOf(folder: string, inside = folder): readonly BuiltFile[] {
  if (!existsSync(inside)) throw new Error(`${inside} is missing: build it first.`);
  return readdirSync(inside, { withFileTypes: true }).flatMap((entry) => {
    const path = join(inside, entry.name);
    return entry.isDirectory() ? filesOf(folder, path) : [{ path: relative(folder, path), bytes: statSync(path).size }];
  });
}

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly permission?: Record<string, unknown>;
  readonly requiredPrivateInfos?: readonly string[];
  readonly __usePrivacyCheck__?: boolean;
}

/** The program's own declaration, as WeChat reads it. */
export function appJson(folder = WEAPP_FOLDER): AppJson {
  return JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson;
}

/** Every page by its route, those of the main package first. */
export function pagesOf({ pages, subPackages = [] }: AppJson = appJson()): readonly string[] {
  return [...pages, ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))];
}

/** Bytes of the main package: everything that WeChat loads before any subpackage. Licence texts are not uploaded. */
export function mainPackageBytes(folder = WEAPP_FOLDER): number {
  const all = subpackageBytes(folder).reduce((sum, [, bytes]) => sum + bytes, 0);
  return uploadedBytes(folder) - all;
}

/** Bytes of each subpackage by its root, with its own copies of what subpackages share. */
export function subpackageBytes(folder = WEAPP_FOLDER): readonly (readonly [string, number])[] {
  return (appJson(folder).subPackages ?? []).map(({ root }) => [root, uploadedBytes(folder, `${root}/`)]);
}

function uploadedBytes(folder: string, under = ''): number {
  return filesOf(folder)
    .filter((file) => file.path.startsWith(under))
    .filter((file) => !/LICENSE\.txt$|project\.(private\.)?config\.json$|\.map$/.test(file.path))
    .reduce((sum, file) => sum + file.bytes, 0);
}

/** Addresses that stand in a build as words only: XML namespaces, explanations of error numbers, the made-up origin of Taro. */
const NEVER_ASKED = /^https?:\/\/(www\.w3\.org|reactjs\.org|react\.dev|fb\.me|taro\.com|localhost|127\.0\.0\.1)\b/;

/** Every outside address that the text files of a build hold, with the file. */
export function outsideAddresses(folder: string): readonly string[] {
  return filesOf(folder)
    .filter((file) => /\.(js|json|css|wxss|wxml|wxs|html)$/.test(file.path))
    .flatMap((file) => {
      const found =
        readFileSync(join(folder, file.path), 'utf8').match(/(https?:)?\/\/[a-z0-9-]+(\.[a-z0-9-]+)+/gi) ?? [];
      return found
        .filter((address) => /^https?:/.test(address) && !NEVER_ASKED.test(address))
        .map((address) => `${file.path}: ${address}`);
    });
}
