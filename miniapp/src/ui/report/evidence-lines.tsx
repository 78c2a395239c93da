import { EVIDENCE_LABELS, type AttachmentView, type Evidence } from '@jiannuo/shared/reporting';
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
          <FileLink key={id} {...shown} file={file} />
        );
      })}
    </>
  );
}
