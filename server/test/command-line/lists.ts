import { writeFileSync } from 'node:fs';
import { PERSON_COLUMNS, ROSTER_SHEETS, UNIT_COLUMNS } from '@jiannuo/shared/people';
import { zipOf } from './zip-maker';

/** A list that is right. */
export const UNITS = [
  ['1', '牵头办', '样例市牵头办公室', '牵头单位', ''],
  ['', '东岭区', '样例市东岭区专班', '县（市、区）', '东岭'],
  ['', '市商务局', '样例市商务局', '责任单位', ''],
];
export const PEOPLE = [
  ['牵头办', '经办人', '经办人甲', '13800000180', '综合科', '经办人', '', ''],
  ['东岭', '联络员', '东岭区联络员', '13800000103', '信用股', '负责人', '是', ''],
  ['市商务局', '联络员', '市商务局联络员', '13800000104', '信用科', '副科长', '否', '科长空缺'],
];

/** Writes a list as Excel would, cell by cell; `cell` may put something else into a place such as `人员!D3`. */
export function writeList(
  path: string,
  units: readonly (readonly string[])[],
  people: readonly (readonly string[])[],
  options: { readonly cells?: Readonly<Record<string, string>>; readonly merged?: string } = {},
): void {
  const sheets = [
    { name: ROSTER_SHEETS.units, rows: [UNIT_COLUMNS.map(({ title }) => title), ...units] },
    { name: ROSTER_SHEETS.people, rows: [PERSON_COLUMNS.map(({ title }) => title), ...people] },
  ];
  const files: Record<string, string> = {
    'xl/workbook.xml': workbookXml(),
    'xl/_rels/workbook.xml.rels': relationsXml(),
  };
  for (const [index, { name, rows }] of sheets.entries()) {
    files[`xl/worksheets/sheet${String(index + 1)}.xml`] = sheetXml(
      rows,
      (place) => options.cells?.[`${name}!${place}`],
      options.merged,
    );
  }
  writeFileSync(path, zipOf({ '[Content_Types].xml': CONTENT_TYPES, '_rels/.rels': TOP_RELATIONS, ...files }));
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT_TYPES = `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`;
const TOP_RELATIONS = `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbookXml(): string {
  const sheets = [ROSTER_SHEETS.units, ROSTER_SHEETS.people].map(
    (name, index) => `<sheet name="${name}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
  );
  return `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relationsXml(): string {
  const targets = [1, 2].map(
    (number) =>
      `<Relationship Id="rId${String(number)}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${String(number)}.xml"/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${targets.join('')}</Relationships>`;
}

function sheetXml(
  rows: readonly (readonly string[])[],
  instead: (place: string) => string | undefined,
  merged: string | undefined,
): string {
  const body = rows.map((cells, row) => {
    const written = cells.map((text, column) => {
      const place = `${String.fromCharCode(65 + column)}${String(row + 1)}`;
      return instead(place) ?? `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    });
    return `<row r="${String(row + 1)}">${written.join('')}</row>`;
  });
  const merges = merged === undefined ? '' : `<mergeCells count="1"><mergeCell ref="${merged}"/></mergeCells>`;
  return `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData>${merges}</worksheet>`;
}
