import fc from 'fast-check';
import { batchesOf } from './batches';

describe('Values in batches', () => {
  it('are all of them, in their order, none empty and none larger than told', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (values, size) => {
        const batches = batchesOf(values, size);
        expect(batches.flat()).toEqual(values);
        expect(batches.slice(0, -1).every(({ length }) => length === size)).toBe(true);
        expect(batches.every(({ length }) => length > 0 && length <= size)).toBe(true);
      }),
    );
  });
});
