import type { WorkUpdateView } from '@jiannuo/shared/information';
import { isBlank, type Instant } from '@jiannuo/shared/kernel';
import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import { useRef, useState } from 'react';
import { now } from '../../platform/clock';
import { newIdentifier } from '../../platform/identifiers';
import { usePageShown } from '../../platform/page-events';
import { readStored, removeStored, storedNames, writeStored } from '../../platform/storage';

/** A work update that is being written and was not sent (没交，存着). It lives on this device. */
export interface UpdateDraft {
  readonly id: string;
  /** The one that was taken back and is written anew; null for a new one. */
  readonly updateId: string | null;
  readonly title: string;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly files: readonly AttachmentView[];
  readonly savedAt: Instant | null;
  /** What was last sent, and under which key: sent again, even after the program was closed, it counts once. */
  readonly wish: { readonly text: string; readonly key: string } | null;
}

const PREFIX = 'work-update/';

/** The drafts of this account on this device, the latest first. */
function storedDrafts(): readonly UpdateDraft[] {
  const drafts = storedNames(PREFIX).flatMap((name) => readStored<UpdateDraft>(name) ?? []);
  return drafts.sort((a, b) => ((a.savedAt ?? '') > (b.savedAt ?? '') ? -1 : 1));
}

/** The drafts on this device, read anew whenever one comes back to the page. */
export function useStoredDrafts(): readonly UpdateDraft[] {
  const [, redraw] = useState(0);
  usePageShown(() => {
    redraw((count) => count + 1);
  });
  return storedDrafts();
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

/** The draft of the screen. Every keystroke is on the device at once; only sending or throwing it away forgets it. */
export interface DraftBook {
  readonly draft: UpdateDraft;
  readonly isFull: boolean;
  readonly change: (change: (draft: UpdateDraft) => Partial<UpdateDraft>) => void;
  /** The key under which this text is sent; the same text has the same key. */
  readonly keyFor: (text: string) => string;
  readonly forget: () => void;
}

/** Keeps what begins with `initial`. */
export function useDraft(initial: UpdateDraft): DraftBook {
  const name = PREFIX + initial.id;
  const kept = useRef<UpdateDraft>();
  kept.current ??= initial;
  const [isFull, setIsFull] = useState(false);
  const [, redraw] = useState(0);
  return {
    draft: kept.current,
    isFull,
    change: (change) => {
      const before = kept.current ?? initial;
      const next = { ...before, ...change(before), savedAt: now() };
      kept.current = next;
      if (isEmptyDraft(next)) removeStored(name);
      else setIsFull(writeStored(name, next) === 'full');
      redraw((count) => count + 1);
    },
    keyFor: (text) => {
      const before = kept.current ?? initial;
      if (before.wish?.text === text) return before.wish.key;
      const wish = { text, key: newIdentifier() };
      kept.current = { ...before, wish };
      writeStored(name, kept.current);
      return wish.key;
    },
    forget: () => {
      removeStored(name);
    },
  };
}
