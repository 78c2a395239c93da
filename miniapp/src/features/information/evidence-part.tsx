import { WORK_UPDATE_LIMITS } from '@jiannuo/shared/information';
import { EVIDENCE_LABELS, type AttachmentView, type Evidence } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { ChosenFile } from '../../platform/files/choose-files';
import { asApiError } from '../../platform/http/api-error';
import { newIdentifier } from '../../platform/identifiers';
import { FilePicker } from '../../ui/files/file-picker';
import { sizeWords } from '../../ui/files/size-words';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { EvidenceEntry, type EvidenceFile } from '../../ui/report/evidence-entry';
import { EVIDENCE_ICONS, EvidenceSheet, kindOfFile, nameOfFile } from '../../ui/report/evidence-sheet';
import { uploadEvidence } from './api/upload-evidence.api';
import type { DraftBook, UpdateDraft } from './draft-store';

/** A file on its way to the server, or one that did not arrive. */
interface Sent {
  readonly file: ChosenFile;
  readonly state: Extract<EvidenceFile, { kind: 'uploading' | 'failed' }>;
}

type Named = Pick<Evidence, 'title' | 'kind'>;

/** The uploads of a draft. An entry stands as soon as it is named; its file joins it when it has arrived. */
export interface EvidenceUploads {
  readonly sent: Readonly<Record<string, Sent | undefined>>;
  readonly isBusy: boolean;
  readonly attach: (id: string, named: Named, file: ChosenFile) => void;
}

function withFile(draft: UpdateDraft, id: string, file: AttachmentView): Partial<UpdateDraft> {
  return {
    evidence: draft.evidence.map((entry) => (entry.id === id ? { ...entry, attachmentId: file.id } : entry)),
    files: [...draft.files.filter((each) => each.id !== file.id), file],
  };
}

/** Runs the uploads of a draft. */
export function useEvidenceUploads(book: DraftBook): EvidenceUploads {
  const [sent, setSent] = useState<EvidenceUploads['sent']>({});
  const latest = useRef(book);
  latest.current = book;
  const mark = (id: string, state: Sent | undefined) => {
    setSent((all) => ({ ...all, [id]: state }));
  };
  const attach = (id: string, named: Named, file: ChosenFile) => {
    latest.current.change(({ evidence }) => {
      const isThere = evidence.some((entry) => entry.id === id);
      const title = named.title === '' ? nameOfFile(file.name) : named.title;
      const kind = named.title === '' ? kindOfFile(file.name) : named.kind;
      return isThere ? {} : { evidence: [...evidence, { id, title, kind, attachmentId: null }] };
    });
    mark(id, { file, state: { kind: 'uploading', percent: 0 } });
    uploadEvidence(file, (percent) => {
      mark(id, { file, state: { kind: 'uploading', percent } });
    })
      .then((attachment) => {
        mark(id, undefined);
        latest.current.change((draft) => withFile(draft, id, attachment));
      })
      .catch((error: unknown) => {
        mark(id, { file, state: { kind: 'failed', reason: asApiError(error).sentence } });
      });
  };
  const isBusy = Object.values(sent).some((each) => each?.state.kind === 'uploading');
  return { sent, isBusy, attach };
}

type Open =
  | { readonly kind: 'none' | 'adding' }
  | { readonly kind: 'picking'; readonly named: Named }
  | { readonly kind: 'menu'; readonly entry: Evidence };

interface EvidencePartProps {
  readonly book: DraftBook;
  readonly uploads: EvidenceUploads;
  /** Begins with picking a file: 从聊天选. */
  readonly isPicking: boolean;
}

function fileOf(entry: Evidence, draft: UpdateDraft, sent: Sent | undefined): EvidenceFile {
  if (sent !== undefined) return sent.state;
  const file = draft.files.find(({ id }) => id === entry.attachmentId);
  return file === undefined ? { kind: 'name-only' } : { kind: 'attached', size: sizeWords(file.bytes) };
}

/** What proves it: names, each with a file or without. */
export function EvidencePart({ book, uploads, isPicking }: EvidencePartProps) {
  const [open, setOpen] = useState<Open>(
    isPicking ? { kind: 'picking', named: { title: '', kind: 'document' } } : { kind: 'none' },
  );
  const { draft, change } = book;
  const close = () => {
    setOpen({ kind: 'none' });
  };
  return (
    <View className="below-4">
      <View className="t-s c-ink-2">佐证材料，列名称就行，文件可以不传</View>
      {draft.evidence.map((entry) => {
        const sent = uploads.sent[entry.id];
        return (
          <EvidenceEntry
            key={entry.id}
            title={entry.title}
            kindName={EVIDENCE_LABELS[entry.kind]}
            icon={EVIDENCE_ICONS[entry.kind]}
            file={fileOf(entry, draft, sent)}
            onMore={() => {
              setOpen({ kind: 'menu', entry });
            }}
            {...(sent?.state.kind === 'failed'
              ? {
                  onRetry: () => {
                    uploads.attach(entry.id, entry, sent.file);
                  },
                }
              : {})}
          />
        );
      })}
      <Pressable
        className="update-add t-body c-brand"
        onPress={() => {
          if (draft.evidence.length < WORK_UPDATE_LIMITS.evidence) setOpen({ kind: 'adding' });
          else showToast(`最多${String(WORK_UPDATE_LIMITS.evidence)}份佐证`);
        }}
      >
        <Icon name="plus" />
        <View className="gap-2">加一份佐证</View>
      </Pressable>
      {open.kind === 'adding' ? (
        <EvidenceSheet
          evidence={{ title: '', kind: 'document' }}
          isNew
          onClose={close}
          onKeep={(named) => {
            close();
            change(({ evidence }) => ({
              evidence: [...evidence, { ...named, id: newIdentifier(), attachmentId: null }],
            }));
          }}
          onKeepWithFile={(named) => {
            setOpen({ kind: 'picking', named });
          }}
        />
      ) : null}
      {open.kind === 'picking' ? (
        <FilePicker
          onClose={close}
          onPicked={(file) => {
            uploads.attach(newIdentifier(), open.named, file);
          }}
        />
      ) : null}
      {open.kind === 'menu' ? (
        <Sheet
          title={open.entry.title}
          onClose={close}
          verbs={[
            {
              label: '删去这份佐证',
              icon: 'close',
              onPress: () => {
                change(({ evidence }) => ({ evidence: evidence.filter(({ id }) => id !== open.entry.id) }));
              },
            },
          ]}
        />
      ) : null}
    </View>
  );
}
