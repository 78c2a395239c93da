import { LARGEST_FILE, sizeWords, tooLargeWords } from '@jiannuo/shared/kernel';
import type { AttachmentView } from '@jiannuo/shared/reporting';
import { Image, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { ChosenFile } from '../../platform/files/choose-files';
import { openFile } from '../../platform/files/open-file';
import { uploadFile } from '../../platform/files/upload-file';
import { asApiError } from '../../platform/http/api-error';
import { FilePicker } from '../../ui/files/file-picker';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { EvidenceEntry, type EvidenceFile } from '../../ui/report/evidence-entry';
import type { EntryBook } from './entry-store';

/** A file on its way to the server, or one that did not arrive. */
interface Sending {
  readonly file: ChosenFile;
  readonly state: Extract<EvidenceFile, { kind: 'uploading' | 'failed' }>;
}

/** The uploads of one entry. What has arrived is in the entry; what has not can be sent again. */
export interface OriginalUploads {
  readonly sending: Sending | null;
  /** What the browser can show of the picture just picked. */
  readonly picture: string | null;
  readonly send: (file: ChosenFile) => void;
}

function tooLarge({ bytes }: ChosenFile): string | null {
  return bytes <= LARGEST_FILE ? null : tooLargeWords(bytes);
}

function pictureOf(file: ChosenFile): string | null {
  const isPicture = /\.(?:png|jpe?g)$/i.test(file.name);
  return IS_BROWSER && isPicture && typeof file.source !== 'string' ? URL.createObjectURL(file.source) : null;
}

/** Runs the uploads of an entry. */
export function useOriginals(book: EntryBook): OriginalUploads {
  const [sending, setSending] = useState<Sending | null>(null);
  const [picture, setPicture] = useState<string | null>(null);
  const latest = useRef(book);
  latest.current = book;
  useEffect(
    () => () => {
      if (picture !== null) URL.revokeObjectURL(picture);
    },
    [picture],
  );
  const send = (file: ChosenFile) => {
    const refusal = tooLarge(file);
    if (refusal !== null) {
      setSending({ file, state: { kind: 'failed', reason: refusal } });
      return;
    }
    setSending({ file, state: { kind: 'uploading', percent: 0 } });
    uploadFile(file, (percent) => {
      setSending({ file, state: { kind: 'uploading', percent } });
    })
      .then((attachment) => {
        setSending(null);
        setPicture(pictureOf(file));
        latest.current.addOriginal(attachment);
      })
      .catch((error: unknown) => {
        setSending({ file, state: { kind: 'failed', reason: asApiError(error).sentence } });
      });
  };
  return { sending, picture, send };
}

async function open({ id, name }: AttachmentView): Promise<void> {
  if (!(await openFile(`/api/attachments/${id}`, name))) showToast('没打开，请再试一次');
}

interface OriginalsProps {
  readonly book: EntryBook;
  readonly uploads: OriginalUploads;
}

/** The original of what came in: kept as it is, never changed. */
export function OriginalList({ book, uploads }: OriginalsProps) {
  const [isPicking, setIsPicking] = useState(false);
  const [asked, setAsked] = useState<AttachmentView | null>(null);
  const { sending } = uploads;
  const { originals } = book.draft;
  return (
    <View className="below-4">
      <View className="row between">
        <View className="t-s c-ink-2">原件，列上就留底</View>
        <Pressable
          className="entry-add t-s c-brand"
          label="附上原件"
          onPress={() => {
            setIsPicking(true);
          }}
        >
          <Icon name="plus" size="small" />
          <View className="gap-1">{originals.length === 0 ? '附上原件' : '再附一份'}</View>
        </Pressable>
      </View>
      {originals.map((file) => (
        <EvidenceEntry
          key={file.id}
          title={file.name}
          kindName=""
          icon="file"
          file={{ kind: 'attached', size: sizeWords(file.bytes) }}
          onOpen={() => void open(file)}
          onMore={() => {
            setAsked(file);
          }}
        />
      ))}
      {sending === null ? null : (
        <EvidenceEntry
          title={sending.file.name}
          kindName=""
          icon="file"
          file={sending.state}
          onRetry={() => {
            uploads.send(sending.file);
          }}
        />
      )}
      {originals.length === 0 && sending === null ? (
        <View className="t-s c-ink-2">没有原件也能录，凭据写清楚就行。不得上传涉密文件。</View>
      ) : null}
      {isPicking ? (
        <FilePicker
          onPicked={uploads.send}
          onClose={() => {
            setIsPicking(false);
          }}
        />
      ) : null}
      {asked === null ? null : (
        <Sheet
          title={asked.name}
          onClose={() => {
            setAsked(null);
          }}
          verbs={[
            { label: '打开', icon: 'download', onPress: () => void open(asked) },
            {
              label: '拿掉这份',
              icon: 'close',
              onPress: () => {
                book.removeOriginal(asked.id);
              },
            },
          ]}
        />
      )}
    </View>
  );
}

/** Beside the form on wide windows: the original to read while entering. */
export function OriginalRail({ book, uploads }: OriginalsProps) {
  return (
    <View>
      <View className="t-s c-ink-2">原件，只看不改</View>
      {book.draft.originals.length === 0 ? (
        <View className="t-s c-ink-2 below-3">附上以后，在这里打开对照。</View>
      ) : null}
      {book.draft.originals.map((file) => (
        <Pressable
          key={file.id}
          role="link"
          className="entry-add t-s c-brand"
          label={`打开原件，${file.name}`}
          onPress={() => void open(file)}
        >
          <Icon name="download" size="small" />
          <View className="gap-1">{file.name}</View>
        </Pressable>
      ))}
      {uploads.picture === null ? null : (
        <Image
          className="entry-picture below-3"
          src={uploads.picture}
          mode="widthFix"
          nativeProps={{ alt: '刚附上的原件' }}
        />
      )}
    </View>
  );
}
