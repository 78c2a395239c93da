import type { WorkUpdateView } from '@jiannuo/shared/information';
import { isBlank } from '@jiannuo/shared/kernel';
import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import { useDeviceDraft, useStoredDrafts, type DeviceDraft, type DraftBook } from '../../platform/device-drafts';
import { readStored } from '../../platform/storage';

/** A work update that is being written and was not sent (没交，存着). */
export interface UpdateDraft extends DeviceDraft {
  /** The one that was taken back and is written anew; null for a new one. */
  readonly updateId: string | null;
  readonly title: string;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly files: readonly AttachmentView[];
}
export type UpdateBook = DraftBook<UpdateDraft>;

const PREFIX = 'work-update/';

/** The drafts on this device, read anew whenever one comes back to the page. */
export function useUpdateDrafts(): readonly UpdateDraft[] {
  return useStoredDrafts<UpdateDraft>(PREFIX);
}

/** Whether nothing was written yet; such a draft is not kept. */
export function isEmptyDraft({ title, text, evidence }: UpdateDraft): boolean {
  return isBlank(title) && isBlank(text) && evidence.length === 0;
}

/** The draft under the id as this device keeps it; otherwise nothing, or what was taken back. */
export function draftUnder(id: string, update: WorkUpdateView | null = null): UpdateDraft {
  const stored = readStored<UpdateDraft>(PREFIX + id);
  if (stored !== null) return stored;
  const empty = { id, updateId: null, title: '', text: '', evidence: [], files: [], savedAt: null, wish: null };
  if (update === null) return empty;
  const { title, text, evidenceList: evidence, attachments: files } = update;
  return { ...empty, updateId: update.id, title, text, evidence, files };
}

/** Keeps what begins with `initial`. */
export function useUpdateDraft(initial: UpdateDraft): UpdateBook {
  return useDeviceDraft(PREFIX, initial, isEmptyDraft);
}
