import { EVIDENCE_LABELS, LEDGER_LIMITS, type Evidence, type LedgerAttachment } from '@jiannuo/shared/ledger';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { ChosenFile } from '../../platform/files/choose-files';
import { openFile } from '../../platform/files/open-file';
import { asApiError } from '../../platform/http/api-error';
import { newIdentifier } from '../../platform/identifiers';
import { FilePicker } from '../../ui/files/file-picker';
import { sizeWords } from '../../ui/files/size-words';
import { Icon } from '../../ui/icon/icon';
import { Sheet, type SheetVerb } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { EvidenceEntry, type EvidenceFile } from '../../ui/report/evidence-entry';
import { EVIDENCE_ICONS, EvidenceSheet, kindOfFile, nameOfFile } from '../../ui/report/evidence-sheet';
import { uploadLedgerFile } from './api/upload-file.api';

interface EvidencePartProps {
  readonly evidence: readonly Evidence[];
  readonly files: readonly LedgerAttachment[];
  /** null where the reader may only look. */
  readonly onChange: ((evidence: readonly Evidence[]) => void) | null;
}

type Open =
  { readonly kind: 'none' | 'adding' } | { readonly kind: 'menu' | 'editing' | 'picking'; readonly entry: Evidence };

/** The evidence of a month: a list of names, each with a file or without. */
export function EvidencePart({ evidence, files, onChange }: EvidencePartProps) {
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const [fresh, setFresh] = useState<readonly LedgerAttachment[]>([]);
  const [sending, setSending] = useState<Readonly<Record<string, EvidenceFile | undefined>>>({});
  const known = [...files, ...fresh];
  const close = () => {
    setOpen({ kind: 'none' });
  };
  // An upload ends later than it began: it is put into the list as it stands then.
  const latest = useRef({ evidence, onChange });
  useEffect(() => {
    latest.current = { evidence, onChange };
  });
  const put = (entry: Evidence) => {
    const { evidence: list, onChange: change } = latest.current;
    const isThere = list.some(({ id }) => id === entry.id);
    change?.(isThere ? list.map((each) => (each.id === entry.id ? entry : each)) : [...list, entry]);
  };
  const attach = (entry: Evidence, file: ChosenFile) => {
    const named = entry.title === '' ? { ...entry, title: nameOfFile(file.name), kind: kindOfFile(file.name) } : entry;
    const mark = (state: EvidenceFile | undefined) => {
      setSending((all) => ({ ...all, [entry.id]: state }));
    };
    mark({ kind: 'uploading', percent: 0 });
    put(named);
    uploadLedgerFile(file, (percent) => {
      mark({ kind: 'uploading', percent });
    })
      .then((attachment) => {
        setFresh((all) => [...all, attachment]);
        mark(undefined);
        put({ ...named, attachmentId: attachment.id });
      })
      .catch((failure: unknown) => {
        mark({ kind: 'failed', reason: asApiError(failure).sentence });
      });
  };
  const fileOf = (entry: Evidence): EvidenceFile => {
    const file = known.find(({ id }) => id === entry.attachmentId);
    const attached: EvidenceFile = { kind: 'attached', size: file === undefined ? '' : sizeWords(file.bytes) };
    return sending[entry.id] ?? (entry.attachmentId === null ? { kind: 'name-only' } : attached);
  };
  const menu = (entry: Evidence): readonly SheetVerb[] => {
    const attached = known.find(({ id }) => id === entry.attachmentId);
    const openVerb: SheetVerb[] =
      attached === undefined ? [] : [{ label: '打开文件', icon: 'file', onPress: () => void openAttached(attached) }];
    const then = (kind: 'picking' | 'editing') => () => {
      setOpen({ kind, entry });
    };
    return [
      ...openVerb,
      {
        label: attached === undefined ? '附上文件' : '换一份文件',
        icon: 'plus',
        keepsOpen: true,
        onPress: then('picking'),
      },
      { label: '改名称和类别', icon: 'pencil', keepsOpen: true, onPress: then('editing') },
      {
        label: '删去这份佐证',
        icon: 'close',
        onPress: () => onChange?.(evidence.filter(({ id }) => id !== entry.id)),
      },
    ];
  };
  const add = () => {
    if (evidence.length >= LEDGER_LIMITS.evidence) showToast(`最多${String(LEDGER_LIMITS.evidence)}份佐证`);
    else setOpen({ kind: 'adding' });
  };
  const keepNew = (entry: Pick<Evidence, 'title' | 'kind'>, isWithFile: boolean) => {
    const fresh: Evidence = { ...entry, id: newIdentifier(), attachmentId: null };
    if (isWithFile) setOpen({ kind: 'picking', entry: fresh });
    else {
      close();
      put(fresh);
    }
  };
  return (
    <View className="ledger-part">
      <View className="row between">
        <View className="t-strong">佐证</View>
        <View className="t-s c-ink-2">列名称就行</View>
      </View>
      {evidence.map((entry) => (
        <EvidenceEntry
          key={entry.id}
          title={entry.title}
          kindName={EVIDENCE_LABELS[entry.kind]}
          icon={EVIDENCE_ICONS[entry.kind]}
          file={fileOf(entry)}
          {...(onChange === null
            ? {}
            : {
                onMore: () => {
                  setOpen({ kind: 'menu', entry });
                },
                onReplace: () => {
                  setOpen({ kind: 'picking', entry });
                },
              })}
        />
      ))}
      {onChange === null ? null : (
        <Pressable className="ledger-add t-body c-brand" onPress={add}>
          <Icon name="plus" />
          加一份佐证
        </Pressable>
      )}
      {open.kind === 'adding' ? (
        <EvidenceSheet
          evidence={{ title: '', kind: 'document' }}
          isNew
          onClose={close}
          onKeep={(entry) => {
            keepNew(entry, false);
          }}
          onKeepWithFile={(entry) => {
            keepNew(entry, true);
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
            attach(open.entry, file);
          }}
        />
      ) : null}
    </View>
  );
}

async function openAttached({ id, name }: LedgerAttachment): Promise<void> {
  if (!(await openFile(`/api/attachments/${id}`, name))) showToast('没打开，请再试一次');
}
