import type { MarkableKind } from '../watermark';

/** The kinds of file that are taken: their extension, what a browser is told, and how they begin. */
export const FILE_KINDS = {
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    container: 'zip',
    part: 'word/',
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    container: 'zip',
    part: 'xl/',
  },
  doc: { mediaType: 'application/msword', container: 'ole', part: 'WordDocument' },
  xls: { mediaType: 'application/vnd.ms-excel', container: 'ole', part: 'Workbook' },
  pdf: { mediaType: 'application/pdf', container: 'pdf', part: null },
  jpg: { mediaType: 'image/jpeg', container: 'jpeg', part: null },
  png: { mediaType: 'image/png', container: 'png', part: null },
} as const satisfies Record<string, FileKind>;

/** One kind of file. */
export interface FileKind {
  readonly mediaType: string;
  readonly container: Container;
  /** What the container must hold: a folder of a zip, or a stream of an OLE file. */
  readonly part: string | null;
}

/** How a file is built on the outside. */
export type Container = 'zip' | 'ole' | 'pdf' | 'jpeg' | 'png';

const BEGINNINGS: readonly (readonly [Container, Buffer])[] = [
  ['zip', Buffer.from([0x50, 0x4b, 0x03, 0x04])],
  ['ole', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['pdf', Buffer.from('%PDF-')],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];

/** The kind that a file's name claims; null when it is not taken. `jpeg` counts as `jpg`. */
export function claimedKind(name: string): { readonly extension: string; readonly kind: FileKind } | null {
  const written = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase();
  const extension = written === 'jpeg' ? 'jpg' : written;
  if (extension === undefined || !Object.hasOwn(FILE_KINDS, extension)) return null;
  return { extension, kind: FILE_KINDS[extension as keyof typeof FILE_KINDS] };
}

/** Of what kind a file is that can carry a watermark, by its name; null when it cannot. */
export function markableKind(name: string): MarkableKind | null {
  const extension = claimedKind(name)?.extension;
  return extension === 'pdf' || extension === 'jpg' || extension === 'png' ? extension : null;
}

/** How a file is built, told from its first bytes; null when unknown. */
export function containerOf(beginning: Buffer): Container | null {
  return BEGINNINGS.find(([, mark]) => beginning.subarray(0, mark.length).equals(mark))?.[0] ?? null;
}
