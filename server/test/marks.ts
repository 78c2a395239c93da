import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { outlineOf } from '../src/platform/watermark/outlines';

/** What a stream of a PDF says, unpacked. */
export function textOf(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('There is no such stream.');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

/** The sheet that the first page of a PDF is covered with, and the text upon it. */
export function markOn(document: PDFDocument): { readonly sheet: string; readonly text: string } {
  const sheet = formIn(document.getPage(0).node.Resources(), 'Watermark1');
  const text = formIn(sheet.dict.lookup(PDFName.of('Resources'), PDFDict), 'Text');
  return { sheet: textOf(sheet), text: textOf(text) };
}

function formIn(resources: PDFDict | undefined, name: string): PDFRawStream {
  const form = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(name));
  if (!(form instanceof PDFRawStream)) throw new Error(`There is no ${name}.`);
  return form;
}

/** Which of these lines the watermark of a file holds. */
export async function marksOf(file: Buffer, lines: readonly string[]): Promise<readonly string[]> {
  const { text } = markOn(await PDFDocument.load(file));
  return lines.filter((line) => text.includes(outlineOf(line).path));
}
