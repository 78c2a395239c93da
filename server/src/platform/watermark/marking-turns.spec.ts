import { MarkingTurns } from './marking-turns';

describe('The turns of marking', () => {
  const story = () => {
    const turns = new MarkingTurns();
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const ask = (name: string, personId: string, { isTrial = false, isAlone = false } = {}): void => {
      void turns.take({ personId, isTrial, isAlone }, () => {
        begun.push(name);
        return new Promise<void>((resolve) => ends.set(name, resolve));
      });
    };
    const end = async (name: string): Promise<void> => {
      ends.get(name)!();
      await settled();
    };
    return { begun, ask, end };
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('let somebody read while another’s files are tried, which wait for one another', async () => {
    const { begun, ask, end } = story();
    for (const name of ['try 1', 'try 2', 'try 3']) ask(name, '张伟', { isTrial: true });
    ask('try of another', '王芳', { isTrial: true });
    ask('read', '李娜');
    await settled();
    expect(begun).toEqual(['try 1', 'read']);
    ask('read again', '李娜');
    await end('try 1');
    expect(begun).toEqual(['try 1', 'read', 'try 2']);
    await end('read');
    expect(begun.at(-1)).toBe('read again');
  });

  it('are two at most, one for each person, and readers before those who put in', async () => {
    const { begun, ask, end } = story();
    ask('a', '张伟');
    ask('a once more', '张伟');
    ask('b', '王芳');
    ask('try', '赵敏', { isTrial: true });
    ask('c', '李娜');
    await settled();
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun.at(-1)).toBe('c');
    await end('a');
    expect(begun.at(-1)).toBe('a once more');
    await end('c');
    expect(begun.at(-1)).toBe('try');
  });

  it('leave one alone that asks for it, and go on where one fails', async () => {
    const { begun, ask, end } = story();
    ask('a', '张伟');
    ask('alone', '王芳', { isAlone: true });
    await settled();
    expect(begun).toEqual(['a']);
    await end('a');
    ask('b', '李娜');
    await settled();
    expect(begun).toEqual(['a', 'alone']);
    await end('alone');
    expect(begun.at(-1)).toBe('b');
    const turns = new MarkingTurns();
    const whose = { personId: '张伟', isTrial: false, isAlone: false };
    await expect(turns.take(whose, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.take(whose, () => Promise.resolve(1))).resolves.toBe(1);
  });
});
