import type { Form } from './form-writing';

/** A list's sheet: its title above, and its columns by their headings and widths. */
export interface ListHead {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly (readonly [heading: string, width: number])[];
}

/** A list under its title and headings. Everything is text, so that a matter that begins with = stays a matter. */
export function listForm({ name, title, columns }: ListHead, rows: readonly (readonly string[])[]): Form {
  return {
    name,
    widths: columns.map(([, width]) => width),
    headRow: 2,
    rows: [
      [{ text: title, columns: columns.length, look: 'title' }],
      columns.map(([text]) => ({ text, look: 'head' })),
      ...rows.map((texts) => texts.map((text) => ({ text, look: 'framed' as const }))),
    ],
  };
}
