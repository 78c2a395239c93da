import { looksSecret, sizeWords } from '@jiannuo/shared/kernel';
import { EVIDENCE_LABELS, withNameOnly, type Evidence } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { useDisplay } from '../../platform/device/display';
import type { ChosenFile } from '../../platform/files/choose-files';
import { dropTarget } from '../../platform/files/drop-files';
import { newIdentifier } from '../../platform/identifiers';
import { FilePicker } from '../files/file-picker';
import { openAttachment } from '../files/open-attachment';
import { refusalOf } from '../files/refusal';
import { Icon } from '../icon/icon';
import { Sheet, type SheetVerb } from '../overlay/dialog';
import { showToast } from '../overlay/toast';
import { Pressable } from '../pressable/pressable';
import { EvidenceEntry, type EvidenceFile } from './evidence-entry';
import type { EvidenceShelf } from './evidence-shelf';
import { EVIDENCE_ICONS, EvidenceSheet, kindOfFile, nameOfFile } from './evidence-sheet';
import type { Uploads } from './use-uploads';

type Open =
  { readonly kind: 'none' | 'adding' } | { readonly kind: 'menu' | 'editing' | 'picking'; readonly entry: Evidence };

const CLOSED: Open = { kind: 'none' };

interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  readonly uploads: Uploads;
  readonly limit: number;
  /** null where the reader may only look. */
  readonly shelf: EvidenceShelf | null;
  /** What an entry is called in the document, to be brought into sight. */
  readonly elementIdOf?: (entryId: string) => string;
  /** Begins with picking a file: 从聊天选. */
  readonly isPicking?: boolean;
}

type Named = Pick<Evidence, 'title' | 'kind'>;

function freshEntry(named: Named = { title: '', kind: 'document' }): Evidence {
  return { ...named, id: newIdentifier(), attachmentId: null };
}

const AWAITED: EvidenceFile = { kind: 'failed', reason: '在另一台设备上选的文件没传上，请再选一份。' };

function fileStateOf({ id, attachmentId, isAwaited }: Evidence, { progressOf, fileOf }: Uploads): EvidenceFile {
  const progress = progressOf(id);
  if (progress !== undefined) return progress;
  if (isAwaited === true) return AWAITED;
  if (attachmentId === null) return { kind: 'name-only' };
  const file = fileOf(attachmentId);
  return { kind: 'attached', size: file === undefined ? '' : sizeWords(file.bytes) };
}

/** Names what has no name after its file, keeps it, and sends the file after it. */
function useAttaching(evidence: readonly Evidence[], uploads: Uploads, shelf: EvidenceShelf | null) {
  const latest = useRef(evidence);
  useEffect(() => {
    latest.current = evidence;
  });
  return (entry: Evidence, file: ChosenFile) => {
    const named = entry.title === '' ? { ...entry, title: nameOfFile(file.name), kind: kindOfFile(file.name) } : entry;
    shelf?.put(shelf.saysAwaited === true && named.attachmentId === null ? { ...named, isAwaited: true } : named);
    uploads.send(entry.id, file, (attachment) => {
      const isThere = latest.current.some(({ id, attachmentId }) => id !== entry.id && attachmentId === attachment.id);
      if (isThere) {
        showToast('这份已经附过');
        if (entry.attachmentId === null) shelf?.remove(entry.id);
        return;
      }
      // It may have been given another name while its file was on the way.
      const standing = latest.current.find(({ id }) => id === entry.id) ?? named;
      shelf?.put({ ...withNameOnly(standing), attachmentId: attachment.id }, attachment);
    });
  };
}

/** What proves something: a list of names, each with a file or without. A name alone is complete (annex 3, note 2). */
export function EvidenceList(props: EvidenceListProps) {
  const { evidence, uploads, limit, shelf, elementIdOf = (id: string) => id, isPicking = false } = props;
  const { isWide } = useDisplay();
  const [open, setOpen] = useState<Open>(isPicking ? { kind: 'picking', entry: freshEntry() } : CLOSED);
  const attach = useAttaching(evidence, uploads, shelf);
  const mayChange = shelf !== null;
  /** A name that looks secret is asked about one by one, so such files are not taken in a heap. */
  const addDropped = (files: readonly ChosenFile[]) => {
    for (const file of files.slice(0, limit - evidence.length)) {
      if (looksSecret(file.name)) showToast('有文件像涉密，请单独选');
      else if (refusalOf(file, uploads.isReserved) !== null) showToast('有文件收不了，请单独选');
      else attach(freshEntry(), file);
    }
  };
  const add = () => {
    if (evidence.length >= limit) showToast(`最多${String(limit)}份佐证`);
    else setOpen({ kind: 'adding' });
  };
  return (
    <View className="below-3" {...(mayChange ? dropTarget(addDropped) : {})}>
      <View className="t-s c-ink-2">{labelOf(mayChange, evidence.length)}</View>
      {evidence.map((entry) => (
        <View key={entry.id} id={elementIdOf(entry.id)}>
          <Entry
            entry={entry}
            uploads={uploads}
            {...(mayChange
              ? {
                  onOpen: (kind: 'menu' | 'picking') => {
                    setOpen({ kind, entry });
                  },
                }
              : {})}
          />
        </View>
      ))}
      {mayChange ? (
        <Pressable className="evidence-add t-body c-brand" onPress={add}>
          <Icon name="plus" />
          {isWide ? '加一份，或把文件拖进来' : '加一份佐证'}
        </Pressable>
      ) : null}
      {shelf === null ? null : (
        <Opened open={open} onOpen={setOpen} uploads={uploads} shelf={shelf} onAttach={attach} />
      )}
    </View>
  );
}

function labelOf(mayChange: boolean, count: number): string {
  if (mayChange) return '佐证材料，列名称就行，文件可以不传';
  return count === 0 ? '佐证材料，没有列' : '佐证材料';
}

interface EntryProps {
  readonly entry: Evidence;
  readonly uploads: Uploads;
  readonly onOpen?: (kind: 'menu' | 'picking') => void;
}

function Entry({ entry, uploads, onOpen }: EntryProps) {
  const { title, kind } = entry;
  const said = {
    title,
    kindName: EVIDENCE_LABELS[kind],
    icon: EVIDENCE_ICONS[kind],
    file: fileStateOf(entry, uploads),
  };
  if (onOpen === undefined) return <EvidenceEntry {...said} />;
  const replace = () => {
    onOpen('picking');
  };
  return (
    <EvidenceEntry
      {...said}
      onMore={() => {
        onOpen('menu');
      }}
      onReplace={replace}
      onRetry={() => {
        if (!uploads.sendAgain(entry.id)) replace();
      }}
    />
  );
}

interface OpenedProps {
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
  readonly uploads: Uploads;
  readonly shelf: EvidenceShelf;
  readonly onAttach: (entry: Evidence, file: ChosenFile) => void;
}

/** What has been opened over the list: a new entry, an old one, its menu, or the choice of a file. */
function Opened({ open, onOpen, uploads, shelf, onAttach }: OpenedProps) {
  const close = () => {
    onOpen(CLOSED);
  };
  switch (open.kind) {
    case 'none':
      return null;
    case 'adding':
      return (
        <EvidenceSheet
          evidence={{ title: '', kind: 'document' }}
          isNew
          onClose={close}
          onKeep={(named) => {
            close();
            shelf.put(freshEntry(named));
          }}
          onKeepWithFile={(named) => {
            onOpen({ kind: 'picking', entry: freshEntry(named) });
          }}
        />
      );
    case 'editing':
      return (
        <EvidenceSheet
          evidence={open.entry}
          isNew={false}
          onClose={close}
          onKeep={(named) => {
            close();
            shelf.put({ ...open.entry, ...named });
          }}
          onKeepWithFile={close}
        />
      );
    case 'menu':
      return <Sheet title={open.entry.title} verbs={verbsOf({ open, onOpen, uploads, shelf })} onClose={close} />;
    case 'picking':
      return (
        <FilePicker
          isReserved={uploads.isReserved}
          onClose={close}
          onPicked={(file) => {
            onAttach(open.entry, file);
          }}
        />
      );
  }
}

interface MenuProps extends Omit<OpenedProps, 'open' | 'onAttach'> {
  readonly open: Extract<Open, { readonly kind: 'menu' | 'editing' | 'picking' }>;
}

function verbsOf({ open: { entry }, onOpen, uploads, shelf }: MenuProps): readonly SheetVerb[] {
  const { id, attachmentId, title, isAwaited } = entry;
  const isAttached = attachmentId !== null;
  const opening: SheetVerb = {
    label: '打开文件',
    icon: 'file',
    onPress: () => void openAttached(String(attachmentId), title, uploads),
  };
  const givingUp: SheetVerb = {
    label: '不传了，只列名称',
    icon: 'file',
    onPress: () => {
      uploads.giveUp(id);
      if (isAwaited === true) shelf.put(withNameOnly(entry));
    },
  };
  const then = (kind: 'picking' | 'editing') => () => {
    onOpen({ kind, entry });
  };
  return [
    ...(isAttached ? [opening] : []),
    { label: isAttached ? '换一份文件' : '附上文件', icon: 'plus', keepsOpen: true, onPress: then('picking') },
    ...(fileStateOf(entry, uploads).kind === 'failed' ? [givingUp] : []),
    { label: '改名称和类别', icon: 'pencil', keepsOpen: true, onPress: then('editing') },
    {
      label: '删去这份佐证',
      icon: 'close',
      onPress: () => {
        uploads.giveUp(id);
        shelf.remove(id);
      },
    },
  ];
}

async function openAttached(id: string, title: string, { fileOf, isReserved }: Uploads): Promise<void> {
  const failure = await openAttachment({ name: title, isReserved, ...fileOf(id), id });
  if (failure !== null) showToast(failure);
}
