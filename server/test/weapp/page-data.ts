/** Applies one `setData` object to a page's data as WeChat does: keys are paths such as `root.cn.[0].v`. */
export function applyPatch(data: Record<string, unknown>, patch: Readonly<Record<string, unknown>>): void {
  for (const [path, value] of Object.entries(patch)) {
    const keys = path.match(/[^.[\]]+/g) ?? [];
    const last = keys.pop();
    if (last === undefined) throw new Error(`setData with an empty path: "${path}"`);
    const holder = keys.reduce<Record<string, unknown>>((at, key) => {
      const next = at[key];
      if (typeof next === 'object' && next !== null) return next as Record<string, unknown>;
      const made: Record<string, unknown> = {};
      at[key] = made;
      return made;
    }, data);
    // WeChat takes a copy across its two threads, and drops what JSON cannot say.
    holder[last] = value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
  }
}

/** What crosses WeChat's bridge for one `setData`, in bytes. */
export function patchBytes(patch: Readonly<Record<string, unknown>>): number {
  return Buffer.byteLength(JSON.stringify(patch), 'utf8');
}
