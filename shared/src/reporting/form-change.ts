import type { NumericTarget, ReportForm } from './content';

/**
 * Whether a year's form keeps every place that reports fill: the same headings by id, and the same figures asked for
 * under each. Titles, words and the order may differ.
 */
export function keepsPlaces(before: ReportForm, after: ReportForm): boolean {
  return placesOf(before) === placesOf(after);
}

function placesOf({ headings }: ReportForm): string {
  return JSON.stringify(headings.map(({ id, target }) => [id, target && figuresOf(target)]).sort());
}

/** In one order, however the file has them. */
function figuresOf({ numeratorLabel, denominatorLabel, unit, minimumPercent }: NumericTarget): readonly string[] {
  return [numeratorLabel, denominatorLabel, unit, minimumPercent];
}
