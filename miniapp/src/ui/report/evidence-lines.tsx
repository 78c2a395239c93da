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
      {attachments.some(
        ({ id, isReserved }) => isReserved === true && evidence.some((each) => each.attachmentId === id),
      ) ? (
        <View className="field-note t-xs c-ink-2">打开会记下您的姓名和时间。文件里没有水印，请勿外传。</View>
      ) : null}
    </>
  );
}
