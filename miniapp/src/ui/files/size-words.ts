/** Largest file the server takes, in bytes, inclusive. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** `52 MB`, `186 KB`. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes >= 1
    ? `${String(Math.round(megabytes * 10) / 10)} MB`
    : `${String(Math.max(1, Math.round(bytes / 1024)))} KB`;
}
