import type { ContactChannel } from '@jiannuo/shared/coordination';
import { useRef, useState } from 'react';
import { readStored, removeStored, storedNames, writeStored } from '../../platform/storage';

/** A contact that is being written down. */
export interface ContactDraft {
  readonly unitIds: readonly string[];
  /** Empty while not chosen. */
  readonly contactedOn: string;
  readonly channel: ContactChannel | null;
  readonly subject: string;
  readonly result: string;
}

/** The draft of one contact. Every change is on this device at once; only a noted contact forgets it. */
export interface ContactDraftBook {
  readonly draft: ContactDraft;
  /** Changes the draft; `isQuiet` draws nothing anew, for keystrokes. */
  readonly change: (part: Partial<ContactDraft>, isQuiet?: boolean) => void;
  readonly current: () => ContactDraft;
  readonly forget: () => void;
}

const PREFIX = 'contact/';
/** Under which a contact with several units is kept. */
export const SEVERAL = 'several';

/** Opens what was written for a unit, or for several, before; otherwise an empty one. */
export function useContactDraft(name: string, empty: ContactDraft): ContactDraftBook {
  const kept = useRef<ContactDraft>();
  const start = (kept.current ??= readStored<ContactDraft>(PREFIX + name) ?? empty);
  const [, redraw] = useState(0);
  const current = () => kept.current ?? start;
  return {
    draft: current(),
    current,
    change: (part, isQuiet = false) => {
      kept.current = { ...current(), ...part };
      writeStored(PREFIX + name, kept.current);
      if (!isQuiet) redraw((count) => count + 1);
    },
    forget: () => {
      removeStored(PREFIX + name);
    },
  };
}

/** The units for which something is written and not yet noted. */
export function unitsWithDraft(): ReadonlySet<string> {
  return new Set(storedNames(PREFIX).map((name) => name.slice(PREFIX.length)));
}
