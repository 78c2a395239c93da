/** 密 stands in 秘密, 机密, 機密 and 绝密 alike. */
const SECRET_NAME = /密|内部|內部/;
/** Blanks between letters do not hide a word. */
const BLANKS = /[\s\u00ad\u200b-\u200f\u2060]/g;

/** Whether a file's name sounds classified or internal (密、机密、内部), so that whoever uploads it is asked first. */
export function looksSecret(name: string): boolean {
  return SECRET_NAME.test(name.replace(BLANKS, ''));
}
