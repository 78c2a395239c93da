/**
 * MySQL takes a packet of 16 MB and SQLite 32,766 values in one statement: rows of every table stay well below, and
 * plans stay good where ids are named.
 */
const AT_ONCE = 500;

/** The values in their order, as many at a time as one statement takes: 500 unless told. */
export function batchesOf<T>(values: readonly T[], size = AT_ONCE): readonly (readonly T[])[] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, index) => values.slice(index * size, (index + 1) * size));
}
