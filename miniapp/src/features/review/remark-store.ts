import { isBlank } from '@jiannuo/shared/kernel';
import type { ReviewRemark } from '@jiannuo/shared/reporting';
import { useRef, useState } from 'react';
import { readStored, removeStored, writeStored } from '../../platform/storage';

/** Remarks that were typed and not sent, and the version they were written at. */
interface StoredRemarks {
  readonly version: number;
  readonly remarks: readonly ReviewRemark[];
}

const nameOf = (reportId: string) => `review/${reportId}`;

/** How many remarks wait on this device to be sent for a report. */
export function unsentRemarks(reportId: string): number {
  return readStored<StoredRemarks>(nameOf(reportId))?.remarks.filter((remark) => !isBlank(remark.text)).length ?? 0;
}

/** The remarks being written at a report's lines. Every keystroke is on the device; only a successful return forgets them. */
export interface RemarkBook {
  readonly remarks: readonly ReviewRemark[];
  /** Those with words, which a return would send. */
  readonly written: readonly ReviewRemark[];
  /** The remarks were written at an earlier version than the one that is read. */
  readonly isFromEarlier: boolean;
  readonly write: (path: string, text: string) => void;
  readonly move: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  readonly forget: () => void;
}

function withText(remarks: readonly ReviewRemark[], path: string, text: string): readonly ReviewRemark[] {
  const isThere = remarks.some((remark) => remark.path === path);
  if (!isThere) return [...remarks, { path, text }];
  return remarks.map((remark) => (remark.path === path ? { path, text } : remark));
}

function moved(remarks: readonly ReviewRemark[], from: string, to: string): readonly ReviewRemark[] {
  if (remarks.some((remark) => remark.path === to)) return remarks;
  return remarks.map((remark) => (remark.path === from ? { path: to, text: remark.text } : remark));
}

/**
 * Opens the book of a report's version. `rehome` gives the place in this version for a remark that was written at an
 * earlier one; two that meet at one place become one, so that no words are lost.
 */
export function useRemarks(reportId: string, version: number, rehome: (path: string) => string): RemarkBook {
  const book = useRef<StoredRemarks>();
  const [, redraw] = useState(0);
  book.current ??= opened(reportId, version, rehome);
  const seen = useRef(version);
  if (seen.current !== version) {
    seen.current = version;
    book.current = opened(reportId, version, rehome);
  }
  const current = book.current;
  const change = (turn: (remarks: readonly ReviewRemark[]) => readonly ReviewRemark[]) => {
    const next = { ...(book.current ?? current), remarks: turn(book.current?.remarks ?? []) };
    book.current = next;
    if (next.remarks.length === 0) removeStored(nameOf(reportId));
    else writeStored(nameOf(reportId), next);
    redraw((count) => count + 1);
  };
  return {
    remarks: current.remarks,
    written: current.remarks.filter((remark) => !isBlank(remark.text)),
    isFromEarlier: current.version !== version && current.remarks.length > 0,
    write: (path, text) => {
      change((remarks) => withText(remarks, path, text));
    },
    move: (from, to) => {
      change((remarks) => moved(remarks, from, to));
    },
    remove: (path) => {
      change((remarks) => remarks.filter((remark) => remark.path !== path));
    },
    forget: () => {
      change(() => []);
    },
  };
}

function opened(reportId: string, version: number, rehome: (path: string) => string): StoredRemarks {
  const stored = readStored<StoredRemarks>(nameOf(reportId));
  if (stored === null) return { version, remarks: [] };
  if (stored.version === version) return stored;
  const remarks = new Map<string, string>();
  for (const { path, text } of stored.remarks) {
    const home = rehome(path);
    const before = remarks.get(home);
    remarks.set(home, before === undefined ? text : `${before}\n${text}`);
  }
  return { version: stored.version, remarks: [...remarks].map(([path, text]) => ({ path, text })) };
}
