import { GroupCommit } from './group-commit';

const pause = (milliseconds = 1): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('Commits that go together', () => {
  it('carries what arrives during one transaction in the next, and gives everybody their own result', async () => {
    const groups: number[][] = [];
    const commits = new GroupCommit<number, string>(async (items) => {
      groups.push([...items]);
      await pause(5);
      return items.map((item) => `kept ${String(item)}`);
    });
    const first = commits.add(0);
    await pause(1);
    const others = [1, 2, 3].map((item) => commits.add(item));
    expect(await Promise.all([first, ...others])).toEqual(['kept 0', 'kept 1', 'kept 2', 'kept 3']);
    expect(groups).toEqual([[0], [1, 2, 3]]);
  });

  it('lets one item that cannot be kept fail alone', async () => {
    const commits = new GroupCommit<number, number>((items) =>
      items.includes(2) ? Promise.reject(new Error('no')) : Promise.resolve(items),
    );
    const results = await Promise.allSettled([1, 2, 3].map((item) => commits.add(item)));
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('keeps no group longer than its limit', async () => {
    const sizes: number[] = [];
    const commits = new GroupCommit<number, number>((items) => {
      sizes.push(items.length);
      return Promise.resolve(items);
    }, 10);
    await Promise.all(Array.from({ length: 25 }, (_each, item) => commits.add(item)));
    expect(sizes).toEqual([10, 10, 5]);
  });
});
