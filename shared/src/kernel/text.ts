/** Line breaks of other worlds: Windows, old Mac, Word's soft break, Unicode's own. */
const FOREIGN_BREAKS = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;
/** What has no shape on paper: control characters except tab and line feed, byte order marks, zero-width spaces, direction marks. */
const INVISIBLE =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/g;
/** One look at what may need tidying; surrogates are in it because half a pair cannot be stored. */
const SUSPECT =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uD800-\uDFFF\uFEFF\uFFF9-\uFFFB]/;
/** A character that can be seen: no blank, joiner, variation selector, filler, tag or empty Braille cell. */
const SEEN =
  // eslint-disable-next-line no-misleading-character-class -- These are single characters, none is to be combined.
  /[^\s\u0000-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/u;
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/;
const CONTROL_IN_LINES = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/;

/** Length in code points, as limits count it. Half a surrogate pair counts as one. */
export function codePointLength(text: string): number {
  let length = text.length;
  for (let index = 0; index + 1 < text.length; index += 1) {
    if (isHigh(text.charCodeAt(index)) && isLow(text.charCodeAt(index + 1))) {
      length -= 1;
      index += 1;
    }
  }
  return length;
}

/** Whether a text is longer than `limit` code points. Does not walk a text that is far too long. */
export function isLongerThan(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  return text.length > limit * 2 || codePointLength(text) > limit;
}

/** A text that ends as a sentence, so that another may follow it: with a full stop where it has no end of its own. */
export function asSentence(text: string): string {
  return text === '' || /[。！？；]$/u.test(text) ? text : `${text}。`;
}

/** The first `limit` code points; a pair is never cut in half. */
export function firstCodePoints(text: string, limit: number): string {
  let end = 0;
  for (let count = 0; count < limit && end < text.length; count += 1) {
    end += isHigh(text.charCodeAt(end)) && isLow(text.charCodeAt(end + 1)) ? 2 : 1;
  }
  return text.slice(0, end);
}

/** At most `limit` code points: what is longer loses its middle, so that beginning and end stay. */
export function cutMiddle(text: string, limit: number): string {
  if (!isLongerThan(text, limit)) return text;
  const characters = Array.from(text);
  const end = Math.floor((limit - 1) / 2);
  return `${characters.slice(0, limit - 1 - end).join('')}…${characters.slice(-end).join('')}`;
}

/** Bytes of a text in UTF-8; half a surrogate pair counts three, as its replacement does. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isHigh(unit) && isLow(text.charCodeAt(index + 1))) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether a text holds control characters. In long text (`isMultiline`) line feed and tab are none. */
export function hasControlCharacters(text: string, isMultiline = false): boolean {
  return (isMultiline ? CONTROL_IN_LINES : CONTROL).test(text);
}

/** Whether every surrogate has its other half, so that the text can be stored and hashed. */
export function isWellFormed(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isHigh(unit) && isLow(text.charCodeAt(index + 1))) index += 1;
    else if (isHigh(unit) || isLow(unit)) return false;
  }
  return true;
}

function replaceHalves(text: string): string {
  if (isWellFormed(text)) return text;
  let whole = '';
  for (const character of text) {
    whole += character.length === 1 && isSurrogate(character) ? '\uFFFD' : character;
  }
  return whole;
}

function isSurrogate(character: string): boolean {
  const unit = character.charCodeAt(0);
  return isHigh(unit) || isLow(unit);
}

/**
 * Text as it is stored: every line break is a line feed, invisible characters are gone, half a pair becomes U+FFFD.
 * Spaces stay, so that tidying while somebody types moves nothing. Tidying twice changes nothing more.
 */
export function tidyText(text: string): string {
  return SUSPECT.test(text) ? replaceHalves(text.replace(FOREIGN_BREAKS, '\n').replace(INVISIBLE, '')) : text;
}

/** Tidied text in composed form (NFC) without blanks around it, empty when nothing in it can be seen: names, reasons, imported cells. */
export function cleanText(text: string): string {
  return isBlank(text) ? '' : trimBlank(tidyText(text).normalize('NFC'));
}

/** Cleaned text on one line: breaks, tabs and runs of blanks become one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

function trimBlank(text: string): string {
  return text.replace(/^[\s\u200D]+/, '').replace(/[\s\u200D]+$/, '');
}

/** Whether nothing in a text can be seen. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}

/** A text in quotation marks; those within it become single ones: `“‘码上诚信’进村屯”`. */
export function quoted(text: string): string {
  return `“${text.replace(/“/g, '‘').replace(/”/g, '’')}”`;
}
