import { EVIDENCE_LABELS, REPORT_LIMITS, type Evidence } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDisplay } from '../../../platform/device/display';
import type { ChosenFile } from '../../../platform/files/choose-files';
import { dropTarget } from '../../../platform/files/drop-files';
import { openFile } from '../../../platform/files/open-file';
import { newIdentifier } from '../../../platform/identifiers';
import { Icon } from '../../../ui/icon/icon';
import { Sheet, type SheetVerb } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { Pressable } from '../../../ui/pressable/pressable';
import { EvidenceEntry, type EvidenceFile } from '../../../ui/report/evidence-entry';
import { useKeeper } from '../draft/use-draft';
import { EVIDENCE_ICONS, EvidenceSheet, kindOfFile, nameOfFile } from '../../../ui/report/evidence-sheet';
import { FilePicker, looksSecret } from '../../../ui/files/file-picker';
import { refusalOf } from '../../../ui/files/refusal';
import { sizeWords } from '../../../ui/files/size-words';
import { elementIdOf } from './sections';
import { useUploads } from './uploads';

type Open =
  | { readonly kind: 'none' }
  | { readonly kind: 'adding' }
  | { readonly kind: 'menu' | 'editing'; readonly entry: Evidence }
  | { readonly kind: 'picking'; readonly entry: Evidence; readonly isNew: boolean };

/** Whether a file is with an entry, on its way, or not. */
function useEvidenceFile(entry: Evidence): EvidenceFile {
  const uploads = useUploads();
  const progress = uploads.progressOf(entry.id);
  if (progress !== undefined) return progress;
  if (entry.attachmentId === null) return { kind: 'name-only' };
  const file = uploads.fileOf(entry.attachmentId);
  return { kind: 'attached', size: file === undefined ? '' : sizeWords(file.bytes) };
}

interface EntryProps {
  readonly entry: Evidence;
  readonly onMore: () => void;
  /** Picks another file in place of one that the server refused. */
  readonly onReplace: () => void;
}

function Entry({ entry, onMore, onReplace }: EntryProps) {
  const uploads = useUploads();
  return (
    <EvidenceEntry
      title={entry.title}
      kindName={EVIDENCE_LABELS[entry.kind]}
      icon={EVIDENCE_ICONS[entry.kind]}
      file={useEvidenceFile(entry)}
      onMore={onMore}
      onRetry={() => {
        if (!uploads.sendAgain(entry.id)) onReplace();
      }}
      onReplace={onReplace}
    />
  );
}

async function openAttached(attachmentId: string, name: string): Promise<void> {
  if (!(await openFile(`/api/attachments/${attachmentId}`, name))) showToast('没打开，请再试一次');
}

interface EvidenceListProps {
  readonly itemPath: string;
  readonly evidence: readonly Evidence[];
}

/** The evidence of one piece of work: a list of names, each with a file or without. */
export function EvidenceList({ itemPath, evidence }: EvidenceListProps) {
  const keeper = useKeeper();
  const uploads = useUploads();
  const { isWide } = useDisplay();
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const close = () => {
    setOpen({ kind: 'none' });
  };
  const put = (entry: Evidence) => {
    keeper.change(`${itemPath}/evidence/${entry.id}`, entry);
  };
  const attach = (entry: Evidence, file: ChosenFile, isNew: boolean) => {
    const named =
      isNew && entry.title === '' ? { ...entry, title: nameOfFile(file.name), kind: kindOfFile(file.name) } : entry;
    put(named);
    uploads.send(entry.id, file, (attachment) => {
      put({ ...named, attachmentId: attachment.id });
    });
  };
  /** A name that looks secret is asked about one by one, so such files are not taken in a heap. */
  const addDropped = (files: readonly ChosenFile[]) => {
    for (const file of files.slice(0, REPORT_LIMITS.evidencePerItem - evidence.length)) {
      if (looksSecret(file.name)) showToast('有文件像涉密，请单独选');
      else if (refusalOf(file) !== null) showToast('有文件收不了，请单独选');
      else attach({ id: newIdentifier(), title: '', kind: 'document', attachmentId: null }, file, true);
    }
  };
  const menu = (entry: Evidence): readonly SheetVerb[] => {
    const attached = entry.attachmentId;
    const file = uploads.fileOf(attached);
    return [
      ...(attached === null
        ? []
        : [
            {
              label: '打开文件',
              icon: 'file' as const,
              onPress: () => void openAttached(attached, file?.name ?? entry.title),
            },
          ]),
      {
        label: attached === null ? '附上文件' : '换一份文件',
        icon: 'plus',
        keepsOpen: true,
        onPress: () => {
          setOpen({ kind: 'picking', entry, isNew: false });
        },
      },
      ...(uploads.progressOf(entry.id)?.kind === 'failed'
        ? [
            {
              label: '不传了，只列名称',
              icon: 'file' as const,
              onPress: () => {
                uploads.giveUp(entry.id);
              },
            },
          ]
        : []),
      {
        label: '改名称和类别',
        icon: 'pencil',
        keepsOpen: true,
        onPress: () => {
          setOpen({ kind: 'editing', entry });
        },
      },
      {
        label: '删去这份佐证',
        icon: 'close',
        onPress: () => {
          uploads.giveUp(entry.id);
          keeper.change(`${itemPath}/evidence/${entry.id}`, null);
        },
      },
    ];
  };
  return (
    <View className="below-3" {...dropTarget(addDropped)}>
      <View className="t-s c-ink-2">佐证材料，列名称就行，文件可以不传</View>
      {evidence.map((entry) => (
        <View key={entry.id} id={elementIdOf(`${itemPath}/evidence/${entry.id}`)}>
          <Entry
            entry={entry}
            onReplace={() => {
              setOpen({ kind: 'picking', entry, isNew: false });
            }}
            onMore={() => {
              setOpen({ kind: 'menu', entry });
            }}
          />
        </View>
      ))}
      <Pressable
        className="text-link t-body c-brand"
        onPress={() => {
          if (evidence.length >= REPORT_LIMITS.evidencePerItem)
            showToast(`最多${String(REPORT_LIMITS.evidencePerItem)}份佐证`);
          else setOpen({ kind: 'adding' });
        }}
      >
        <Icon name="plus" />
        {isWide ? '加一份，或把文件拖进来' : '加一份佐证'}
      </Pressable>
      {open.kind === 'adding' ? (
        <EvidenceSheet
          evidence={{ title: '', kind: 'document' }}
          isNew
          onClose={close}
          onKeep={(entry) => {
            close();
            put({ ...entry, id: newIdentifier(), attachmentId: null });
          }}
          onKeepWithFile={(entry) => {
            setOpen({ kind: 'picking', entry: { ...entry, id: newIdentifier(), attachmentId: null }, isNew: true });
          }}
        />
      ) : null}
      {open.kind === 'editing' ? (
        <EvidenceSheet
          evidence={open.entry}
          isNew={false}
          onClose={close}
          onKeep={(entry) => {
            close();
            put({ ...open.entry, ...entry });
          }}
          onKeepWithFile={close}
        />
      ) : null}
      {open.kind === 'menu' ? <Sheet title={open.entry.title} verbs={menu(open.entry)} onClose={close} /> : null}
      {open.kind === 'picking' ? (
        <FilePicker
          onClose={close}
          onPicked={(file) => {
            attach(open.entry, file, open.isNew);
          }}
        />
      ) : null}
    </View>
  );
}
