import { formatFullDate, sizeWords } from '@jiannuo/shared/kernel';
import { FIELD_LABELS, REPORT_LIMITS } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { beijingToday } from '../../../platform/clock';
import { openFile } from '../../../platform/files/open-file';
import { useMe } from '../../../platform/session/me';
import { DateField } from '../../../ui/field/choice';
import { FieldError } from '../../../ui/field/field';
import { Icon } from '../../../ui/icon/icon';
import { Pressable } from '../../../ui/pressable/pressable';
import { EvidenceEntry } from '../../../ui/report/evidence-entry';
import { Sheet, type SheetVerb } from '../../../ui/overlay/dialog';
import { ConflictNote } from '../conflict/conflict-note';
import { useDraftShape, useKeeper } from '../draft/use-draft';
import { DraftText } from './draft-text';
import { FilePicker } from '../../../ui/files/file-picker';
import { useForm, useWrong } from './form-context';
import { elementIdOf } from './sections';
import { useUploads } from './uploads';

const SEAL = 'signOff/sealAttachmentId';

function SealEntry({ attachmentId, onMore }: { readonly attachmentId: string | null; readonly onMore: () => void }) {
  const uploads = useUploads();
  const file = uploads.fileOf(attachmentId);
  const size = file === undefined ? '' : sizeWords(file.bytes);
  return (
    <EvidenceEntry
      title={file?.name ?? '盖章页'}
      kindName="盖章页"
      icon="picture"
      file={uploads.progressOf(SEAL) ?? { kind: 'attached', size }}
      onMore={onMore}
      onRetry={() => {
        uploads.sendAgain(SEAL);
      }}
    />
  );
}

interface SealSheetsProps {
  readonly open: 'none' | 'menu' | 'picking';
  readonly attachmentId: string | null;
  readonly onPick: () => void;
  readonly onClose: () => void;
}

function SealSheets({ open, attachmentId, onPick, onClose }: SealSheetsProps) {
  const keeper = useKeeper();
  const uploads = useUploads();
  if (open === 'none') return null;
  if (open === 'picking') {
    return (
      <FilePicker
        onClose={onClose}
        onPicked={(chosen) => {
          uploads.send(SEAL, chosen, (attachment) => {
            keeper.change(SEAL, attachment.id);
          });
        }}
      />
    );
  }
  const name = uploads.fileOf(attachmentId)?.name ?? '盖章页';
  const verbs: readonly SheetVerb[] = [
    { label: '打开看看', icon: 'file', onPress: () => void openFile(`/api/attachments/${attachmentId ?? ''}`, name) },
    { label: '换一份', icon: 'plus', keepsOpen: true, onPress: onPick },
    {
      label: '拿掉',
      icon: 'close',
      onPress: () => {
        keeper.change(SEAL, null);
      },
    },
  ];
  return <Sheet title="盖章页" verbs={verbs} onClose={onClose} />;
}

/** The page with the seal: may follow later, unless this year's form asks for it. */
function Seal() {
  const keeper = useKeeper();
  const uploads = useUploads();
  const { form } = useForm();
  const wrong = useWrong(SEAL);
  const [open, setOpen] = useState<SealSheetsProps['open']>('none');
  const attachmentId = keeper.content.signOff.sealAttachmentId;
  const hasEntry = attachmentId !== null || uploads.progressOf(SEAL) !== undefined;
  const pick = () => {
    setOpen('picking');
  };
  return (
    <View className="below-3" id={elementIdOf(SEAL)}>
      <View className="t-s c-ink-2">{form.isSealRequired ? '盖章页' : '盖章页，可以后补，交的时间按现在算'}</View>
      {hasEntry ? (
        <SealEntry
          attachmentId={attachmentId}
          onMore={() => {
            setOpen('menu');
          }}
        />
      ) : (
        <Pressable className="text-link t-body c-brand" onPress={pick}>
          <Icon name="plus" />
          附上盖章页
        </Pressable>
      )}
      {wrong === null ? null : <FieldError>{wrong}</FieldError>}
      <SealSheets
        open={open}
        attachmentId={attachmentId}
        onPick={pick}
        onClose={() => {
          setOpen('none');
        }}
      />
    </View>
  );
}

/** Opening a blank sign-off suggests who is writing and today; both may be changed. */
function useSuggestion(): void {
  const keeper = useKeeper();
  const name = useMe().data?.personName ?? '';
  const wasSuggested = useRef(false);
  useEffect(() => {
    const { signer, date } = keeper.content.signOff;
    if (wasSuggested.current || name === '' || signer + date !== '') return;
    wasSuggested.current = true;
    keeper.replace('signOff/signer', name);
    keeper.replace('signOff/date', beijingToday());
  }, [keeper, name]);
}

/** Who signs, when, and the sealed page. */
export function SignOff() {
  const keeper = useKeeper();
  useDraftShape();
  useSuggestion();
  const { signer, date } = keeper.content.signOff;
  return (
    <View>
      <DraftText path="signOff/signer" label={FIELD_LABELS.signer} value={signer} limit={REPORT_LIMITS.signer} />
      <DateField
        label={FIELD_LABELS.date}
        value={date}
        words={date === '' ? '选日期' : formatFullDate(date)}
        onChoose={(chosen) => {
          keeper.replace('signOff/date', chosen);
        }}
      />
      <ConflictNote path="signOff/date" />
      <Seal />
    </View>
  );
}
