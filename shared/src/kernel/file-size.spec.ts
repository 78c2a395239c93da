import { LARGEST_FILE, sizeWords, tooLargeWords } from './index';

const MB = 1024 * 1024;

describe('the size of a file', () => {
  it.each([
    [0, '1 KB'],
    [190_000, '186 KB'],
    [MB, '1 MB'],
    [52.34 * MB, '52.3 MB'],
  ])('of %d bytes is told as %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  it('that is too large is told beside the limit', () => {
    expect(tooLargeWords(52 * MB)).toBe('文件有52 MB，最多20 MB。');
    expect(tooLargeWords(2048 * MB)).toBe('文件有2048 MB，最多20 MB。');
  });

  it('is never told as the limit itself: one byte more, or an unknown size, only passes it', () => {
    expect(tooLargeWords(LARGEST_FILE + 1)).toBe('文件超过20 MB。');
    expect(tooLargeWords(null)).toBe('文件超过20 MB。');
  });
});
