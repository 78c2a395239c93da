import { ERROR_TABLE, isTransient, meaningOf } from './error-table';
import { asText, parseJsonText } from './json-text';
import { PersonQueue } from './person-queue';
import { retryAt } from './retry-plan';
import { failedSend } from './send-outcome';
import { maskSecrets, ridOf } from './wechat-error';

const CIRCUMSTANCES = { attempt: 1, now: '2022-05-17T15:59:59.999Z', random: () => 0.999 };

test('every errcode stands once in the table', () => {
  const codes = ERROR_TABLE.map((row) => row.errcode);
  expect(new Set(codes).size).toBe(codes.length);
});

test.each([
  [-1, 'retryable', 'busy', 'none'],
  [40003, 'refused', 'bad-openid', 'none'],
  [40037, 'refused', 'template-broken', 'none'],
  [41030, 'refused', 'page', 'none'],
  [43101, 'refused', 'no-grant', 'clear'],
  [43107, 'refused', 'template-broken', 'none'],
  [43108, 'retryable', 'concurrent', 'none'],
  [45168, 'refused', 'sensitive', 'uncertain'],
  [47003, 'refused', 'data', 'none'],
  [45009, 'retryable', 'day-quota', 'none'],
  [45011, 'retryable', 'minute-quota', 'none'],
  [44991, 'retryable', 'minute-quota', 'none'],
  [48001, 'refused', 'unauthorized', 'none'],
  [40001, 'retryable', 'token', 'none'],
  [40164, 'refused', 'account', 'none'],
  [41001, 'refused', 'unrecognised', 'none'],
  [12345, 'refused', 'unrecognised', 'none'],
])('a send answered with %i is %s as %s, and the ledger: %s', (errcode, kind, reason, ledger) => {
  const fault = { errcode, errmsg: '', rid: null };
  expect(failedSend(meaningOf(errcode).kind, fault, CIRCUMSTANCES)).toMatchObject({ kind, reason, ledger });
});

test('a quota of the day ends at the next Beijing midnight, of the minute at the next clock minute', () => {
  expect(retryAt('day-quota', CIRCUMSTANCES)).toBe('2022-05-17T16:00:00.000Z');
  expect(retryAt('day-quota', { ...CIRCUMSTANCES, now: '2022-05-17T16:00:00.000Z' })).toBe('2022-05-18T16:00:00.000Z');
  expect(retryAt('minute-quota', CIRCUMSTANCES)).toBe('2022-05-17T16:00:00.000Z');
});

test('a collision waits one to three seconds', () => {
  expect(retryAt('concurrent', { ...CIRCUMSTANCES, random: () => 0 })).toBe('2022-05-17T16:00:00.999Z');
  expect(retryAt('concurrent', CIRCUMSTANCES)).toBe('2022-05-17T16:00:02.997Z');
});

test('only what can change by itself is tried again', () => {
  expect((['busy', 'concurrent', 'unreachable'] as const).every(isTransient)).toBe(true);
  expect((['no-grant', 'bad-code', 'account', 'unrecognised'] as const).some(isTransient)).toBe(false);
});

test('a message id keeps its 19 digits, and numbers inside texts and fractions stay as they are', () => {
  const text =
    '{"msgid":1988810812324364291,"text":"a 1988810812324364291 \\" b","fraction":-12.12345678901234567e1,"small":42}';
  expect(parseJsonText(text)).toEqual({
    msgid: '1988810812324364291',
    text: 'a 1988810812324364291 " b',
    fraction: expect.closeTo(-121.2345678901, 9) as number,
    small: 42,
  });
  expect(parseJsonText('<html>')).toBeUndefined();
  expect([asText('a'), asText(3), asText(NaN), asText({})]).toEqual(['a', '3', null, null]);
});

test('secrets are masked in plain and encoded form, and the rid is found', () => {
  expect(maskSecrets('bad a+b/c=d and a%2Bb%2Fc%3Dd', ['a+b/c=d', 'bad'])).toBe('bad *** and ***');
  expect(ridOf('invalid openid rid: 5f3a1b2c-0a1b2c3d-4e5f6a7b')).toBe('5f3a1b2c-0a1b2c3d-4e5f6a7b');
  expect(ridOf('ok')).toBeNull();
});

test('work for one person queues behind failures too, and other persons do not wait', async () => {
  const queue = new PersonQueue();
  const done: string[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const first = queue.run('a', async () => {
    await gate;
    throw new Error('broken');
  });
  const second = queue.run('a', () => Promise.resolve(done.push('a2')));
  await queue.run('b', () => Promise.resolve(done.push('b1')));
  expect(done).toEqual(['b1']);
  release();
  await expect(first).rejects.toThrow('broken');
  await second;
  expect(done).toEqual(['b1', 'a2']);
});
