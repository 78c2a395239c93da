import { QueryFailedError } from 'typeorm';
import { Log } from './log';

const TOKEN = 'aB3-_'.repeat(9).slice(0, 43);

describe('A line of the log', () => {
  function lineOf(fields: Record<string, unknown>, message = 'sample'): string {
    const lines: string[] = [];
    new Log('info', { write: (line) => lines.push(line) }).error(fields, message);
    return lines.join('');
  }

  it.each([
    ['a session’s token', { header: `Bearer ${TOKEN}` }, TOKEN],
    ['a telephone number', { text: '请联系13800000101，谢谢' }, '13800000101'],
    ['WeChat’s access token', { url: 'https://example.org/send?access_token=ABC_def-1' }, 'ABC_def-1'],
    ['WeChat’s secret', { url: '/sns/jscode2session?appid=wx1&secret=sample123&js_code=code456' }, 'sample123'],
    ['a login code', { url: '/sns/jscode2session?appid=wx1&secret=sample123&js_code=code456' }, 'code456'],
    ['a session key', { answer: { session_key: 'k3y==', openid: 'o123' } }, 'k3y=='],
    ['an openid', { answer: { session_key: 'k3y==', openid: 'o123' } }, 'o123'],
    ['a field called token, however deep', { a: { b: { token: 'x"y\\z' } } }, 'x\\"y'],
    ['an invite code', { inviteCode: 'K7M2QX' }, 'K7M2QX'],
    ['the database’s password', { error: new Error('connect mysql://root:pass123@db/base') }, 'pass123'],
  ])('never holds %s', (_what, fields, secret) => {
    const line = lineOf(fields);
    expect(line).toContain('[removed]');
    expect(line).not.toContain(secret);
    expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('says what failed in the database without the values', () => {
    const cause = Object.assign(new Error("Duplicate entry '13800000101' for key 'phone'"), { errno: 1062 });
    const line = lineOf({
      error: new QueryFailedError('INSERT INTO person (phone) VALUES (?)', ['13800000101'], cause),
    });
    expect(line).toContain('INSERT INTO person (phone) VALUES (?)');
    expect(line).toContain('Duplicate entry');
    expect(line).not.toContain('13800000101');
  });

  it('keeps what helps to find the fault: ids, hashes, times, counts', () => {
    const hash = '0123456789abcdef'.repeat(4);
    const fields = {
      requestId: 'r-1',
      hash,
      at: '2022-05-20T16:00:00.000Z',
      bytes: 20971520,
      id: '01G3HXYZABCDEFGHJKMNPQRSTV',
    };
    expect(JSON.parse(lineOf(fields))).toMatchObject(fields);
  });
});
