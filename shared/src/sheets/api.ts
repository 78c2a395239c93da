import type { Instant } from '../kernel';

/** One line of 下载记录: who took which file out, and when. */
export interface DownloadView {
  readonly id: string;
  readonly name: string;
  readonly personName: string;
  readonly unitName: string;
  readonly at: Instant;
}

/** GET /api/downloads: the group's downloads, latest first, at most `limit`. */
export interface DownloadsView {
  readonly limit: number;
  readonly rows: readonly DownloadView[];
}
