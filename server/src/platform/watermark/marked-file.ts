import { EncryptedPDFError, PDFDict, PDFDocument, PDFName, PDFRef, ParseSpeeds } from '@cantoo/pdf-lib';
import { markPages } from './mark-pages';
import { layOnPage } from './picture-page';
import { keepWhatIsSeen } from './seen-parts';
import type { PictureKind } from './whole-picture';

/** The kinds of file that can carry a watermark. */
export type MarkableKind = 'pdf' | PictureKind;

/** A file, and what is to be seen on each of its pages. */
export interface Marking {
  readonly bytes: Uint8Array;
  readonly kind: MarkableKind;
  readonly lines: readonly string[];
}

/** Why a file came out without a mark, which means that it does not come out. */
export type Unmarked = 'locked' | 'unmarkable';

/** The file as a PDF with the lines over every page, or why there is none. */
export async function markedFile({ bytes, kind, lines }: Marking): Promise<Uint8Array | Unmarked> {
  try {
    const document = await documentOf(bytes, kind);
    dropFilesWithin(document);
    markPages(document, lines);
    keepWhatIsSeen(document);
    return await document.save({ updateFieldAppearances: false, addDefaultPage: false, objectsPerTick: Infinity });
  } catch (error) {
    return error instanceof EncryptedPDFError ? 'locked' : 'unmarkable';
  }
}

async function documentOf(bytes: Uint8Array, kind: MarkableKind): Promise<PDFDocument> {
  if (kind === 'pdf') return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const document = await PDFDocument.create({ updateMetadata: false });
  await layOnPage(document, bytes, kind);
  return document;
}

/** A PDF can carry other files, which nothing marks. */
function dropFilesWithin({ context }: PDFDocument): void {
  const [carrying, file] = [PDFName.of('EF'), PDFName.of('EmbeddedFile')];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFDict ? object : 'dict' in object ? object.dict : null;
    if (!(dict instanceof PDFDict)) continue;
    const held = dict.lookupMaybe(carrying, PDFDict);
    for (const value of held?.values() ?? []) if (value instanceof PDFRef) context.delete(value);
    dict.delete(carrying);
    if (dict.get(PDFName.of('Type')) === file) context.delete(ref);
  }
}
