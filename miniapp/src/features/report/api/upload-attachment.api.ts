import type { AttachmentView } from '@jiannuo/shared/reporting';
import type { ChosenFile } from '../../../platform/files/choose-files';
import { uploadFile } from '../../../platform/files/upload-file';

/** Sends one file to the server; what it is attached to is written in the report. */
export function uploadAttachment(file: ChosenFile, onProgress: (percent: number) => void): Promise<AttachmentView> {
  return uploadFile<AttachmentView>('/api/attachments', file, onProgress);
}
