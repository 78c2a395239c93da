import type { AttachmentView } from '@jiannuo/shared/reporting';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ChosenFile } from '../../platform/files/choose-files';
import { uploadFile } from '../../platform/files/upload-file';
import { asApiError } from '../../platform/http/api-error';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { refusalOf } from '../files/refusal';
import type { EvidenceFile } from './evidence-entry';

/** A file that the server keeps, as lists name it. */
export type KeptFile = Pick<AttachmentView, 'id' | 'name' | 'bytes' | 'isReserved'>;

type Progress = Extract<EvidenceFile, { kind: 'uploading' | 'failed' }>;
type OnDone = (attachment: AttachmentView) => void;

/** The uploads for the entries of a form. */
export interface Uploads {
  /** How the upload for an entry stands; undefined when there is none. */
  readonly progressOf: (entryId: string) => Progress | undefined;
  /** A file the server has, by its id. */
  readonly fileOf: (attachmentId: string | null) => KeptFile | undefined;
  /** Sends a file for an entry; calls back with what the server made of it. A failed one can be sent again. */
  readonly send: (entryId: string, file: ChosenFile, onDone: OnDone) => void;
  /** Sends the same file again; false when this program has it no more, and it is to be picked anew. */
  readonly sendAgain: (entryId: string) => boolean;
  /** The entry is to be a name only, or is gone: what still arrives for it is not kept. */
  readonly giveUp: (entryId: string) => void;
  /** Whether a file is on its way. */
  readonly isBusy: boolean;
  /** Whether the files are for named persons alone. */
  readonly isReserved: boolean;
}

const CUT_OFF: Progress = { kind: 'failed', reason: '上次没传上，请再选一份文件。' };

function refused(file: ChosenFile): Progress | null {
  const reason = refusalOf(file, file.isReserved);
  return reason === null ? null : { kind: 'failed', reason, isRefused: true };
}

/** By entry: why its file was refused, or null when it had not arrived yet. */
type Awaited = Readonly<Record<string, string | null>>;

/** The entries of a form whose file was wanted and has not arrived, kept on the device over a closing of the program. */
function awaitedOf(form: string): Awaited {
  const kept = readStored<Awaited | readonly string[]>(`uploads/${form}`) ?? {};
  // Former versions kept the entries alone.
  return Array.isArray(kept) ? Object.fromEntries(kept.map((entryId: string) => [entryId, null])) : (kept as Awaited);
}

function keepAwaited(form: string, entryId: string, state: Progress | undefined): void {
  const others = Object.entries(awaitedOf(form)).filter(([id]) => id !== entryId);
  const reason = state?.kind === 'failed' && state.isRefused === true ? state.reason : null;
  const awaited = Object.fromEntries(state === undefined ? others : [...others, [entryId, reason]]);
  if (Object.keys(awaited).length === 0) removeStored(`uploads/${form}`);
  else writeStored(`uploads/${form}`, awaited);
}

function leftOver(reason: string | null): Progress {
  return reason === null ? CUT_OFF : { kind: 'failed', reason, isRefused: true };
}

/** What this program has sent: a record read before that does not know these files yet. */
const arrived = new Map<string, AttachmentView>();

interface Wish {
  readonly file: ChosenFile;
  readonly onDone: OnDone;
}

/**
 * Runs the uploads of one form, by its name on this device. They go on while its parts open and close. What is `reserved`
 * is for named persons alone.
 */
export function useUploads(form: string, known: readonly KeptFile[], isReserved = false): Uploads {
  const [progress, setProgress] = useState<Readonly<Record<string, Progress | undefined>>>(() =>
    Object.fromEntries(Object.entries(awaitedOf(form)).map(([entryId, reason]) => [entryId, leftOver(reason)])),
  );
  const wishes = useRef(new Map<string, Wish>());
  const mark = useCallback(
    (entryId: string, state: Progress | undefined) => {
      setProgress((all) => ({ ...all, [entryId]: state }));
      keepAwaited(form, entryId, state);
    },
    [form],
  );
  const run = useCallback(
    (entryId: string, wish: Wish) => {
      wishes.current.set(entryId, wish);
      // What was given up meanwhile, or sent with another file, is no longer this wish's concern.
      const isWanted = () => wishes.current.get(entryId) === wish;
      const refusal = refused(wish.file);
      mark(entryId, refusal ?? { kind: 'uploading', percent: 0 });
      if (refusal !== null) return;
      uploadFile(wish.file, (percent) => {
        if (isWanted()) mark(entryId, { kind: 'uploading', percent });
      })
        .then((attachment) => {
          if (!isWanted()) return;
          arrived.set(attachment.id, attachment);
          mark(entryId, undefined);
          wishes.current.delete(entryId);
          wish.onDone(attachment);
        })
        .catch((error: unknown) => {
          const { kind, sentence } = asApiError(error);
          if (isWanted()) mark(entryId, { kind: 'failed', reason: sentence, isRefused: kind === 'refused' });
        });
    },
    [mark],
  );
  return useMemo<Uploads>(
    () => ({
      progressOf: (entryId) => progress[entryId],
      fileOf: (attachmentId) => known.find(({ id }) => id === attachmentId) ?? arrived.get(attachmentId ?? ''),
      send: (entryId, file, onDone) => {
        run(entryId, { file: isReserved ? { ...file, isReserved } : file, onDone });
      },
      sendAgain: (entryId) => {
        const wish = wishes.current.get(entryId);
        if (wish !== undefined) run(entryId, wish);
        return wish !== undefined;
      },
      giveUp: (entryId) => {
        wishes.current.delete(entryId);
        mark(entryId, undefined);
      },
      isBusy: Object.values(progress).some((state) => state?.kind === 'uploading'),
      isReserved,
    }),
    [progress, known, run, mark, isReserved],
  );
}
