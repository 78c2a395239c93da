import type { AttachmentView, ReportContent } from '@jiannuo/shared/reporting';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ChosenFile } from '../../../platform/files/choose-files';
import { readStored, removeStored, writeStored } from '../../../platform/storage';
import { asApiError } from '../../../platform/http/api-error';
import { refusalOf } from '../../../ui/files/refusal';
import { uploadAttachment } from '../api/upload-attachment.api';
import type { EvidenceFile } from '../../../ui/report/evidence-entry';

type Progress = Extract<EvidenceFile, { kind: 'uploading' | 'failed' }>;

interface UploadsValue {
  /** How the upload for an entry stands; undefined when there is none. */
  readonly progressOf: (entryId: string) => Progress | undefined;
  /** A file the server has, by its id. */
  readonly fileOf: (attachmentId: string | null) => AttachmentView | undefined;
  /** Sends a file for an entry; calls back with what the server made of it. A failed one can be sent again. */
  readonly send: (entryId: string, file: ChosenFile, onDone: (attachment: AttachmentView) => void) => void;
  /** Sends the same file again; false when this program has it no more, and it is to be picked anew. */
  readonly sendAgain: (entryId: string) => boolean;
  /** The entry is to be a name only. */
  readonly giveUp: (entryId: string) => void;
  /** How many entries of a content have a file on its way, or one that did not arrive. */
  readonly countMissing: (content: ReportContent) => number;
}

const UploadsContext = createContext<UploadsValue | null>(null);

function refused(file: ChosenFile): Progress | null {
  const reason = refusalOf(file);
  return reason === null ? null : { kind: 'failed', reason, isRefused: true };
}

const CUT_OFF: Progress = { kind: 'failed', reason: '上次没传完，请再选这份文件。' };

/** The entries of a report whose file was wanted and has not arrived, kept on the device over a closing of the program. */
function awaitedOf(reportId: string): readonly string[] {
  return readStored<readonly string[]>(`uploads/${reportId}`) ?? [];
}

function keepAwaited(reportId: string, entries: readonly string[]): void {
  if (entries.length === 0) removeStored(`uploads/${reportId}`);
  else writeStored(`uploads/${reportId}`, entries);
}

interface Wish {
  readonly file: ChosenFile;
  readonly onDone: (attachment: AttachmentView) => void;
}

/** Runs uploads for the entries of a form, so that they go on while sections open and close. */
export function UploadsProvider({
  reportId,
  known,
  children,
}: {
  readonly reportId: string;
  readonly known: readonly AttachmentView[];
  readonly children: ReactNode;
}) {
  const [progress, setProgress] = useState<Readonly<Record<string, Progress | undefined>>>(() =>
    Object.fromEntries(awaitedOf(reportId).map((entryId) => [entryId, CUT_OFF])),
  );
  const [fresh, setFresh] = useState<readonly AttachmentView[]>([]);
  const wishes = useRef(new Map<string, Wish>());
  const mark = useCallback(
    (entryId: string, state: Progress | undefined) => {
      setProgress((all) => ({ ...all, [entryId]: state }));
      const others = awaitedOf(reportId).filter((id) => id !== entryId);
      keepAwaited(reportId, state === undefined ? others : [...others, entryId]);
    },
    [reportId],
  );
  const run = useCallback(
    (entryId: string, wish: Wish) => {
      wishes.current.set(entryId, wish);
      const refusal = refused(wish.file);
      mark(entryId, refusal ?? { kind: 'uploading', percent: 0 });
      if (refusal !== null) return;
      uploadAttachment(wish.file, (percent) => {
        mark(entryId, { kind: 'uploading', percent });
      })
        .then((attachment) => {
          setFresh((all) => [...all, attachment]);
          mark(entryId, undefined);
          wishes.current.delete(entryId);
          wish.onDone(attachment);
        })
        .catch((error: unknown) => {
          const { kind, sentence } = asApiError(error);
          mark(entryId, { kind: 'failed', reason: sentence, isRefused: kind === 'refused' });
        });
    },
    [mark],
  );
  const value = useMemo<UploadsValue>(
    () => ({
      progressOf: (entryId) => progress[entryId],
      fileOf: (attachmentId) => [...fresh, ...known].find(({ id }) => id === attachmentId),
      send: (entryId, file, onDone) => {
        run(entryId, { file, onDone });
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
      countMissing: ({ headings }) =>
        headings
          .flatMap(({ items }) => items)
          .flatMap(({ evidence }) => evidence)
          .filter(({ id }) => progress[id] !== undefined).length,
    }),
    [progress, fresh, known, run, mark],
  );
  return <UploadsContext.Provider value={value}>{children}</UploadsContext.Provider>;
}

/** The uploads of the form around this component. */
export function useUploads(): UploadsValue {
  const value = useContext(UploadsContext);
  if (value === null) throw new Error('no uploads around this component');
  return value;
}
