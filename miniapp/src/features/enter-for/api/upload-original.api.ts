import type { AttachmentView } from '@jiannuo/shared/reporting';
import type { ChosenFile } from '../../../platform/files/choose-files';
import { uploadFile } from '../../../platform/files/upload-file';

/** Sends the original of a hand-in; the same file sent again is the same attachment. */
export function uploadOriginal(file: ChosenFile, onProgress: (percent: number) => void): Promise<AttachmentView> {
  return uploadFile<AttachmentView>('/api/attachments', file, onProgress);
}
