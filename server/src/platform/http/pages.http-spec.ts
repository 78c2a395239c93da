import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTestDatabase, type TestDatabase } from '../../../test/databases';
import { PLATFORM_TABLES, startProbe } from '../../../test/probe';
import type { ServedApplication } from '../../../test/served';

const START_PAGE = '<!doctype html><script>window.size = 1;</script><script src="/app/app.1a2b3c4d.js"></script>';

describe('The pages', () => {
  let database: TestDatabase;
  let test: ServedApplication;

  beforeAll(async () => {
    database = await openTestDatabase('sqlite', { content: PLATFORM_TABLES });
    const screens = join(database.directory, 'screens');
    mkdirSync(join(screens, 'js'), { recursive: true });
    writeFileSync(join(screens, 'index.html'), START_PAGE);
    writeFileSync(join(screens, 'js', 'app.1a2b3c4d.js'), 'run();');
    writeFileSync(join(database.directory, 'secret.txt'), 'secret');
    const environment = { SCREENS_DIR: screens, SITE_NAME: '样例专班', FILING_NUMBER: '黑ICP备00000000号' };
    test = await startProbe({ database, environment });
  });

  afterAll(async () => {
    await test.close();
    await database.close();
  });

  it('may load nothing from elsewhere, and be framed by nobody else', async () => {
    const { headers } = await test.ask({ url: '/app/' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('let the start page run the script written inside it, and no other', async () => {
    const policy = String((await test.ask({ url: '/app/' })).headers['content-security-policy']);
    // The SHA-256 of `window.size = 1;`, as a browser computes it.
    expect(policy).toContain("'sha256-HxCjkKTNpPrPtjrda4gM3xb7ASCF7Ahisyo549BvirI='");
  });

  it('are kept by the browser for a year when their name holds a hash, otherwise asked for each time', async () => {
    const script = await test.ask({ url: '/app/js/app.1a2b3c4d.js' });
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const page = await test.ask({ url: '/app/index.html' });
    expect(page.headers['cache-control']).toBe('no-cache');
    expect((await test.ask({ url: '/app' })).statusCode).toBe(302);
  });

  it('give nothing that lies outside their folder', async () => {
    for (const url of ['/app/../secret.txt', '/app/%2e%2e/secret.txt', '/app/..%2fsecret.txt', '/app/js/']) {
      const answer = await test.ask({ url });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toBe('secret');
    }
  });

  it('leave nothing of the API in a browser’s or a proxy’s memory', async () => {
    expect((await test.ask({ url: '/api/site' })).headers['cache-control']).toBe('no-store');
  });

  it('name the site before anybody has signed in', async () => {
    expect((await test.ask({ url: '/api/site' })).json()).toEqual({
      isDemo: true,
      groupName: '样例专班',
      filingNumber: '黑ICP备00000000号',
    });
  });

  it('describe the API from this server alone', async () => {
    const page = await test.ask({ url: '/api/docs' });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(src|href)=["']?(https?:)?\/\//);
    for (const [, asset] of page.body.matchAll(/(?:src|href)="\.\/([^"]+)"/g)) {
      const found = await test.ask({ url: `/api/${asset ?? ''}` });
      expect([asset, found.statusCode]).toEqual([asset, 200]);
    }
    const description = (await test.ask({ url: '/api/docs-json' })).json<{
      openapi: string;
      paths: object;
      components: { schemas: object };
    }>();
    expect(description.openapi).toMatch(/^3\./);
    expect(description.paths).toMatchObject({
      '/api/probe/things': {
        post: { parameters: [{ name: 'idempotency-key', required: true }], security: [{ bearer: [] }] },
      },
    });
    expect(description.components.schemas).toMatchObject({
      ProbeDto: {
        properties: {
          name: { type: 'string', maxLength: 20, description: '姓名' },
          count: { type: 'integer', description: '数目' },
        },
        required: ['name', 'count'],
      },
    });
  });

  it('say that the server is alive and ready', async () => {
    expect((await test.ask({ url: '/healthz' })).json()).toEqual({ status: 'alive' });
    expect((await test.ask({ url: '/readyz' })).json()).toEqual({ status: 'ready' });
  });
});
