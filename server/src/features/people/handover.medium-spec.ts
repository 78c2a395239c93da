import type { AppointmentView } from '@jiannuo/shared/people';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { openPeopleStage, type PeopleStage } from '../../../test/people/people-stage';

const NEW_LIAISON = {
  role: 'liaison',
  personName: '逊克县新联络员',
  phone: '138 0000 9991',
  section: '信用工作股',
  post: '副股长',
  isSectionHead: false,
  notHeadReason: '股长外出学习',
};

describeOnEachDatabase('handing a post over', (open) => {
  let test: TestDatabase;
  let stage: PeopleStage;
  let lead: string;

  beforeEach(async () => {
    test = await open();
    stage = await openPeopleStage(test);
    lead = await stage.signInAs('市专班牵头单位', 'lead-officer');
  });
  afterEach(async () => {
    await stage.close();
    await test.close();
  });

  const post = (url: string, as: string, body: object = {}) => stage.ask({ method: 'POST', url, as, body });
  const inviteFor = async (id: string, as: string, body: object = {}): Promise<string> =>
    (await post(`/api/appointments/${id}/invite`, as, body)).json().code;
  const enter = (ticket: string, inviteCode: string) =>
    stage.ask({ method: 'POST', url: '/api/sign-in/invite', body: { ticket, inviteCode } });
  const liaisonsOf = async (unitName: string): Promise<AppointmentView[]> => {
    const { rows } = (await stage.ask({ url: '/api/appointments', as: lead })).json();
    return rows.filter((row: AppointmentView) => row.unit.name === unitName && row.role === 'liaison');
  };

  it('lets the lead unit replace a liaison, whose sessions end at that moment', async () => {
    const old = await stage.appointment('逊克县', 'liaison');
    const session = await stage.signInAs('逊克县', 'liaison');
    const desktop = await stage.signInAs('逊克县', 'liaison', 'desktop');
    const answer = await post('/api/appointments', lead, { ...NEW_LIAISON, unitId: old.unit.id, replaces: old.id });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      phone: '13800009991',
      notHeadReason: '股长外出学习',
      validFrom: '2022-05-17',
      listedBy: '市专班牵头单位',
      isBound: false,
    });
    for (const as of [session, desktop]) {
      expect((await stage.ask({ url: '/api/me', as })).json()).toMatchObject({
        code: 'session.post-ended',
        sentence: '5月17日起您不再是逊克县的联络员。要问请打牵头单位电话。',
      });
    }
    const open = 'SELECT id FROM session WHERE appointment_id = ? AND revoked_at IS NULL';
    expect(await stage.database.rows(open, [old.id])).toEqual([]);
    expect((await stage.openIn('heihe-2022/6/liaison')).json().kind).toBe('unbound');
    expect(await liaisonsOf('逊克县')).toHaveLength(1);

    const ticket = await stage.ticketOf('stranger-1');
    const found = await stage.candidatesByPhone(ticket, 'stranger-1');
    expect((await stage.bind(ticket, found.candidates[0]!.id)).statusCode).toBe(200);

    const history = await stage.ask({ url: `/api/appointments?unitId=${old.unit.id}&history=1`, as: lead });
    const liaisons = history.json().rows.filter((row: AppointmentView) => row.role === 'liaison');
    expect(liaisons.map((row: AppointmentView) => [row.personName, row.validTo])).toEqual([
      ['逊克县新联络员', null],
      ['逊克县联络员', '2022-05-17'],
    ]);
  });

  it('does not put a second liaison beside the first by mistake', async () => {
    const old = await stage.appointment('逊克县', 'liaison');
    const unnamed = await post('/api/appointments', lead, { ...NEW_LIAISON, unitId: old.unit.id });
    expect(unnamed.json()).toMatchObject({
      code: 'appointment.liaison-exists',
      sentence: '逊克县的联络员是逊克县联络员。要换人请点“换联络员”。',
    });
    const stale = await post('/api/appointments', lead, { ...NEW_LIAISON, unitId: old.unit.id, replaces: 'X' });
    expect(stale.json().code).toBe('appointment.replaced-meanwhile');
    expect((await liaisonsOf('逊克县')).map(({ id }) => id)).toEqual([old.id]);
  });

  it('keeps one of two replacements that come at once', async () => {
    const old = await stage.appointment('逊克县', 'liaison');
    const answers = await Promise.all(
      ['13800009992', '13800009993'].map((phone, index) =>
        post('/api/appointments', lead, {
          ...NEW_LIAISON,
          personName: `新联络员${String(index)}`,
          phone,
          unitId: old.unit.id,
          replaces: old.id,
        }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(await liaisonsOf('逊克县')).toHaveLength(1);
  });

  it('hands the post over by a code that the officer shows, and signs the old one out', async () => {
    const session = await stage.signInAs('逊克县', 'liaison');
    const { current } = (await stage.ask({ url: '/api/me', as: session })).json();
    const successor = { ...NEW_LIAISON, personName: '逊克县接手人' };
    const { personName, section, post: title, isSectionHead, notHeadReason } = successor;
    const body = { successor: { personName, section, post: title, isSectionHead, notHeadReason } };
    const made = (await post(`/api/appointments/${current.id}/invite`, session, body)).json();
    expect(made.code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    expect(made.expiresAt).toBe('2022-05-19T01:00:00.000Z');

    const ticket = await stage.ticketOf('stranger-1');
    const found = (await enter(ticket, made.code.toLowerCase())).json();
    expect(found.candidates).toMatchObject([
      { id: current.id, personName: '逊克县接手人', unit: { name: '逊克县' }, listedBy: '原联络员', phone: '' },
    ]);
    const bound = (await stage.bind(ticket, current.id)).json();
    const me = (await stage.ask({ url: '/api/me', as: bound.token })).json();
    expect(me).toMatchObject({ personName: '逊克县接手人', current: { role: 'liaison', validFrom: '2022-05-17' } });
    expect((await stage.ask({ url: '/api/me', as: session })).json().code).toBe('session.post-ended');
    expect((await stage.openIn('heihe-2022/6/liaison')).json().kind).toBe('unbound');
    expect((await stage.bind(ticket, current.id)).json().kind).toBe('signed-in');
    expect(await liaisonsOf('逊克县')).toMatchObject([{ personName: '逊克县接手人', phone: '', isBound: true }]);
  });

  it('names nobody who was not named: the post stands in until the lead unit checks', async () => {
    const session = await stage.signInAs('逊克县', 'liaison');
    const { current } = (await stage.ask({ url: '/api/me', as: session })).json();
    const code = await inviteFor(current.id, session);
    const ticket = await stage.ticketOf('stranger-1');
    await enter(ticket, code);
    await stage.bind(ticket, current.id);
    const [row] = await liaisonsOf('逊克县');
    expect(row).toMatchObject({ personName: '逊克县联络员', section: '信用工作股', isSectionHead: false });
    const { gaps } = (await stage.ask({ url: '/api/appointments', as: lead })).json();
    expect(gaps).toContainEqual({ unitId: row!.unit.id, unitName: '逊克县', gap: 'not-section-head' });
    const url = `/api/appointments/${row!.id}/phone`;
    const phone = await stage.ask({ method: 'PUT', url, as: lead, body: { phone: '13800009991' } });
    expect(phone.json()).toMatchObject({ phone: '13800009991' });
  });

  it('lets one of two people use a code that both have', async () => {
    const session = await stage.signInAs('逊克县', 'liaison');
    const { current } = (await stage.ask({ url: '/api/me', as: session })).json();
    const code = await inviteFor(current.id, session);
    const tickets = [await stage.ticketOf('stranger-1'), await stage.ticketOf('stranger-2')];
    for (const ticket of tickets) expect((await enter(ticket, code)).statusCode).toBe(200);
    const answers = await Promise.all(tickets.map((ticket) => stage.bind(ticket, current.id)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await liaisonsOf('逊克县')).toHaveLength(1);
    const third = await stage.ticketOf('stranger-3');
    expect((await enter(third, code)).json().code).toBe('invite.used');
  });

  it('lets two people with one bind code end with one account', async () => {
    const { id } = await stage.appointment('孙吴县', 'liaison');
    const code = await inviteFor(id, lead);
    const tickets = [await stage.ticketOf('stranger-1'), await stage.ticketOf('stranger-2')];
    for (const ticket of tickets) await enter(ticket, code);
    const answers = await Promise.all(tickets.map((ticket) => stage.bind(ticket, id)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('moves a post to a new WeChat by the lead unit’s code, and signs the old one out', async () => {
    const { id } = await stage.appointment('北安市', 'liaison');
    const old = (await stage.openIn('heihe-2022/3/liaison')).json();
    const code = await inviteFor(id, lead);
    const ticket = await stage.ticketOf('stranger-1');
    await enter(ticket, code);
    expect((await stage.bind(ticket, id)).statusCode).toBe(200);
    expect((await stage.ask({ url: '/api/me', as: old.token })).json().code).toBe('session.ended');
    expect((await stage.openIn('heihe-2022/3/liaison')).json().kind).toBe('unbound');
  });

  it('does not give a WeChat that is in use to somebody else', async () => {
    const { id } = await stage.appointment('孙吴县', 'liaison');
    const code = await inviteFor(id, lead);
    const ticket = await stage.ticketOf('heihe-2022/3/liaison', { isAdding: true });
    await enter(ticket, code);
    const answer = await stage.bind(ticket, id);
    expect(answer.json()).toMatchObject({ code: 'binding.account-taken', sentence: expect.stringContaining('北安市') });
  });

  it('lets an officer take a further post over with the account he has', async () => {
    const session = await stage.signInAs('逊克县', 'liaison');
    const { current } = (await stage.ask({ url: '/api/me', as: session })).json();
    const code = await inviteFor(current.id, session);
    const ticket = await stage.ticketOf('heihe-2022/3/liaison', { isAdding: true });
    await enter(ticket, code);
    const bound = (await stage.bind(ticket, current.id)).json();
    const me = (await stage.ask({ url: '/api/me', as: bound.token })).json();
    expect(me.current.unit.name).toBe('逊克县');
    expect(me.appointments.map((row: AppointmentView) => row.unit.name).sort()).toEqual(['北安市', '逊克县']);
  });

  it('refuses one’s own code', async () => {
    const session = await stage.signInAs('逊克县', 'liaison');
    const { current } = (await stage.ask({ url: '/api/me', as: session })).json();
    const code = await inviteFor(current.id, session);
    const ticket = await stage.ticketOf('heihe-2022/6/liaison', { isAdding: true });
    await enter(ticket, code);
    expect((await stage.bind(ticket, current.id)).json().code).toBe('binding.own-code');
  });

  it('counts wrong codes, on a ticket and on an account that starts again', async () => {
    const ticket = await stage.ticketOf('stranger-1');
    expect((await enter(ticket, '12')).json().code).toBe('invite.malformed');
    const lefts: unknown[] = [];
    for (let count = 0; count < 4; count += 1) lefts.push((await enter(ticket, 'ZZZZZZ')).json().sentence);
    expect(lefts.at(0)).toBe('邀请码不对，还能再填4次。');
    expect(lefts.at(3)).toBe('邀请码不对，还能再填1次。');
    expect((await enter(ticket, 'ZZZZZZ')).json().code).toBe('invite.too-many');

    const { id } = await stage.appointment('孙吴县', 'liaison');
    const code = await inviteFor(id, lead);
    expect((await enter(ticket, code)).json().code).toBe('invite.too-many');
    const second = await stage.ticketOf('stranger-1');
    for (let count = 0; count < 5; count += 1) await enter(second, 'YYYYYY');
    const third = await stage.ticketOf('stranger-1');
    expect((await enter(third, code)).json().code).toBe('invite.too-many');
    test.clock.advance(61 * 60_000);
    const later = await stage.ticketOf('stranger-1');
    expect((await enter(later, code)).statusCode).toBe(200);
  });

  it('counts wrong codes that come at once', async () => {
    const ticket = await stage.ticketOf('stranger-1');
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter(ticket, 'ZZZZZZ')));
    expect(answers.filter((answer) => answer.json().code === 'invite.wrong')).toHaveLength(4);
  });

  it('lets a code be used until its 48 hours are over, and only the newest one', async () => {
    const { id } = await stage.appointment('孙吴县', 'liaison');
    const first = await inviteFor(id, lead);
    const second = await inviteFor(id, lead);
    const ticket = await stage.ticketOf('stranger-1');
    expect((await enter(ticket, first)).json().code).toBe('invite.used');
    test.clock.advance(48 * 3600_000 - 1);
    expect((await enter(await stage.ticketOf('stranger-1'), second)).statusCode).toBe(200);
    test.clock.advance(1);
    expect((await enter(await stage.ticketOf('stranger-1'), second)).json().code).toBe('invite.expired');
  });

  it('keeps codes and tokens out of tables, logs and the audit', async () => {
    const { id } = await stage.appointment('孙吴县', 'liaison');
    const code = await inviteFor(id, lead);
    const ticket = await stage.ticketOf('stranger-1');
    await enter(ticket, code);
    const { token } = (await stage.bind(ticket, id)).json();
    const tables = ['invite_code', 'sign_in_ticket', 'session', 'audit_entry', 'idempotency_record'];
    const rows = await Promise.all(tables.map((table) => stage.database.rows(`SELECT * FROM ${table}`)));
    const written = JSON.stringify(rows) + stage.logLines.join('\n');
    for (const secret of [code, ticket, token]) expect(written).not.toContain(secret);
    const actions = await stage.database.rows<{ action: string }>('SELECT action FROM audit_entry ORDER BY id');
    expect(actions.map(({ action }) => action)).toEqual(['people.invite', 'people.bind']);
  });
});
