import { isPermitted, ROLES, type Role } from '@jiannuo/shared/people';
import { describeApi, type RefusalBody } from '../src/platform/http';
import { Sessions } from '../src/platform/identity';
import { startTestApplication, type TestApplication } from './application';
import { openTestDatabase, type TestDatabase } from './databases';
import { routesOf, type DeclaredRoute } from './routes';

/** What anybody may reach without signing in. A new line here is a decision. */
const PUBLIC_ROUTES = [
  'GET /api/desktop-sign-in/1',
  'GET /api/ready',
  'GET /api/site',
  'GET /api/wechat/callback',
  'GET /healthz',
  'GET /readyz',
  'POST /api/desktop-sign-in',
  'POST /api/sign-in/bind',
  'POST /api/sign-in/invite',
  'POST /api/sign-in/phone',
  'POST /api/sign-in/wechat',
  'POST /api/wechat/callback',
];

/** Writes of signed-in people that carry no key: harmless twice, or answered with a secret that must not be kept. */
const KEYLESS_ROUTES = [
  'POST /api/appointments/1/invite',
  'POST /api/attachments',
  'POST /api/desktop-sign-in/1/confirm',
  'POST /api/session/appointment',
  'POST /api/sign-out',
  'POST /api/work-updates/1/open',
  'PUT /api/reports/1/draft',
];

describe('Every route of the server', () => {
  let database: TestDatabase;
  let test: TestApplication;
  let routes: DeclaredRoute[];
  const tokens = new Map<Role, string>();

  beforeAll(async () => {
    database = await openTestDatabase('sqlite');
    test = await startTestApplication({ database });
    routes = routesOf(test.app);
    for (const role of ROLES) tokens.set(role, await tokenOf(role));
  });

  afterAll(async () => {
    await test.close();
    await database.close();
  });

  async function tokenOf(role: Role): Promise<string> {
    const sql = 'SELECT id, person_id FROM appointment WHERE role = ? AND valid_to IS NULL ORDER BY id LIMIT 1';
    const holder = await test.database.row<{ id: string; person_id: string }>(sql, [role]);
    if (!holder) throw new Error(`The samples hold no ${role}.`);
    const owner = { personId: holder.person_id, appointmentId: holder.id, device: 'phone' } as const;
    const opened = await test.transactions.run((tx) => test.app.get(Sessions).open(tx, owner));
    return opened.token;
  }

  const ask = async (route: DeclaredRoute, more = {}): Promise<[string, number, string]> => {
    const answer = await test.ask({ method: route.method, url: route.url, ...more });
    return [nameOf(route), answer.statusCode, answer.statusCode < 400 ? '' : answer.json<RefusalBody>().code];
  };
  const nameOf = (route: DeclaredRoute): string => `${route.method} ${route.url}`;
  const closed = (): DeclaredRoute[] => routes.filter((route) => !route.isPublic);

  it('declares either a permission or that it is public', () => {
    expect(routes.length).toBeGreaterThan(20);
    const undeclared = routes.filter((route) => (route.permission === null) === !route.isPublic);
    expect(undeclared.map(nameOf)).toEqual([]);
  });

  it('says in one sentence what it is for, in the description of the API', () => {
    const { paths } = describeApi(test.app);
    const silent = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations as Record<string, { summary?: string }>)
        .filter(([, { summary = '' }]) => !/^[A-Z“].{3,}[^.]$/.test(summary))
        .map(([method]) => `${method} ${path}`),
    );
    expect(silent).toEqual([]);
    expect(paths['/api/reports/{id}/draft']?.put).toMatchObject({
      summary: 'Merges what a device changed',
      description: 'It needs no key: the same changes asked twice change nothing.',
    });
  });

  it('describes the body of every write that reads one', () => {
    const { paths } = describeApi(test.app);
    const reading = routes.filter(({ hasBody }) => hasBody);
    expect(reading.length).toBeGreaterThan(40);
    const bare = reading.filter(({ method, path }) => {
      const operations = paths[path] as Record<string, { requestBody?: unknown }> | undefined;
      return operations?.[method.toLowerCase()]?.requestBody === undefined;
    });
    expect(bare.map(nameOf)).toEqual([]);
  });

  it('is public only where that was decided', () => {
    const open = routes.filter((route) => route.isPublic).map(nameOf);
    expect(open.sort()).toEqual([...PUBLIC_ROUTES].sort());
  });

  it('writes without a key only where that was decided', () => {
    const keyless = closed().filter((route) => route.method !== 'GET' && route.isWithoutKey);
    expect(keyless.map(nameOf).sort()).toEqual([...KEYLESS_ROUTES].sort());
  });

  it('answers 401 to somebody who has not signed in', async () => {
    for (const route of closed()) expect(await ask(route)).toEqual([nameOf(route), 401, 'session.missing']);
  });

  it('answers 403 to every role that lacks its permission, and lets the others pass the door', async () => {
    for (const route of closed()) {
      for (const role of ROLES) {
        const as = tokens.get(role);
        const isAllowed = route.permission !== null && isPermitted(role, route.permission);
        if (!isAllowed) expect(await ask(route, { as })).toEqual([nameOf(route), 403, 'request.forbidden']);
        else if (route.method === 'GET') expect((await ask(route, { as }))[1]).not.toBe(401);
      }
    }
  });

  it('that writes asks for a key, unless it says that it needs none', async () => {
    const writes = closed().filter((route) => route.method !== 'GET' && !route.isWithoutKey);
    for (const route of writes) {
      const role = ROLES.find((each) => route.permission !== null && isPermitted(each, route.permission));
      const as = role && tokens.get(role);
      const found = await ask(route, { as, headers: { 'idempotency-key': 'short' } });
      expect(found).toEqual([nameOf(route), 400, 'request.key-missing']);
    }
  });
});
