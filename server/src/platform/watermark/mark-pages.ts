import { createHash } from 'node:crypto';
import { PDFName, type PDFDocument, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import { drawnAnnotations } from './annotations';
import { outlineOf, type LineOutline } from './outlines';
import { formOf, partsOf } from './page-form';
import { frameOf, type PageFrame } from './page-frame';

/** Pale enough to read through, and seen on paper as on a dark photo: the letters are dark with a light rim. */
const OPACITY = 0.3;
const RIM = '1 G 0.14 w 1 j';
const INK = '0.25 g 0.25 G 0.025 w';
/** All in heights of a letter, or in shares of the page. */
const LEADING = 1.5;
const WIDEST = 0.4;
const TALLEST = 0.026;
/** The least and the most that the lines rise. */
const SLOPES = [Math.PI / 9, Math.PI / 5.5] as const;

/** How the mark lies on a page: where a marked file is marked again, the second does not cover the first. */
interface Lie {
  readonly slope: number;
  /** In shares of the way from one to the next. */
  readonly asideBy: number;
  readonly upBy: number;
}

type Form = Parameters<PDFDocument['context']['flateStream']>[1];

/** The text as a form that the file holds once, and a sheet covered with it for each size of page. */
class Mark {
  private readonly sheets = new Map<string, PDFRef>();
  private readonly width: number;
  private readonly text: PDFRef;

  constructor(
    private readonly document: PDFDocument,
    lines: readonly LineOutline[],
    private readonly lie: Lie,
  ) {
    this.width = Math.max(...lines.map(({ width }) => width));
    const [across, up] = [this.width / 2 + 1, lines.length * LEADING];
    // Rim and ink are one picture before it is made pale.
    this.text = this.form(textOf(lines), { BBox: [-across, -up, across, up], Group: { S: 'Transparency', I: true } });
  }

  drawOn(page: PDFPage): void {
    const { context } = this.document;
    const { node } = page;
    const frame = frameOf(page);
    const annotations = drawnAnnotations(page).map((each, index) => ({ ...each, name: `Annotation${String(index)}` }));
    const forms = {
      Page: formOf(this.document, page),
      Watermark: this.sheetOf(frame),
      ...Object.fromEntries(annotations.map(({ name, form }) => [name, form])),
    };
    const drawn = [
      '/Page Do\n',
      ...annotations.map(({ name, matrix }) => `q ${numbers(matrix)} cm /${name} Do Q\n`),
      `q ${numbers(frame.matrix)} cm /Watermark Do Q\n`,
    ].join('');
    node.set(PDFName.of('Resources'), context.obj({ XObject: forms }));
    node.set(PDFName.of('Contents'), context.register(context.stream(drawn)));
  }

  private sheetOf({ width, height }: PageFrame): PDFRef {
    const size = `${width.toFixed(1)} ${height.toFixed(1)}`;
    const sheet =
      this.sheets.get(size) ??
      this.form(this.covering(width, height), {
        BBox: [0, 0, width, height],
        Resources: { XObject: { Text: this.text }, ExtGState: { Pale: { ca: OPACITY, CA: OPACITY } } },
      });
    this.sheets.set(size, sheet);
    return sheet;
  }

  /** The text in rows aslant, every second one moved by half, so large that any part of the page shows it. */
  private covering(width: number, height: number): string {
    const side = Math.sqrt(width * height);
    const size = Math.min((side * WIDEST) / this.width, side * TALLEST);
    const { slope, asideBy, upBy } = this.lie;
    const turned = [Math.cos(slope), Math.sin(slope), -Math.sin(slope), Math.cos(slope)].map((value) => value * size);
    const [stepX, stepY] = [side * WIDEST * 1.15, side * WIDEST * 0.6];
    const [rows, columns] = [Math.ceil(height / stepY / 2), Math.ceil(width / stepX / 2)];
    const placed: string[] = ['/Pale gs'];
    for (let row = -rows - 1; row <= rows; row += 1) {
      const aside = row % 2 === 0 ? 0 : 0.5;
      for (let column = -columns - 1 - aside; column <= columns + aside; column += 1) {
        const at = [width / 2 + (column + asideBy) * stepX, height / 2 + (row + upBy) * stepY];
        placed.push(`q ${numbers([...turned, ...at])} cm /Text Do Q`);
      }
    }
    return placed.join('\n');
  }

  private form(content: string, entries: NonNullable<Form>): PDFRef {
    const { context } = this.document;
    return context.register(context.flateStream(content, { Type: 'XObject', Subtype: 'Form', ...entries }));
  }
}

/**
 * Draws lines of text over every page, again and again and aslant, upright as the page is seen. The letters are outlines:
 * no font is needed to see them. Throws where a page cannot be marked.
 */
export function markPages(document: PDFDocument, lines: readonly string[]): void {
  const pages = document.getPages();
  if (pages.length === 0) throw new Error('There is no page to mark.');
  const mark = new Mark(document, lines.map(outlineOf), lieOf(lines));
  const former = pages.flatMap(partsOf);
  for (const page of pages) mark.drawOn(page);
  // Nothing of the pages as they were stays behind in the file.
  for (const ref of former) document.context.delete(ref);
}

/** Another one for each reader and minute. */
function lieOf(lines: readonly string[]): Lie {
  const hash = createHash('sha256').update(lines.join('\n')).digest();
  const [slope, asideBy, upBy] = [0, 2, 4].map((at) => hash.readUInt16BE(at) / 65_536) as [number, number, number];
  return { slope: SLOPES[0] + slope * (SLOPES[1] - SLOPES[0]), asideBy, upBy };
}

/** The lines one under the other around the middle: first all rims, then the letters, a little bolder than they are. */
function textOf(lines: readonly LineOutline[]): string {
  const paths = lines.map(({ path, width }, index) => {
    const base = ((lines.length - 1) / 2 - index) * LEADING - 0.35;
    return { path, at: `1 0 0 1 ${numbers([-width / 2, base])} cm` };
  });
  const painted = (operator: string): string =>
    paths.map(({ path, at }) => `q ${at}\n${path}\n${operator} Q`).join('\n');
  return `${RIM}\n${painted('S')}\n${INK}\n${painted('B')}`;
}

function numbers(values: readonly number[]): string {
  return values.map((value) => value.toFixed(4)).join(' ');
}
