import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

/** Which parts are on show stands with the document. */
const OF_THE_DOCUMENT = ['Type', 'Version', 'Pages', 'OCProperties'];
const OF_A_PAGE = ['Type', 'Parent', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Group', 'Resources', 'Contents'];

/**
 * Leaves of a document its pages as they are seen: nothing that acts, asks or leads elsewhere, nothing that lies above
 * what is drawn, and nothing that no page shows.
 */
export function keepWhatIsSeen(document: PDFDocument): void {
  keepAlone(document.catalog, OF_THE_DOCUMENT);
  for (const { node } of document.getPages()) keepAlone(node, OF_A_PAGE);
  const { context } = document;
  const reached = reachedFrom(document);
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

function keepAlone(dict: PDFDict, names: readonly string[]): void {
  const kept = new Set(names.map((name) => PDFName.of(name)));
  for (const key of dict.keys()) if (!kept.has(key)) dict.delete(key);
}

function reachedFrom({ context }: PDFDocument): ReadonlySet<PDFRef> {
  const reached = new Set<PDFRef>();
  const next: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info];
  while (next.length > 0) {
    const object = next.pop();
    if (object instanceof PDFRef && !reached.has(object)) {
      reached.add(object);
      next.push(context.lookup(object));
    } else for (const part of partsOf(object)) next.push(part);
  }
  return reached;
}

function partsOf(object: PDFObject | undefined): readonly PDFObject[] {
  if (object instanceof PDFStream) return object.dict.values();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFArray ? object.asArray() : [];
}
