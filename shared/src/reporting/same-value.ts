/**
 * Whether two values are equal as plain data. It walks no deeper than `trusted`, so that a hostile `other` of any
 * depth costs nothing.
 */
export function sameValue(trusted: unknown, other: unknown): boolean {
  if (trusted === other) return true;
  if (typeof trusted !== 'object' || typeof other !== 'object' || trusted === null || other === null) return false;
  if (Array.isArray(trusted) !== Array.isArray(other)) return false;
  const keys = Object.keys(trusted);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    (key) =>
      Object.prototype.hasOwnProperty.call(other, key) &&
      sameValue((trusted as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
