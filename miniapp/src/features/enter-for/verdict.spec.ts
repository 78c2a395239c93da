import { entryErrors, isSendable, receivedAtOf, spanWords, verdictOf, type EntryTyped } from './verdict';

const DUE = '2022-05-20T16:00:00.000Z';
const BOUNDS = { period: '2022-05', dueAt: DUE, returnedAt: null, now: '2022-05-21T01:05:00.000Z' };
const TYPED: EntryTyped = { channel: 'email', date: '2022-05-20', time: '21:48', basis: '邮箱服务器收信时间' };

const verdict = (date: string, time: string) => verdictOf(receivedAtOf({ date, time })!, DUE);

it('counts what truly arrived before 24:00 as on time, however late it is entered', () => {
  expect(verdict('2022-05-20', '21:48')).toEqual({ isOnTime: true, words: '算按时', margin: '早2小时12分钟' });
  expect(verdict('2022-05-20', '23:59')).toMatchObject({ words: '算按时', margin: '早1分钟' });
});

it('counts midnight itself and later as late', () => {
  expect(verdict('2022-05-21', '00:00')).toEqual({ isOnTime: false, words: '算迟报', margin: '刚过截止' });
  expect(verdict('2022-05-22', '03:00')).toMatchObject({ words: '算迟报', margin: '晚1天3小时' });
});

it('reads the typed time as Beijing time, and nothing half typed', () => {
  expect(receivedAtOf({ date: '2022-05-20', time: '21:48' })).toBe('2022-05-20T13:48:00.000Z');
  for (const time of ['', '25:00', '9:5']) expect(receivedAtOf({ date: '2022-05-20', time })).toBeNull();
  expect(receivedAtOf({ date: '2022-02-30', time: '10:00' })).toBeNull();
});

it.each([
  [59_000, '不到1分钟'],
  [3_600_000, '1小时'],
  [86_400_000, '1天'],
  [90_000_000, '1天1小时'],
])('says %i milliseconds as %s', (span, words) => {
  expect(spanWords(span)).toBe(words);
});

it('lets nothing be entered without way, time and grounds', () => {
  const errors = entryErrors({ channel: null, date: '', time: '', basis: ' ' }, BOUNDS);
  expect(errors.channel).not.toBeNull();
  expect(errors.received).not.toBeNull();
  expect(errors.basis).not.toBeNull();
  expect(isSendable(entryErrors(TYPED, BOUNDS))).toBe(true);
});

it('refuses a time that has not come, one before the month, and one before the return it answers', () => {
  const wrong = (typed: Partial<EntryTyped>, bounds = {}) =>
    entryErrors({ ...TYPED, ...typed }, { ...BOUNDS, ...bounds }).received;
  expect(wrong({ date: '2022-05-21', time: '09:06' })).toContain('还没到');
  expect(wrong({ date: '2022-04-30' })).toContain('比这个月还早');
  expect(wrong({}, { returnedAt: '2022-05-20T14:00:00.000Z' })).toContain('才退回');
});
