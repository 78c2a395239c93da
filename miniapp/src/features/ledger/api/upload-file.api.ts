import type { LedgerAttachment } from '@jiannuo/shared/ledger';
import type { ChosenFile } from '../../../platform/files/choose-files';
import { uploadFile } from '../../../platform/files/upload-file';

/** Sends one file to the server: evidence, or a list to be imported. */
export function uploadLedgerFile(
  file: ChosenFile,
  onProgress: (percent: number) => void = () => undefined,
): Promise<LedgerAttachment> {
  return uploadFile<LedgerAttachment>('/api/attachments', file, onProgress);
}
