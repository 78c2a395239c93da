import { codePointLength, firstCodePoints, isBlank } from '@jiannuo/shared/kernel';

const LONGEST = 120;
/** Characters that steer text or cannot be shown: control characters, direction marks, zero-width ones. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN = /[\\/:*?"<>|]/g;

/** A file's name that is safe to show, to store and to save under: no folders, nothing invisible, at most 120 characters, extension kept. */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const wellFormed = Buffer.from(last.normalize('NFC')).toString();
  const plain = wellFormed
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN, '_')
    .replace(/^[.\s]+|\s+$/g, '');
  const dot = plain.lastIndexOf('.');
  const stem = dot > 0 ? plain.slice(0, dot) : plain;
  const extension = dot > 0 ? plain.slice(dot) : '';
  const letters = firstCodePoints(stem, LONGEST - codePointLength(extension));
  return `${isBlank(letters) ? '附件' : letters}${extension}`;
}

/** The header that makes a browser save a file under `name`, whatever letters it holds. */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
