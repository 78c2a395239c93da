import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseAttributeValue: false,
  processEntities: true,
  isArray: (name) => name === 'sheet' || name === 'Relationship',
});

interface WorkbookXml {
  readonly workbook?: {
    readonly sheets?: { readonly sheet?: readonly { readonly name?: string; readonly id?: string }[] };
  };
}
interface RelationsXml {
  readonly Relationships?: { readonly Relationship?: readonly { readonly Id?: string; readonly Target?: string }[] };
}

/** Where each sheet of a workbook lies in the archive, by its name. */
export function sheetPaths(workbookXml: string, relationsXml: string): ReadonlyMap<string, string> {
  const { workbook } = parser.parse(workbookXml) as WorkbookXml;
  const { Relationships: relations } = parser.parse(relationsXml) as RelationsXml;
  const targets = new Map((relations?.Relationship ?? []).map(({ Id, Target }) => [Id ?? '', Target ?? '']));
  return new Map(
    (workbook?.sheets?.sheet ?? []).map(({ name, id }) => [name ?? '', inArchive(targets.get(id ?? '') ?? '')]),
  );
}

function inArchive(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
