import { remaining } from '@jiannuo/shared/kernel';
import { dueWords } from './due-words';

const DUE = '2022-05-20T16:00:00.000Z';
const at = (now: string) => dueWords(remaining(DUE, now));

describe('a due chip', () => {
  it('is a grey ring until three days before, then an amber clock, then a red triangle', () => {
    expect(at('2022-05-16T02:00:00.000Z')).toEqual({ shape: 'not-yet', text: '还剩4天' });
    expect(at('2022-05-17T02:00:00.000Z')).toEqual({ shape: 'soon', text: '还剩3天' });
    expect(at('2022-05-20T13:00:00.000Z')).toEqual({ shape: 'soon', text: '还剩3小时' });
    expect(at('2022-05-20T16:00:00.000Z').shape).toBe('late');
    expect(at('2022-05-21T02:00:00.000Z')).toEqual({ shape: 'late', text: '超期1天' });
  });
});
