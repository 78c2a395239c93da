/** A stretch of text, and whether the other side has it differently. */
export interface TextSegment {
  readonly text: string;
  readonly isChanged: boolean;
}
/** Two texts side by side; on each side the segments together are the text. */
export interface TextDifference {
  readonly before: readonly TextSegment[];
  readonly after: readonly TextSegment[];
}

/** A word for comparing: a number or Latin word whole, otherwise one character (Chinese has no blanks). */
const WORD = /[0-9]+(?:[.,][0-9]+)*%?|[A-Za-z]+|[\s\S]/gu;
const NUMBER = /^[0-9]/;
/** Largest table of words by words; beyond it the differing middle is marked as a whole. */
const MOST_CELLS = 1_000_000;
/** An unchanged run this short between two changes reads better as changed. */
const SHORT_RUN = 1;

/** What differs between two texts, word by word, for showing both versions side by side. */
export function differenceOf(before: string, after: string): TextDifference {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  const middle = compare(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const runs = [
    { isChanged: false, before: a.slice(0, start), after: b.slice(0, start) },
    ...smooth(middle),
    { isChanged: false, before: a.slice(a.length - end), after: b.slice(b.length - end) },
  ];
  return { before: segments(runs, 'before'), after: segments(runs, 'after') };
}

interface Run {
  readonly isChanged: boolean;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count;
}

function compare(a: readonly string[], b: readonly string[]): readonly Run[] {
  if (a.length === 0 && b.length === 0) return [];
  if (a.length * b.length > MOST_CELLS) return [{ isChanged: true, before: a, after: b }];
  return runsFrom(a, b, commonLengths(a, b));
}

/** A number that stands elsewhere by chance says less than the words around it. */
function weightOf(word: string): number {
  return NUMBER.test(word) ? 1 : 2;
}

/** lengths[i * width + j]: weightiest common subsequence of a from i and b from j. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const word = a[i] ?? '';
      lengths[i * width + j] =
        word === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + weightOf(word)
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

function runsFrom(a: readonly string[], b: readonly string[], lengths: Uint16Array): readonly Run[] {
  const width = b.length + 1;
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ isChanged: false, before: a.slice(i, i + 1), after: b.slice(j, j + 1) });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && isLeftNext(lengths, width, i, j))) {
      runs.push({ isChanged: true, before: a.slice(i, i + 1), after: [] });
      i += 1;
    } else {
      runs.push({ isChanged: true, before: [], after: b.slice(j, j + 1) });
      j += 1;
    }
  }
  return joined(runs);
}

function isLeftNext(lengths: Uint16Array, width: number, i: number, j: number): boolean {
  return (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0);
}

function joined(runs: readonly Run[]): readonly Run[] {
  const result: { isChanged: boolean; before: string[]; after: string[] }[] = [];
  for (const run of runs) {
    const last = result[result.length - 1];
    if (last?.isChanged === run.isChanged) {
      last.before.push(...run.before);
      last.after.push(...run.after);
    } else result.push({ isChanged: run.isChanged, before: [...run.before], after: [...run.after] });
  }
  return result;
}

function smooth(runs: readonly Run[]): readonly Run[] {
  const marked = runs.map((run, index) => {
    const isBetween = index > 0 && index < runs.length - 1;
    return !run.isChanged && isBetween && run.before.length <= SHORT_RUN ? { ...run, isChanged: true } : run;
  });
  return joined(marked);
}

function segments(runs: readonly Run[], side: 'before' | 'after'): readonly TextSegment[] {
  return joined(runs)
    .filter((run) => run[side].length > 0)
    .map((run) => ({ text: run[side].join(''), isChanged: run.isChanged }));
}
