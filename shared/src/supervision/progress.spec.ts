import { NO_PROGRESS, progressWords } from './progress';

describe('How far the units of a notice have come', () => {
  it.each([
    ['nobody has done it, one has a copy', { asked: 2, copies: 1 }, 'feedback', '0/2家办完，抄送1家'],
    ['one has done it, one was taken back', { asked: 2, over: 1, withdrawn: 1 }, 'material', '1/2家办完，撤回1家'],
    ['the only one was taken back', { withdrawn: 1 }, 'feedback', '撤回1家'],
    ['it is only to be known', { asked: 3, over: 1 }, 'none', '1/3家看过'],
    ['it went to very many', { asked: 3000, over: 1750 }, 'feedback', '1,750/3,000家办完'],
    ['a clue was signed for', { asked: 1, over: 1 }, 'receipt', '1/1家签收'],
    ['nobody is addressed', {}, 'feedback', ''],
  ] as const)('is said where %s', (_, counts, answer, words) => {
    expect(progressWords({ ...NO_PROGRESS, ...counts }, answer)).toBe(words);
  });
});
