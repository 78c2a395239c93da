import type { Instant } from '@jiannuo/shared/kernel';
import type { NoticeContent, NoticeStanding, NoticeView } from '@jiannuo/shared/supervision';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { readStored, removeStored, writeStored } from '../../../platform/storage';
import type { KeptDraft } from '../api/keep-draft.api';
import { useNotice } from '../api/load-notice.api';

/** What is written and not on the server yet, kept on this device with the text of the draft that it began from. */
interface DeviceCopy {
  readonly content: NoticeContent;
  /** 第几稿; 0 for a draft that is not on the server. */
  readonly from: number;
  readonly savedAt: Instant;
}

/** What a colleague made of the draft meanwhile, beside which this device has words of its own. */
export interface DraftClash {
  readonly theirs: NoticeView;
  readonly mine: NoticeContent;
  readonly by: string;
  readonly at: Instant;
}

/** A draft as it is written here. */
export interface NoticeDraft {
  readonly content: NoticeContent;
  readonly kept: KeptDraft | null;
  /** Whether everything written here is on the server. */
  readonly isSaved: boolean;
  /** Whether the device takes no more. */
  readonly isFull: boolean;
  /** Set while nobody has chosen which text goes on: neither wins by itself. */
  readonly clash: DraftClash | null;
  readonly change: (change: (before: NoticeContent) => NoticeContent) => void;
  /** What was sent is on the server now. */
  readonly wasKept: (sent: NoticeContent, standing: NoticeStanding) => void;
  /** Chooses the text that goes on; the screen then begins anew with it. */
  readonly choose: (whose: 'theirs' | 'mine') => void;
}

/** The name under which the device keeps what is written on a draft, on a correction, or anew. */
export function draftName(kind: string, draftId: string | null, correctsId: string | null): string {
  return `notice-draft/${draftId ?? correctsId ?? `new/${kind}`}`;
}

function textsOf({ history }: NoticeView): number {
  return history.at(-1)?.version ?? 0;
}

function clashOf(theirs: NoticeView, mine: NoticeContent): DraftClash {
  const written = theirs.history.find(({ version }) => version === textsOf(theirs));
  return { theirs, mine, by: written?.by ?? '', at: written?.at ?? theirs.at };
}

/** What the writer begins with: what this device still holds, else what the server has. */
function beginning(first: NoticeView | null, initial: NoticeContent, copy: DeviceCopy | null) {
  if (copy !== null) return { content: copy.content, saved: null, from: copy.from };
  return first === null
    ? { content: initial, saved: null, from: 0 }
    : { content: initial, saved: initial, from: textsOf(first) };
}

/** A step that changed no text, as sending back, only counts the version on. */
function latestOf(kept: KeptDraft | null, latest: NoticeView | null, from: number): KeptDraft | null {
  if (kept === null || latest === null || textsOf(latest) !== from) return kept;
  return { id: kept.id, version: Math.max(kept.version, latest.version) };
}

interface DraftProps {
  /** The draft as it was opened; null for one that is begun. */
  readonly first: NoticeView | null;
  readonly initial: NoticeContent;
  readonly nameFor: (draftId: string | null) => string;
}

/** Keeps every keystroke on the device, and watches whether a colleague saves the same draft meanwhile. */
export function useNoticeDraft({ first, initial, nameFor }: DraftProps): NoticeDraft {
  const [begun] = useState(() => beginning(first, initial, readStored<DeviceCopy>(nameFor(first?.id ?? null))));
  const [content, setContent] = useState(begun.content);
  const [saved, setSaved] = useState(begun.saved);
  const [kept, setKept] = useState<KeptDraft | null>(first);
  const [from, setFrom] = useState(begun.from);
  const [isFull, setIsFull] = useState(false);
  const keptId = kept === null ? null : kept.id;
  const latest = useNotice(keptId).data ?? first;
  const name = nameFor(keptId);
  return {
    content,
    kept: latestOf(kept, latest, from),
    isSaved: saved === content,
    isFull,
    clash: latest !== null && textsOf(latest) > from ? clashOf(latest, content) : null,
    change: (change) => {
      setContent((before) => {
        const after = change(before);
        setIsFull(writeStored(name, { content: after, from, savedAt: now() } satisfies DeviceCopy) === 'full');
        return after;
      });
    },
    wasKept: (sent, { id, version }) => {
      setKept({ id, version });
      setFrom(from + 1);
      setSaved(sent);
      removeStored(name);
      // What was typed while it was being sent is still here alone.
      setContent((typed) => {
        if (typed !== sent) writeStored(nameFor(id), { content: typed, from: from + 1, savedAt: now() });
        return typed;
      });
    },
    choose: (whose) => {
      if (latest === null) return;
      if (whose === 'theirs') removeStored(name);
      else writeStored(name, { content, from: textsOf(latest), savedAt: now() } satisfies DeviceCopy);
    },
  };
}
