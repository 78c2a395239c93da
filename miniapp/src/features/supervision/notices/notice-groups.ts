import type { NoticeRow } from '@jiannuo/shared/supervision';

/** Notices that stand together under one heading. */
export interface NoticeGroup {
  readonly title: string;
  readonly rows: readonly NoticeRow[];
}

const UNDER_WAY: readonly NoticeRow['state'][] = ['draft', 'checking'];

/** Each heading of the whole list with what stands under it, the first that fits. */
const ALL: readonly (readonly [string, (row: NoticeRow) => boolean])[] = [
  ['等您办的', ({ isYours }) => isYours],
  ['有单位超期', ({ tickets }) => tickets.overdue > 0],
  ['起草中', ({ state }) => UNDER_WAY.includes(state)],
  ['其他', () => true],
];
/** The same where only what the ladder proposed is listed. */
const PROPOSALS: typeof ALL = [
  ['等您看', ({ state }) => state === 'proposed'],
  ['没采纳', ({ state }) => state === 'declined'],
  ['已收回', ({ state }) => state === 'lapsed'],
  ['已采纳', () => true],
];

/** The rows under their headings, each once; with the number where it waits for the reader. */
export function groupsOf(rows: readonly NoticeRow[], isProposalsOnly: boolean): readonly NoticeGroup[] {
  const headings = isProposalsOnly ? PROPOSALS : ALL;
  const placed = headings.map(([title]) => ({ title, rows: [] as NoticeRow[] }));
  for (const row of rows) placed[headings.findIndex(([, fits]) => fits(row))]?.rows.push(row);
  return placed
    .filter((group) => group.rows.length > 0)
    .map((group) => ({ ...group, title: `${group.title} ${String(group.rows.length)}` }));
}
