/** Repeats one row of every sheet, counted from 1, on each printed page. */
export function printTitles(sheets: readonly { readonly name: string; readonly row: number }[]) {
  const names = sheets.map(
    ({ name, row }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${String(index)}">'${escaped(name)}'!$${String(row)}:$${String(row)}</definedName>`,
  );
  const markup = `</sheets><definedNames>${names.join('')}</definedNames>`;
  const transform = (xml: string): string => xml.replace('</sheets>', () => markup);
  return { files: { transform: { 'xl/workbook.xml': { transform } } } };
}

function escaped(name: string): string {
  return name.replace(/'/g, "''").replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
