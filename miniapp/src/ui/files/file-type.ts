/** Largest file the server takes, in bytes, inclusive. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** `52 MB`, `186 KB`. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes >= 1
    ? `${String(Math.round(megabytes * 10) / 10)} MB`
    : `${String(Math.max(1, Math.round(bytes / 1024)))} KB`;
}

/** Kind of a file as people say it, by the end of its name: `PDF`, `DOCX`; empty when the name has none. */
export function fileTypeWords(name: string): string {
  return (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '').toUpperCase();
}
