import { resolve } from 'node:path';
import { Configuration } from './configuration';

const SECRETS = {
  WECHAT_APP_ID: 'wx0000000000000000',
  WECHAT_SECRET: 'sample-secret',
  WECHAT_PUSH_TOKEN: 'sample-token',
  WECHAT_PUSH_KEY: 'k'.repeat(43),
};

describe('The configuration', () => {
  it('starts with the secrets of WeChat and a SQLite file, and nothing else', () => {
    const configuration = new Configuration(SECRETS);
    expect(configuration.isDemo).toBe(false);
    expect(configuration.database).toEqual({ kind: 'sqlite', file: resolve('.data/jiannuo.sqlite') });
    expect(configuration.wechat?.secret).toBe('sample-secret');
  });

  it.each(Object.keys(SECRETS))('refuses to start without %s, and names it', (name) => {
    expect(() => new Configuration({ ...SECRETS, [name]: '' })).toThrow(`Set ${name} before starting`);
  });

  it.each([...Object.keys(SECRETS), 'WECOM_ROBOT_KEY'])('refuses the demo with a real %s, and names it', (name) => {
    expect(() => new Configuration({ DEMO: '1', [name]: 'real' })).toThrow(`remove ${name}`);
  });

  it('needs no secret in the demo, and never keeps one', () => {
    expect(new Configuration({ DEMO: '1' })).toMatchObject({ isDemo: true, wechat: null });
  });

  it.each([
    ['mysql://u:p@host/base', { kind: 'mysql', url: 'mysql://u:p@host/base' }],
    ['mariadb://host/base', { kind: 'mariadb', url: 'mariadb://host/base' }],
    ['/srv/data/base.sqlite', { kind: 'sqlite', file: '/srv/data/base.sqlite' }],
  ])('reads the database from %s', (url, address) => {
    expect(new Configuration({ DEMO: '1', DATABASE_URL: url }).database).toEqual(address);
  });

  it.each([
    [{ DATABASE_URL: 'postgres://host/base' }, 'DATABASE_URL'],
    [{ PORT: 'http' }, 'PORT'],
    [{ ...SECRETS, DEMO: '0', WECHAT_PUSH_KEY: 'short' }, 'WECHAT_PUSH_KEY'],
    [{ PORT: '70000' }, 'PORT'],
  ])('refuses %j and names the variable', (environment, name) => {
    expect(() => new Configuration({ DEMO: '1', ...environment })).toThrow(name);
  });

  it('knows whether people come by https', () => {
    const secure = new Configuration({ DEMO: '1', PUBLIC_URL: 'https://sample.example/' });
    expect([secure.publicUrl, secure.isSecure]).toEqual(['https://sample.example', true]);
    expect(new Configuration({ DEMO: '1' }).isSecure).toBe(false);
  });
});
