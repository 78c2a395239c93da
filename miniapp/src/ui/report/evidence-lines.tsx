import { takesWatermark } from '@jiannuo/shared/kernel';
import { EVIDENCE_LABELS, type AttachmentView, type Evidence } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { FileLink } from '../files/file-link';
import { EvidenceEntry } from './evidence-entry';
import { EVIDENCE_ICONS } from './evidence-sheet';

interface EvidenceProps {
  readonly evidence: readonly Evidence[];
  readonly attachments: readonly AttachmentView[];
}

/** What proves something, line by line: files to be opened, or names alone. */
export function EvidenceLines({ evidence, attachments }: EvidenceProps) {
  const reserved = attachments.filter(
    ({ id, isReserved }) => isReserved === true && evidence.some((each) => each.attachmentId === id),
  );
  return (
    <>
      {evidence.map(({ id, title, kind, attachmentId }) => {
        const file = attachments.find((each) => each.id === attachmentId);
        const shown = { title, kindName: EVIDENCE_LABELS[kind], icon: EVIDENCE_ICONS[kind] };
        return file === undefined ? (
          <EvidenceEntry key={id} {...shown} file={{ kind: 'name-only' }} />
        ) : (
          <View key={id} className="evidence evidence-file">
            <FileLink {...shown} file={file} />
          </View>
        );
      })}
      {reserved.length === 0 ? null : <View className="field-note t-xs c-ink-2">{reservedWords(reserved)}</View>}
    </>
  );
}

/** What opening such files means. Word and Excel files were taken in before each had to carry a watermark. */
function reservedWords(files: readonly AttachmentView[]): string {
  return files.every(({ name }) => takesWatermark(name))
    ? '打开会记下您的姓名和时间，文件里印有水印，请勿外传。'
    : '打开会记下您的姓名和时间。PDF和照片里印有水印，Word、Excel里没有，请勿外传。';
}
