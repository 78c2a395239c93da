import type { AttachmentView } from '@jiannuo/shared/reporting';
import { openFile, openReservedFile } from '../../platform/files/open-file';

const FAILED = '没打开这份文件。请看看网络，再点一次。文件还在，没有丢。';
const UNMARKED = '这份文件印不上水印，没有打开。请让传的人换一份。';

/** Opens a file that the server keeps; answers why it did not open, or null where it did. */
export async function openAttachment({
  id,
  name,
  isReserved = false,
}: Pick<AttachmentView, 'id' | 'name' | 'isReserved'>): Promise<string | null> {
  const path = `/api/attachments/${id}`;
  if (!isReserved) return (await openFile(path, name)) ? null : FAILED;
  const opening = await openReservedFile(path, name);
  if (opening === 'opened') return null;
  return opening === 'unmarked' ? UNMARKED : FAILED;
}
