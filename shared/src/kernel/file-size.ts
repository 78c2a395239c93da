/** Largest file that is taken in, in bytes, inclusive. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** `52 MB`, `186 KB`. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes >= 1
    ? `${String(Math.round(megabytes * 10) / 10)} MB`
    : `${String(Math.max(1, Math.round(bytes / 1024)))} KB`;
}

/**
 * How large a file that is refused is, and how large it may be. It only says that the limit is passed where the size is
 * not known (null), or so little above that rounding would show the limit itself.
 */
export function tooLargeWords(bytes: number | null): string {
  const most = sizeWords(LARGEST_FILE);
  const size = bytes === null ? most : sizeWords(bytes);
  return size === most ? `文件超过${most}。` : `文件有${size}，最多${most}。`;
}
