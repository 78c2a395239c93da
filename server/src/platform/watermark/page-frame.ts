import type { PDFPage } from '@cantoo/pdf-lib';

/** What of a page is seen, and how what is drawn upright there is turned into the page's own directions. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  /** The six numbers of PDF's `cm`, from the seen lower left corner. */
  readonly matrix: readonly [number, number, number, number, number, number];
}

interface Sides {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

type Box = ReturnType<PDFPage['getCropBox']>;

/** The part of a page that a reader sees, as it is turned. Throws where that is nothing. */
export function frameOf(page: PDFPage): PageFrame {
  const media = sidesOf(page.getMediaBox());
  const sides = within(sidesOf(page.getCropBox()), media) ?? media;
  const { left, bottom, right, top } = sides;
  const [across, up] = [right - left, top - bottom];
  if (!(across > 0 && up > 0)) throw new Error('The page has no size.');
  switch (turnOf(page)) {
    case 90:
      return { width: up, height: across, matrix: [0, 1, -1, 0, right, bottom] };
    case 180:
      return { width: across, height: up, matrix: [-1, 0, 0, -1, right, top] };
    case 270:
      return { width: up, height: across, matrix: [0, -1, 1, 0, left, top] };
    default:
      return { width: across, height: up, matrix: [1, 0, 0, 1, left, bottom] };
  }
}

function turnOf(page: PDFPage): number {
  return (((Math.round(page.getRotation().angle / 90) * 90) % 360) + 360) % 360;
}

/** A box may name its corners in any order. */
function sidesOf({ x, y, width, height }: Box): Sides {
  return {
    left: Math.min(x, x + width),
    bottom: Math.min(y, y + height),
    right: Math.max(x, x + width),
    top: Math.max(y, y + height),
  };
}

function within(box: Sides, outer: Sides): Sides | null {
  const sides = {
    left: Math.max(box.left, outer.left),
    bottom: Math.max(box.bottom, outer.bottom),
    right: Math.min(box.right, outer.right),
    top: Math.min(box.top, outer.top),
  };
  return sides.right > sides.left && sides.top > sides.bottom ? sides : null;
}
