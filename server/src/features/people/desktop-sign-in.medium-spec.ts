import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { openPeopleStage, type PeopleStage } from '../../../test/people/people-stage';

describeOnEachDatabase('signing in on a desktop', (open) => {
  let test: TestDatabase;
  let stage: PeopleStage;
  let phone: string;

  beforeAll(async () => {
    test = await open();
    stage = await openPeopleStage(test);
    phone = await stage.signInAs('市专班牵头单位', 'lead-officer');
  });
  afterAll(async () => {
    await stage.close();
    await test.close();
  });

  interface Browser {
    readonly id: string;
    readonly cookie: string;
    readonly expiresAt: string;
    readonly qrCode: string;
  }
  const offer = async (): Promise<Browser> => {
    const answer = await stage.ask({ method: 'POST', url: '/api/desktop-sign-in' });
    expect(answer.statusCode).toBe(201);
    const view: Omit<Browser, 'cookie'> = answer.json();
    return { ...view, cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
  };
  const poll = async ({ id, cookie }: Browser) =>
    (await stage.ask({ url: `/api/desktop-sign-in/${id}`, headers: { cookie } })).json();
  const confirm = ({ id }: { id: string }, as = phone) =>
    stage.ask({ method: 'POST', url: `/api/desktop-sign-in/${id}/confirm`, as });

  it('lets the browser in once the phone has confirmed, and hands the session out once', async () => {
    const browser = await offer();
    expect(browser.qrCode).toMatch(/^data:image\/(png|jpeg);base64,/);
    expect(browser.id.length).toBeLessThanOrEqual(32);
    expect(browser.expiresAt).toBe('2022-05-17T01:02:00.000Z');
    expect(await poll(browser)).toEqual({ kind: 'waiting' });
    expect((await confirm(browser)).json()).toEqual({ confirmed: true });
    const state = await poll(browser);
    expect(state.kind).toBe('signed-in');
    const me = (await stage.ask({ url: '/api/me', as: state.token })).json();
    expect(me.current).toMatchObject({ role: 'lead-officer', unit: { name: '市专班牵头单位' } });
    expect(await poll(browser)).toEqual({ kind: 'expired' });
  });

  it('gives the session to one of two polls that come at once', async () => {
    const browser = await offer();
    await confirm(browser);
    const kinds = (await Promise.all([poll(browser), poll(browser)])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['expired', 'signed-in']);
  });

  it('gives nothing to another browser that knows the id', async () => {
    const [mine, other] = [await offer(), await offer()];
    await confirm(mine);
    expect(await poll({ ...mine, cookie: other.cookie })).toEqual({ kind: 'expired' });
    expect(await poll({ ...mine, cookie: '' })).toEqual({ kind: 'expired' });
    expect((await poll(mine)).kind).toBe('signed-in');
  });

  it('keeps the secret out of scripts', async () => {
    const answer = await stage.ask({ method: 'POST', url: '/api/desktop-sign-in' });
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    const secret = String(answer.headers['set-cookie']).split(/[=;]/)[1] ?? '';
    expect(secret).toHaveLength(43);
    expect(answer.body).not.toContain(secret);
  });

  it('is over after two minutes, for the phone and for the browser', async () => {
    const browser = await offer();
    test.clock.advance(2 * 60_000);
    expect(await poll(browser)).toEqual({ kind: 'expired' });
    expect((await confirm(browser)).json().code).toBe('desktop.expired');
  });

  it('still lets the browser in when the phone confirmed in the last second', async () => {
    const browser = await offer();
    test.clock.advance(119_999);
    await confirm(browser);
    test.clock.advance(2_000);
    expect((await poll(browser)).kind).toBe('signed-in');
  });

  it('belongs to the first who confirms', async () => {
    const browser = await offer();
    await confirm(browser);
    expect((await confirm(browser)).statusCode).toBe(200);
    const other = await stage.signInAs('逊克县', 'liaison');
    expect((await confirm(browser, other)).json().code).toBe('desktop.confirmed-already');
  });

  it('is not for somebody who is signed in nowhere, nor for an unknown code', async () => {
    const browser = await offer();
    const answer = await stage.ask({ method: 'POST', url: `/api/desktop-sign-in/${browser.id}/confirm` });
    expect(answer.statusCode).toBe(401);
    expect((await confirm({ id: 'unknown' })).json().code).toBe('desktop.expired');
  });

  it('lets nobody in whose post was handed over before the browser asked', async () => {
    const browser = await offer();
    const leader = await stage.appointment('北安市', 'leader');
    await confirm(browser, await stage.signInAs('北安市', 'leader'));
    await stage.ask({ method: 'POST', url: `/api/appointments/${leader.id}/end`, as: phone });
    expect(await poll(browser)).toEqual({ kind: 'expired' });
  });

  it('says in words that WeChat gives no picture', async () => {
    const fault = { path: '/wxa/getwxacodeunlimit', fault: { kind: 'bad-gateway' }, times: 9 };
    await fetch(`${stage.simulator.url}/__sim/faults`, { method: 'POST', body: JSON.stringify(fault) });
    const answer = await stage.ask({ method: 'POST', url: '/api/desktop-sign-in' });
    await fetch(`${stage.simulator.url}/__sim/faults/clear`, { method: 'POST' });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'desktop.no-code']);
  });
});
