import { sentenceFor } from '../messages';
import { parsePoints } from './case.points';

function readingOf(value: unknown, most = '40'): string {
  const outcome = parsePoints(value, most, '工作完成情况');
  return outcome.ok ? outcome.value : sentenceFor(outcome.refusals[0]);
}

describe('points that a person typed (annex 3, 自评分)', () => {
  it.each([
    ['40', '40.00'],
    ['0', '0.00'],
    ['34.29', '34.29'],
    ['34.2', '34.20'],
    ['007', '7.00'],
  ])('%s is %s', (typed, points) => {
    expect(readingOf(typed)).toBe(points);
  });

  it.each([
    ['34.285', '工作完成情况最多2位小数。'],
    ['-1', '工作完成情况不能是负数。'],
    ['40.01', '工作完成情况最多是40.00，请核对。'],
    ['1/3', '工作完成情况没认出来，请写成“40.00”这样的数。'],
    ['=40', '工作完成情况没认出来，请写成“40.00”这样的数。'],
    ['', '工作完成情况没认出来，请写成“40.00”这样的数。'],
    [40, '工作完成情况要写成带引号的文字，不要直接写数。'],
    ['1'.repeat(500), '工作完成情况太长，最多200个字符。'],
  ])('refuses %j', (typed, sentence) => {
    expect(readingOf(typed)).toBe(sentence);
  });

  it('stops at what the line can reach, halves included (annex 3: 2.5)', () => {
    expect(readingOf('2.5', '5/2')).toBe('2.50');
    expect(readingOf('2.51', '5/2')).toBe('工作完成情况最多是2.50，请核对。');
  });
});
