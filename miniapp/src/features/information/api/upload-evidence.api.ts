import type { AttachmentView } from '@jiannuo/shared/reporting';
import type { ChosenFile } from '../../../platform/files/choose-files';
import { uploadFile } from '../../../platform/files/upload-file';

/** Sends one file; the same file sent again is the same attachment. */
export function uploadEvidence(file: ChosenFile, onProgress: (percent: number) => void): Promise<AttachmentView> {
  return uploadFile<AttachmentView>('/api/attachments', file, onProgress);
}
