import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import { useRef } from 'react';

/** Where a list of evidence is kept, one entry at a time. `file` comes with an entry when it has just arrived. */
export interface EvidenceShelf {
  /** Whether an entry says that its file is awaited: for what is written on several devices. */
  readonly saysAwaited?: true;
  readonly put: (entry: Evidence, file?: AttachmentView) => void;
  readonly remove: (id: string) => void;
}

/** A shelf for whoever keeps the list whole. An upload ends later than it began: it joins the list as it stands then. */
export function useEvidenceShelf(
  evidence: readonly Evidence[],
  onChange: (evidence: readonly Evidence[], file?: AttachmentView) => void,
): EvidenceShelf {
  const latest = useRef({ evidence, onChange });
  latest.current = { evidence, onChange };
  const keep = (next: readonly Evidence[], file?: AttachmentView) => {
    latest.current = { ...latest.current, evidence: next };
    latest.current.onChange(next, file);
  };
  return {
    put: (entry, file) => {
      const list = latest.current.evidence;
      const isThere = list.some(({ id }) => id === entry.id);
      keep(isThere ? list.map((each) => (each.id === entry.id ? entry : each)) : [...list, entry], file);
    },
    remove: (id) => {
      keep(latest.current.evidence.filter((each) => each.id !== id));
    },
  };
}
