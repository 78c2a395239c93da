import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream, type PDFPage } from '@cantoo/pdf-lib';

/** What an annotation shows, and how it is laid on its page by PDF's `cm`. */
export interface DrawnAnnotation {
  readonly form: PDFRef;
  readonly matrix: readonly number[];
}

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

type Six = [number, number, number, number, number, number];

/** Bits of an annotation's flags: it is hidden, or not shown on a screen. */
const UNSEEN = 0b10_0010;
const AS_IT_IS = [1, 0, 0, 1, 0, 0];

/** What a page's annotations show, such as seals, notes and filled-in fields: as pictures they lie under the mark. */
export function drawnAnnotations({ node }: PDFPage): readonly DrawnAnnotation[] {
  const annotations = node.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return [];
  return annotations.asArray().flatMap((_, index) => {
    const annotation = annotations.lookup(index);
    const drawn = annotation instanceof PDFDict ? drawnOf(annotation) : null;
    return drawn === null ? [] : [drawn];
  });
}

function drawnOf(annotation: PDFDict): DrawnAnnotation | null {
  const flags = annotation.lookup(PDFName.of('F'));
  if (flags instanceof PDFNumber && (flags.asNumber() & UNSEEN) !== 0) return null;
  const form = appearanceOf(annotation);
  if (form === null) return null;
  const stream = annotation.context.lookup(form, PDFStream);
  stream.dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
  const [place, drawn] = [boxOf(numbersIn(annotation, 'Rect', 4)), drawnBoxOf(stream.dict)];
  if (place === null || drawn === null) return null;
  const [across, up] = [place.width / drawn.width, place.height / drawn.height];
  return { form, matrix: [across, 0, 0, up, place.left - drawn.left * across, place.bottom - drawn.bottom * up] };
}

/** The form that it shows now; there may be one for each of its states. */
function appearanceOf(annotation: PDFDict): PDFRef | null {
  const appearances = annotation.lookup(PDFName.of('AP'));
  if (!(appearances instanceof PDFDict)) return null;
  const normal = appearances.lookup(PDFName.of('N'));
  const state = annotation.lookup(PDFName.of('AS'));
  const isOfStates = normal instanceof PDFDict && state instanceof PDFName;
  const ref = isOfStates ? normal.get(state) : appearances.get(PDFName.of('N'));
  return ref instanceof PDFRef && annotation.context.lookup(ref) instanceof PDFStream ? ref : null;
}

/** Where a form draws, after it has turned itself. */
function drawnBoxOf(form: PDFDict): Box | null {
  const corners = numbersIn(form, 'BBox', 4);
  if (corners === null) return null;
  const [a, b, c, d, e, f] = (numbersIn(form, 'Matrix', 6) ?? AS_IT_IS) as Six;
  const [left, bottom, right, top] = corners as [number, number, number, number];
  const points = [left, right].flatMap((x) =>
    [bottom, top].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const [across, up] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return boxOf([Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)]);
}

/** A box may name its corners in any order; null where it holds nothing. */
function boxOf(corners: readonly number[] | null): Box | null {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners ?? [];
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  return width > 0 && height > 0 ? { left: Math.min(x1, x2), bottom: Math.min(y1, y2), width, height } : null;
}

function numbersIn(dict: PDFDict, name: string, count: number): readonly number[] | null {
  const array = dict.lookup(PDFName.of(name));
  if (!(array instanceof PDFArray) || array.size() !== count) return null;
  const values = array.asArray().map((_, index) => array.lookup(index));
  const numbers = values.flatMap((value) => (value instanceof PDFNumber ? [value.asNumber()] : []));
  return numbers.length === count ? numbers : null;
}
