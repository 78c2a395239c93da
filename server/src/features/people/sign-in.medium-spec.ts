import { describeOnEachDatabase, openTestDatabase, type TestDatabase } from '../../../test/databases';
import { openPeopleStage, type PeopleStage } from '../../../test/people/people-stage';

describeOnEachDatabase('signing in', (open) => {
  let test: TestDatabase;
  let stage: PeopleStage;

  beforeAll(async () => {
    test = await open();
    stage = await openPeopleStage(test);
  });
  afterAll(async () => {
    await stage.close();
    await test.close();
  });

  it('lets a bound officer in at once and says who it is', async () => {
    const answer = await stage.openIn('heihe-2022/6/liaison');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ kind: 'signed-in' });
    const me = (await stage.ask({ url: '/api/me', as: answer.json().token })).json();
    expect(me).toMatchObject({
      personName: '逊克县联络员',
      current: { role: 'liaison', phone: '138 **** 0107', unit: { name: '逊克县', number: 6 }, isBound: true },
      group: { name: '黑河市政务守信践诺工作专班（样例）', isSample: true },
      serverNow: test.clock.now(),
      isDemo: false,
    });
    expect(me.permissions).toContain('report.write');
    expect(me.appointments).toHaveLength(1);
  });

  it('binds an unbound officer by the phone number that the lead unit entered', async () => {
    const ticket = await stage.ticketOf('heihe-2022/7/liaison');
    const found = await stage.candidatesByPhone(ticket, 'heihe-2022/7/liaison');
    expect(found).toMatchObject({ phone: '138 **** 0108', leadPhone: '0456-555 0101' });
    expect(found.candidates.map(({ unit, role }) => [unit.name, role])).toEqual([['孙吴县', 'liaison']]);

    const bound = await stage.bind(ticket, found.candidates[0]!.id);
    expect(bound.json()).toMatchObject({ kind: 'signed-in' });
    const again = await stage.openIn('heihe-2022/7/liaison');
    expect(again.json()).toMatchObject({ kind: 'signed-in' });
  });

  it('signs in once more when the answer to binding was lost and it is asked again', async () => {
    const ticket = await stage.ticketOf('heihe-2022/21/liaison');
    const found = await stage.candidatesByPhone(ticket, 'heihe-2022/21/liaison');
    const answers = await Promise.all([1, 2].map(() => stage.bind(ticket, found.candidates[0]!.id)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const accounts = await stage.database.rows(
      `SELECT w.id FROM wechat_account w JOIN appointment a ON a.person_id = w.person_id WHERE a.id = ?`,
      [found.candidates[0]!.id],
    );
    expect(accounts).toHaveLength(1);
  });

  it('tells a stranger nothing about any unit, and keeps no phone number', async () => {
    const ticket = await stage.ticketOf('stranger-1');
    const found = await stage.candidatesByPhone(ticket, 'stranger-1');
    expect(found).toEqual({
      phone: '138 **** 9991',
      candidates: [],
      leadPhone: '0456-555 0101',
      leadHours: '工作日 8:30—18:00',
    });
    const rows = await stage.database.rows('SELECT * FROM sign_in_ticket');
    expect(JSON.stringify(rows)).not.toContain('13800009991');
    expect(await stage.database.rows('SELECT id FROM person WHERE phone = ?', ['13800009991'])).toEqual([]);
    expect(stage.logLines.join('\n')).not.toContain('13800009991');
  });

  it('refuses to bind a stranger to a post by its id alone', async () => {
    const { id } = await stage.appointment('北安市', 'liaison');
    const ticket = await stage.ticketOf('stranger-1');
    await stage.candidatesByPhone(ticket, 'stranger-1');
    const answer = await stage.bind(ticket, id);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'binding.not-listed']);
  });

  it('binds nobody by a number that the lead unit has corrected since it was proven', async () => {
    const ticket = await stage.ticketOf('heihe-2022/5/leader');
    const [found] = (await stage.candidatesByPhone(ticket, 'heihe-2022/5/leader')).candidates;
    const lead = await stage.signInAs('市专班牵头单位', 'lead-officer');
    const url = `/api/appointments/${found!.id}/phone`;
    const corrected = await stage.ask({ method: 'PUT', url, as: lead, body: { phone: '13800008888' } });
    expect(corrected.statusCode).toBe(200);
    const answer = await stage.bind(ticket, found!.id);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'binding.not-listed']);
  });

  it('asks the lead unit for a code when the post is bound to another WeChat', async () => {
    const { id, unit } = await stage.appointment('嫩江市', 'liaison');
    await stage.database.dataSource.query('UPDATE person SET phone = ? WHERE name = ?', [
      '13800009992',
      '嫩江市联络员',
    ]);
    const ticket = await stage.ticketOf('stranger-2');
    const found = await stage.candidatesByPhone(ticket, 'stranger-2');
    expect(found.candidates).toMatchObject([{ id, isBound: true }]);
    const answer = await stage.bind(ticket, id);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({
      code: 'binding.person-taken',
      sentence: `${unit.name}的这个岗位绑过别的微信。请向牵头单位要邀请码来换。`,
    });
  });

  it('signs a person in with two groups in the post used last', async () => {
    const first = (await stage.openIn('heihe-2022/1/administrator')).json();
    const me = (await stage.ask({ url: '/api/me', as: first.token })).json();
    expect(me.appointments.map((each: { unit: { name: string } }) => each.unit.name).sort()).toEqual([
      '市专班牵头单位',
      '市招商办',
    ]);
    const other = me.appointments.find((each: { id: string }) => each.id !== me.current.id);
    const url = '/api/session/appointment';
    const switched = await stage.ask({ method: 'POST', url, as: first.token, body: { appointmentId: other.id } });
    expect(switched.json()).toMatchObject({ current: { id: other.id } });
    expect((await stage.ask({ url: '/api/me', as: first.token })).json().current.id).toBe(other.id);
    const second = (await stage.openIn('heihe-2022/1/administrator')).json();
    expect((await stage.ask({ url: '/api/me', as: second.token })).json().current.id).toBe(other.id);
  });

  it('lets nobody act in an appointment that is somebody else’s', async () => {
    const as = await stage.signInAs('逊克县', 'liaison');
    const { id } = await stage.appointment('北安市', 'liaison');
    const url = '/api/session/appointment';
    const answer = await stage.ask({ method: 'POST', url, as, body: { appointmentId: id } });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'appointment.not-yours']);
  });

  it('ends the session at sign-out', async () => {
    const as = await stage.signInAs('逊克县', 'liaison');
    expect((await stage.ask({ method: 'POST', url: '/api/sign-out', as })).statusCode).toBe(204);
    const answer = await stage.ask({ url: '/api/me', as });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'session.ended']);
  });

  it('takes a login code once, and tells a person whom WeChat blocks where to go', async () => {
    const { codes, users } = { codes: stage.simulator.state.codes, users: '/__sim/users/stranger-3' };
    const code = codes.issue('login', 'wx1234567890abcdef', 'stranger-3', Date.parse(test.clock.now()));
    const ask = () => stage.ask({ method: 'POST', url: '/api/sign-in/wechat', body: { code } });
    expect((await ask()).json()).toMatchObject({ kind: 'unbound' });
    expect((await ask()).json()).toMatchObject({ code: 'sign-in.code-bad' });
    const block = (on: boolean) =>
      fetch(`${stage.simulator.url}${users}/blocked`, { method: 'POST', body: JSON.stringify({ blocked: on }) });
    await block(true);
    const blocked = await stage.openIn('stranger-3');
    await block(false);
    expect([blocked.statusCode, blocked.json().code]).toEqual([403, 'sign-in.blocked']);
  });

  it('says so and loses nothing while WeChat is down, and goes on when it is back', async () => {
    const ticket = await stage.ticketOf('stranger-4');
    const phoneCode = await stage.phoneCode('stranger-4');
    const fault = { path: '/wxa/business/getuserphonenumber', fault: { kind: 'bad-gateway' }, times: 9 };
    await fetch(`${stage.simulator.url}/__sim/faults`, { method: 'POST', body: JSON.stringify(fault) });
    const body = { ticket, phoneCode };
    const down = await stage.ask({ method: 'POST', url: '/api/sign-in/phone', body });
    await fetch(`${stage.simulator.url}/__sim/faults/clear`, { method: 'POST' });
    expect([down.statusCode, down.json().code]).toEqual([503, 'sign-in.wechat-down']);
    expect((await stage.candidatesByPhone(ticket, 'stranger-4')).candidates).toEqual([]);
  });

  it('starts again after a quarter of an hour', async () => {
    const ticket = await stage.ticketOf('stranger-5');
    test.clock.advance(15 * 60_000);
    const phoneCode = await stage.phoneCode('stranger-5');
    const answer = await stage.ask({ method: 'POST', url: '/api/sign-in/phone', body: { ticket, phoneCode } });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'ticket.expired']);
  });

  it.each([
    ['nothing', {}],
    ['a number', { code: 7 }],
    ['a megabyte', { code: 'x'.repeat(300_000) }],
    ['more than asked', { code: 'x', role: 'administrator' }],
  ])('turns down %s instead of a code in words', async (_what, body) => {
    const answer = await stage.ask({ method: 'POST', url: '/api/sign-in/wechat', body });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().sentence).toMatch(/[一-鿿]/);
  });

  it('throws old tickets away', async () => {
    test.clock.advance(3 * 3600_000);
    await stage.ticker.tick();
    expect(await stage.database.rows('SELECT id FROM sign_in_ticket')).toEqual([]);
  });
});

describe('trying codes from one address', () => {
  it('is stopped for the minute, while people who are signed in go on', async () => {
    const test = await openTestDatabase('sqlite');
    const stage = await openPeopleStage(test, { perAddress: 1e9, perSession: 1e9, signInPerAddress: 3 });
    const as = await stage.signInAs('逊克县', 'liaison');
    const body = { ticket: 'x', inviteCode: '7K4M2P' };
    const statuses: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      statuses.push((await stage.ask({ method: 'POST', url: '/api/sign-in/invite', body })).statusCode);
    }
    expect(statuses).toEqual([422, 422, 422, 429, 429]);
    expect((await stage.ask({ url: '/api/me', as })).statusCode).toBe(200);
    await stage.close();
    await test.close();
  });
});
