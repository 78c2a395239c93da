import type { AttachmentView } from '@jiannuo/shared/reporting';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ChosenFile } from '../../../platform/files/choose-files';
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
  readonly sendAgain: (entryId: string) => void;
}

const UploadsContext = createContext<UploadsValue | null>(null);

function refused(file: ChosenFile): Progress | null {
  const reason = refusalOf(file);
  return reason === null ? null : { kind: 'failed', reason, isRefused: true };
}

interface Wish {
  readonly file: ChosenFile;
  readonly onDone: (attachment: AttachmentView) => void;
}

/** Runs uploads for the entries of a form, so that they go on while sections open and close. */
export function UploadsProvider({
  known,
  children,
}: {
  readonly known: readonly AttachmentView[];
  readonly children: ReactNode;
}) {
  const [progress, setProgress] = useState<Readonly<Record<string, Progress | undefined>>>({});
  const [fresh, setFresh] = useState<readonly AttachmentView[]>([]);
  const wishes = useRef(new Map<string, Wish>());
  const mark = useCallback((entryId: string, state: Progress | undefined) => {
    setProgress((all) => ({ ...all, [entryId]: state }));
  }, []);
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
      },
    }),
    [progress, fresh, known, run],
  );
  return <UploadsContext.Provider value={value}>{children}</UploadsContext.Provider>;
}

/** The uploads of the form around this component. */
export function useUploads(): UploadsValue {
  const value = useContext(UploadsContext);
  if (value === null) throw new Error('no uploads around this component');
  return value;
}
