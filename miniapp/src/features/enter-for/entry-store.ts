import type { TypedScores } from '@jiannuo/shared/assessment';
import type { AttachmentView } from '@jiannuo/shared/reporting';
import { useRef, useState } from 'react';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import type { EntryTyped } from './verdict';

/** An entry that is being written: what was typed, and the originals that are on the server already. */
export interface EntryDraft extends EntryTyped {
  readonly originals: readonly AttachmentView[];
  /** Of a self-assessment: what annex 3 gives itself on paper, as it was typed. */
  readonly scores?: TypedScores;
  readonly total?: string;
}

const EMPTY: EntryDraft = { channel: null, date: '', time: '', basis: '', originals: [] };

/** The draft of one entry. Every change is on this device at once; only a registered entry forgets it. */
export interface EntryBook {
  readonly draft: EntryDraft;
  readonly change: (part: Partial<EntryDraft>) => void;
  readonly addOriginal: (file: AttachmentView) => void;
  readonly removeOriginal: (id: string) => void;
  readonly forget: () => void;
}

/** Opens what was written for an obligation before, or an empty entry. */
export function useEntryDraft(obligationId: string): EntryBook {
  const name = `enter-for/${obligationId}`;
  const kept = useRef<EntryDraft>();
  kept.current ??= readStored<EntryDraft>(name) ?? EMPTY;
  const [, redraw] = useState(0);
  const change = (part: Partial<EntryDraft>) => {
    kept.current = { ...(kept.current ?? EMPTY), ...part };
    writeStored(name, kept.current);
    redraw((count) => count + 1);
  };
  const originals = () => kept.current?.originals ?? [];
  return {
    draft: kept.current,
    change,
    addOriginal: (file) => {
      change({ originals: [...originals().filter(({ id }) => id !== file.id), file] });
    },
    removeOriginal: (id) => {
      change({ originals: originals().filter((file) => file.id !== id) });
    },
    forget: () => {
      removeStored(name);
    },
  };
}
