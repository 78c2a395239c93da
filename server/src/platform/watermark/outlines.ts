import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSync, type Font, type Path } from 'fontkit';

/** A line of letters drawn as outlines, from 0 on its base line, one unit high. */
export interface LineOutline {
  /** Path operators of PDF. */
  readonly path: string;
  readonly width: number;
}

type Range = readonly [first: number, last: number];

/** The letters of Chinese come in slices, each a font of its own; which letters a slice holds stands beside them. */
const RANGES = require.resolve('@fontsource-variable/noto-sans-sc/unicode.json');
/** Holds the digits; what it draws for a letter that it does not know, a box, stands for one that no slice knows. */
const FIRST_SLICE = '119';

let slices: ReadonlyMap<string, readonly Range[]> | null = null;
const fonts = new Map<string, Font>();

/** The outlines of a line of text. A letter that no font knows becomes a box, and nothing is ever refused. */
export function outlineOf(text: string): LineOutline {
  const parts: string[] = [];
  let width = 0;
  for (const letter of text) {
    const codePoint = letter.codePointAt(0) ?? 0;
    const font = fontOf(codePoint);
    const { path, advanceWidth } = font.glyphForCodePoint(codePoint);
    parts.push(operatorsOf(path, 1 / font.unitsPerEm, width));
    width += advanceWidth / font.unitsPerEm;
  }
  return { path: parts.join('\n'), width };
}

function fontOf(codePoint: number): Font {
  slices ??= readSlices();
  const found = [...slices].find(([, ranges]) =>
    ranges.some(([first, last]) => first <= codePoint && codePoint <= last),
  );
  const slice = found?.[0] ?? FIRST_SLICE;
  const font = fonts.get(slice) ?? openSlice(slice);
  fonts.set(slice, font);
  return font;
}

function openSlice(slice: string): Font {
  const font = openSync(join(RANGES, '..', 'files', `noto-sans-sc-${slice}-wght-normal.woff2`));
  if (!('glyphForCodePoint' in font)) throw new Error(`The slice ${slice} is not one font.`);
  return font;
}

/** Of each slice, as `U+4e00-4e02,U+4e05`: the ranges of its letters. */
function readSlices(): ReadonlyMap<string, readonly Range[]> {
  const written = JSON.parse(readFileSync(RANGES, 'utf8')) as Record<string, string>;
  return new Map(Object.entries(written).map(([name, ranges]) => [name.replace(/[[\]]/g, ''), rangesOf(ranges)]));
}

function rangesOf(written: string): readonly Range[] {
  return written.split(',').map((range) => {
    const [first = 0, last = first] = range
      .trim()
      .slice('U+'.length)
      .split('-')
      .map((code) => parseInt(code, 16));
    return [first, last];
  });
}

/** A glyph's path in operators of PDF, made `scale` as large and moved by `left`. */
function operatorsOf({ commands }: Path, scale: number, left: number): string {
  const written: string[] = [];
  let from: readonly [number, number] = [0, 0];
  const points = (args: readonly number[]): number[] => {
    return args.map((value, index) => value * scale + (index % 2 === 0 ? left : 0));
  };
  for (const { command, args } of commands) {
    const [operator, at] = segmentOf(command, points(args), from);
    if (at.length >= 2) from = [at.at(-2) ?? 0, at.at(-1) ?? 0];
    written.push(`${at.map((value) => value.toFixed(4)).join(' ')} ${operator}`);
  }
  return written.join('\n');
}

function segmentOf(
  command: string,
  at: readonly number[],
  [fromX, fromY]: readonly [number, number],
): [string, readonly number[]] {
  switch (command) {
    case 'moveTo':
      return ['m', at];
    case 'lineTo':
      return ['l', at];
    case 'bezierCurveTo':
      return ['c', at];
    case 'quadraticCurveTo': {
      // PDF knows curves of the third degree alone.
      const [cx = 0, cy = 0, x = 0, y = 0] = at;
      const toward = (end: number, control: number): number => end + (2 / 3) * (control - end);
      return ['c', [toward(fromX, cx), toward(fromY, cy), toward(x, cx), toward(y, cy), x, y]];
    }
    default:
      return ['h', []];
  }
}
