import {
  decodePDFRawStream,
  PDFArray,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';

const PACKED = ['Filter', 'DecodeParms'] as const;

/**
 * What a page draws, as a form by itself: whatever it leaves behind, a cut, another scale, ends with it and cannot reach
 * what is drawn afterwards.
 */
export function formOf({ context }: PDFDocument, { node }: PDFPage): PDFRef {
  const streams = streamsOf(node.Contents());
  const [only] = streams;
  const { contents, entries } =
    streams.length === 1 && only !== undefined ? asItIs(only) : { contents: joined(streams), entries: {} };
  const form = {
    ...{ Type: 'XObject', Subtype: 'Form' },
    BBox: node.MediaBox(),
    Resources: node.Resources() ?? context.obj({}),
    ...entries,
  };
  return context.register(PDFRawStream.of(context.obj(form), contents));
}

/** What a page draws is kept in, by its references. */
export function partsOf({ node }: PDFPage): readonly PDFRef[] {
  const contents = node.Contents();
  const kept = [node.get(PDFName.of('Contents')), ...(contents instanceof PDFArray ? contents.asArray() : [])];
  return kept.filter((part) => part instanceof PDFRef);
}

function streamsOf(contents: PDFObject | undefined): readonly PDFStream[] {
  const parts =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents];
  return parts.filter((part) => part instanceof PDFStream);
}

/** The stream as it is packed. */
function asItIs(stream: PDFStream): {
  readonly contents: Uint8Array;
  readonly entries: Readonly<Record<string, PDFObject>>;
} {
  const entries = PACKED.flatMap((key) => {
    const value = stream.dict.get(PDFName.of(key));
    return value === undefined ? [] : [[key, value] as const];
  });
  return { contents: stream.getContents(), entries: Object.fromEntries(entries) };
}

/** Several streams are one, whatever they are packed with. */
function joined(streams: readonly PDFStream[]): Uint8Array {
  const parts = streams.flatMap((stream) => {
    if (!(stream instanceof PDFRawStream)) throw new Error('A part of the page cannot be unpacked.');
    return [Buffer.from(decodePDFRawStream(stream).decode()), Buffer.from('\n')];
  });
  return Buffer.concat(parts);
}
