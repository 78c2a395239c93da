import { LARGEST_FILE, takesWatermark, tooLargeWords } from '@jiannuo/shared/kernel';
import type { ChosenFile } from '../../platform/files/choose-files';
import { fileTypeWords } from './file-type';

const TAKEN = ['DOC', 'DOCX', 'XLS', 'XLSX', 'PDF', 'JPG', 'JPEG', 'PNG'];
/** What other office programs write, and what to save it as. */
const SAVE_AS: Readonly<Record<string, string>> = { WPS: '.docx', WPT: '.docx', ET: '.xlsx', OFD: '.pdf' };

/** Why a file will not be taken, and what to do; null when it will. For named persons alone it must take a watermark. */
export function refusalOf({ name, bytes }: Pick<ChosenFile, 'name' | 'bytes'>, isReserved = false): string | null {
  const type = fileTypeWords(name);
  if (isReserved && !takesWatermark(name)) return '限知悉的件只收PDF和照片，Word、Excel请先另存为PDF。';
  const instead = SAVE_AS[type];
  if (instead !== undefined) return `打不开.${type.toLowerCase()}，请另存为${instead}再选。`;
  if (!TAKEN.includes(type)) return '只收Word、Excel、PDF和照片，请换一份。';
  return bytes <= LARGEST_FILE ? null : `${tooLargeWords(bytes)}可以只列名称。`;
}
