import type { Measure } from './measure';

const WIDE = /[\u2e80-\uffef]/g;

function width(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

function cell(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** Nothing for a line that only informs. */
function verdict({ limit, isMet }: Measure): string {
  if (limit === '') return '';
  return isMet ? 'met' : 'NOT MET';
}

/** One table for the whole bench, columns aligned. */
export function table(measures: readonly Measure[]): string {
  const rows = [
    ['what', 'limit', 'measured', ''],
    ...measures.map((measure) => [measure.what, measure.limit, measure.measured, verdict(measure)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((text, column) => cell(text, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
