/**
 * JSON with keys in code-unit order and no blanks: equal values give equal text, so its hash identifies a content.
 * Properties that are undefined are left out. The value must be plain data of bounded depth.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const record = value as Readonly<Record<string, unknown>>;
  const parts: string[] = [];
  for (const key of Object.keys(record).sort()) {
    if (record[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  }
  return `{${parts.join(',')}}`;
}

function scalar(value: unknown): string {
  return value === undefined ? 'null' : JSON.stringify(value);
}
