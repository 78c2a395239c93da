/** The element that a remark is drawn as. */
export function remarkElementId(index: number): string {
  return `remark-${String(index)}`;
}
