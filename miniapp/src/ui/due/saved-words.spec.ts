import { savedWords } from './saved-words';

describe('when a draft was saved', () => {
  it('names the day unless it was today, in Beijing', () => {
    const now = '2022-05-17T02:00:00.000Z';
    expect(savedWords('2022-05-16T16:01:00.000Z', now)).toBe('00:01');
    expect(savedWords('2022-05-16T12:10:00.000Z', now)).toBe('昨天 20:10');
    expect(savedWords('2022-05-15T12:10:00.000Z', now)).toBe('5月15日 20:10');
  });
});
