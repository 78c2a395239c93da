import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFPage } from '@cantoo/pdf-lib';
import { outlineOf } from '../src/platform/watermark/outlines';

/** What a stream of a PDF says, unpacked. */
function textOf(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('There is no such stream.');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

/** Of a page: what it draws now, what it drew before it was marked, the sheet over it, and the text upon that. */
export function markOn({ node }: PDFPage): Readonly<Record<'drawn' | 'before' | 'sheet' | 'text', string>> {
  const resources = node.Resources();
  const sheet = formIn(resources, 'Watermark');
  const text = formIn(sheet.dict.lookup(PDFName.of('Resources'), PDFDict), 'Text');
  const [drawn, before] = [node.Contents(), formIn(resources, 'Page')].map(textOf);
  return { drawn: drawn!, before: before!, sheet: textOf(sheet), text: textOf(text) };
}

function formIn(resources: PDFDict | undefined, name: string): PDFRawStream {
  const form = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(name));
  if (!(form instanceof PDFRawStream)) throw new Error(`There is no ${name}.`);
  return form;
}

/** Which of these lines the watermark of a file holds. */
export async function marksOf(file: Buffer, lines: readonly string[]): Promise<readonly string[]> {
  const { text } = markOn((await PDFDocument.load(file)).getPage(0));
  return lines.filter((line) => text.includes(outlineOf(line).path));
}
