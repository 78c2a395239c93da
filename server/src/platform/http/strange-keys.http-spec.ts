import { openTestDatabase, type TestDatabase } from '../../../test/databases';
import { PLATFORM_TABLES, probeToken, startProbe } from '../../../test/probe';
import type { ServedApplication } from '../../../test/served';
import type { RefusalBody } from './refusal.filter';

/** What every object has in JavaScript, so that code which looks a name up without care finds something. */
const INHERITED = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', 'toJSON'];

describe('A field with a name that every object has', () => {
  let database: TestDatabase;
  let test: ServedApplication;
  let liaison: string;

  beforeAll(async () => {
    database = await openTestDatabase('sqlite', { content: PLATFORM_TABLES });
    test = await startProbe({ database });
    liaison = await probeToken(test, 'liaison-xunke');
  });

  afterAll(async () => {
    await test.close();
    await database.close();
  });

  it.each(INHERITED)('is refused when it is %s, whatever it holds', async (name) => {
    for (const value of ['"x"', '1', 'null', '{"polluted":true}', '{"prototype":{"polluted":true}}']) {
      const answer = await test.ask({
        method: 'POST',
        url: '/api/probe/things',
        as: liaison,
        headers: { 'content-type': 'application/json' },
        body: `{"name":"a","count":1,"${name}":${value}}`,
      });
      expect([400, 422]).toContain(answer.statusCode);
      expect(answer.json<RefusalBody>().sentence).toMatch(/。$/);
      expect('polluted' in {}).toBe(false);
    }
  });

  it.each(INHERITED)('is refused or passed over in an address when it is %s', async (name) => {
    const answer = await test.ask({ url: `/api/probe/page?size=1&${name}=1&${name}[polluted]=1` });
    expect(answer.statusCode).toBe(422);
    expect('polluted' in {}).toBe(false);
  });
});
