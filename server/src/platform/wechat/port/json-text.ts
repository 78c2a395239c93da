const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LONG_INTEGER = /^-?\d{16,}$/;

/**
 * Parses JSON and keeps integers of 16 and more digits as text.
 * WeChat's msgid has 19 digits: a JavaScript number would change its end, and the sent event would never match.
 * Returns undefined for text that is not JSON.
 */
export function parseJsonText(text: string): unknown {
  const quoted = text.replace(TOKENS, (token) => (LONG_INTEGER.test(token) ? `"${token}"` : token));
  try {
    return JSON.parse(quoted);
  } catch {
    return undefined;
  }
}

/** The value as an object with text keys, or null for anything else (arrays too). */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

/** A text as it is, a finite number as text, anything else null. */
export function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}
