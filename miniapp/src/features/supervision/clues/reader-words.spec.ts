import { goneReaders, presentReaders, readersWords } from './reader-words';

const reader = (name: string, change: object = {}) => ({
  ...({ id: name, name, unitId: 'u1', role: 'liaison', isInPost: true, successor: null } as const),
  ...change,
});

describe('the readers of a confidential notice', () => {
  it('are told with who left, who followed him, and who is still to be followed', () => {
    const readers = [
      reader('甲'),
      reader('乙', { isInPost: false }),
      reader('丙', { isInPost: false, successor: '丁' }),
    ];
    expect(readersWords(readers)).toBe('甲、乙（已不在岗）、丙（已不在岗，由丁接替）');
    expect(goneReaders(readers).map(({ name }) => name)).toEqual(['乙']);
    expect(presentReaders(readers).map(({ name }) => name)).toEqual(['甲']);
  });
});
