import { diffContent, fieldsOf, type DraftChange, type ReportContent } from '@jiannuo/shared/reporting';
import { readStored, removeStored, storedNames, writeStored, type StoreResult } from '../../../platform/storage';
import type { KeptDraft } from './draft-keeper';

function nameOf(reportId: string): string {
  return `draft/${reportId}`;
}

/** The draft of a report as this device keeps it, or null. */
export function readKeptDraft(reportId: string): KeptDraft | null {
  return readStored<KeptDraft>(nameOf(reportId));
}

/** All drafts of reports that this device keeps. */
export function allKeptDrafts(): readonly KeptDraft[] {
  return storedNames(nameOf('')).flatMap((name) => readStored<KeptDraft>(name) ?? []);
}

/** Keeps the draft of a report on this device. */
export function writeKeptDraft(reportId: string, draft: KeptDraft): StoreResult {
  return writeStored(nameOf(reportId), draft);
}

/** Keeps it no longer. */
export function forgetKeptDraft(reportId: string): void {
  removeStored(nameOf(reportId));
}

/** What was typed on this device and is not in what was handed in from another one. */
export function unsentChanges(kept: KeptDraft | null, handedIn: ReportContent): readonly DraftChange[] {
  if (kept === null) return [];
  const there = fieldsOf(handedIn);
  return diffContent(kept.base, kept.content).filter(
    ({ path, to }) => JSON.stringify(there.get(path) ?? null) !== JSON.stringify(to ?? null),
  );
}
