import type { Form, FormCell } from './form-writing';

/** A list's sheet: its title above, what is said of it under the title, and its columns by their headings and widths. */
export interface ListHead {
  readonly name: string;
  readonly title: string;
  readonly facts?: string;
  readonly columns: readonly (readonly [heading: string, width: number])[];
}

/** A line of a list. Words are text, so that a matter that begins with = stays a matter. */
export type ListRow = Form['rows'][number];

/** A list under its title and headings. */
export function listForm(head: ListHead, rows: readonly ListRow[]): Form {
  const { name, title, facts, columns } = head;
  const above = [across(title, head, 'title'), ...(facts === undefined ? [] : [across(facts, head, 'plain')])];
  return {
    name,
    widths: columns.map(([, width]) => width),
    headRow: above.length + 1,
    rows: [...above, columns.map(([text]) => ({ text, look: 'head' })), ...rows],
  };
}

/** A cell with a word or two in the middle, such as a state beside numbers. */
export function mark(text: string): FormCell {
  return { text, look: 'framed-centre' };
}

/** A cell with a number in the table, as it is shown. */
export function figure(text: string): FormCell {
  return { text, look: 'figure' };
}

/** A line above the table, across it or below it. */
export function across(
  text: string,
  { columns }: Pick<ListHead, 'columns'>,
  look: FormCell['look'],
): readonly FormCell[] {
  return [{ text, columns: columns.length, look }];
}
