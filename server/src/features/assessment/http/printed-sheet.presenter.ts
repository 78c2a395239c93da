import type { PrintedSection, PrintedSheet } from '@jiannuo/shared/assessment';
import { formsOf, type Form, type FormCell } from '../../../platform/excel';

/** Six columns on one width of A4 across. */
const WIDTHS = [6, 18, 22, 40, 36, 9];

type Cells = readonly (FormCell | null)[];

/** 自查评分表 as annex 3 prints it, as an Excel file. */
export function printedWorkbook({ title, head, columns, sections, notes }: PrintedSheet): Promise<Buffer> {
  const [date, total] = head;
  const whole = (text: string, look: FormCell['look']): Cells => [{ text, columns: WIDTHS.length, look }];
  const form: Form = {
    name: '自查评分表',
    widths: WIDTHS,
    headRow: 3,
    rows: [
      whole(title, 'title'),
      [{ text: date, columns: 3, look: 'plain' }, null, null, { text: total, columns: 3, look: 'plain' }],
      columns.map((text) => ({ text, look: 'head' })),
      ...sections.flatMap(sectionRows),
      ...notes.map((note) => whole(note, 'plain')),
    ],
  };
  return formsOf([form]);
}

function sectionRows({ ordinal, item, parts }: PrintedSection): readonly Cells[] {
  const height = parts.reduce((sum, { lines }) => sum + lines.length, 0);
  return parts.flatMap(({ content, lines, points }, part) =>
    lines.map(({ ledger, evidence }, line): Cells => {
      const isFirstOfPart = line === 0;
      const isFirst = isFirstOfPart && part === 0;
      return [
        isFirst ? { text: ordinal, rows: height, look: 'framed-centre' } : null,
        isFirst ? { text: item, rows: height, look: 'framed-centre' } : null,
        isFirstOfPart ? { text: content, rows: lines.length, look: 'framed' } : null,
        { text: ledger, look: 'framed' },
        { text: evidence, look: 'framed' },
        isFirstOfPart ? { text: points, rows: lines.length, look: 'figure' } : null,
      ];
    }),
  );
}
