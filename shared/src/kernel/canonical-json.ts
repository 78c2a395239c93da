/**
 * JSON with keys in code-unit order and no blanks: equal values give equal text, so its hash identifies a content.
 * Properties that are undefined are left out. The value must be plain data of bounded depth.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return listText(value);
  if (typeof value === 'object' && value !== null) return recordText(value as Readonly<Record<string, unknown>>);
  return value === undefined ? 'null' : JSON.stringify(value);
}

// Text is added up as it comes: each hand-in writes its content so, and lists of parts cost twice as much.
function listText(list: readonly unknown[]): string {
  let text = '';
  for (const item of list) text += `${text === '' ? '' : ','}${canonicalJson(item)}`;
  return `[${text}]`;
}

function recordText(record: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of Object.keys(record).sort()) {
    if (record[key] === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(record[key])}`;
  }
  return `{${text}}`;
}
