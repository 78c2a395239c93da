import { XMLParser } from 'fast-xml-parser';
import { asRecord, parseJsonText } from '../port/json-text';

/** A push body as an object, whatever it was written in. */
export type PushBody = Readonly<Record<string, unknown>>;

// Values stay texts: a MsgID has 19 digits, and a template id may look like a number.
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  processEntities: false,
});

/** Reads a push body in XML or JSON, told apart by its first character. Null for anything else, and for a DOCTYPE. */
export function readPushBody(text: string): PushBody | null {
  const start = text.trimStart();
  if (start.startsWith('{')) return asRecord(parseJsonText(start));
  if (!start.startsWith('<') || /<!(?:DOCTYPE|ENTITY)/i.test(start)) return null;
  try {
    return asRecord(asRecord(parser.parse(start))?.['xml']);
  } catch {
    return null;
  }
}

/** The items of a `List` that is missing, one object, or an array. */
export function itemsOf(list: unknown): readonly PushBody[] {
  const items: readonly unknown[] = Array.isArray(list) ? list : [list];
  return items.map(asRecord).filter((item) => item !== null);
}
