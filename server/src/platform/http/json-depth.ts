/** Deeper than anything this server is ever sent; code that walks a body by calling itself would run out of stack far beyond it. */
export const JSON_DEPTH_LIMIT = 64;

const QUOTE = 34;
const BACKSLASH = 92;
const OPENING = [91, 123];
const CLOSING = [93, 125];

/** Whether a JSON text nests deeper than the limit; read once from front to back, brackets inside strings do not count. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (OPENING.includes(code)) depth += 1;
    else if (CLOSING.includes(code)) depth -= 1;
    if (depth > JSON_DEPTH_LIMIT) return true;
  }
  return false;
}
