/** Kind of a file as people say it, by the end of its name: `PDF`, `DOCX`; empty when the name has none. */
export function fileTypeWords(name: string): string {
  return (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '').toUpperCase();
}
