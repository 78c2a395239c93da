import type { AppointmentView, MeView } from '@jiannuo/shared/people';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { openPeopleStage, type PeopleStage } from '../../../test/people/people-stage';

const LEADER = {
  role: 'leader',
  personName: '新来的分管领导',
  phone: '13800009991',
  section: '领导班子',
  post: '副县长',
  isSectionHead: false,
  notHeadReason: null,
};

describeOnEachDatabase('the list of who holds which post', (open) => {
  let test: TestDatabase;
  let stage: PeopleStage;
  let lead: string;
  let administrator: string;

  beforeAll(async () => {
    test = await open();
    stage = await openPeopleStage(test);
    lead = await stage.signInAs('市专班牵头单位', 'lead-officer');
    administrator = await stage.signInAs('市专班牵头单位', 'administrator');
  });
  afterAll(async () => {
    await stage.close();
    await test.close();
  });

  const post = (url: string, as: string, body: object = {}) => stage.ask({ method: 'POST', url, as, body });
  const put = (url: string, as: string, body: object) => stage.ask({ method: 'PUT', url, as, body });
  const anAppointmentElsewhere = async (): Promise<{ id: string; unit_id: string }> =>
    (await stage.database.row<{ id: string; unit_id: string }>(
      `SELECT a.id, a.unit_id FROM appointment a JOIN unit u ON u.id = a.unit_id
        WHERE u.name = '东岭区' AND a.role = 'liaison' AND a.ended_at IS NULL`,
    ))!;

  it('shows the group’s units in their order, and nobody else’s', async () => {
    const { units } = (await stage.ask({ url: '/api/units', as: lead })).json();
    expect(units).toHaveLength(22);
    expect(units.slice(0, 3).map((unit: { number: number; name: string }) => [unit.number, unit.name])).toEqual([
      [1, '市专班牵头单位'],
      [2, '爱辉区'],
      [3, '北安市'],
    ]);
    expect(units.map((unit: { name: string }) => unit.name)).not.toContain('东岭区');
  });

  it('says what the list lacks (art. 3): no head of section, nobody bound', async () => {
    const { gaps } = (await stage.ask({ url: '/api/appointments', as: lead })).json();
    const words = gaps.map((each: { unitName: string; gap: string }) => `${each.unitName} ${each.gap}`);
    expect(words).toEqual([
      '嫩江市 not-section-head',
      '孙吴县 liaison-unbound',
      '市自然资源局 not-section-head',
      '市税务局 liaison-unbound',
    ]);
  });

  it('is for the lead unit: an officer reads no phone number of anybody', async () => {
    const as = await stage.signInAs('逊克县', 'liaison');
    for (const url of ['/api/units', '/api/appointments']) {
      expect((await stage.ask({ url, as })).statusCode).toBe(403);
    }
  });

  it('gives a leader the number of the own unit’s liaison to call, and nobody else one', async () => {
    const meOf = async (role: 'leader' | 'liaison') =>
      (await stage.ask({ url: '/api/me', as: await stage.signInAs('逊克县', role) })).json<MeView>();
    const liaison = await meOf('liaison');
    expect((await meOf('leader')).liaison).toEqual({
      personName: liaison.personName,
      phone: expect.stringMatching(/^1\d{10}$/),
    });
    expect(liaison.liaison).toBeNull();
  });

  it('tells all that is wrong with an entry at once', async () => {
    const { unit } = await stage.appointment('孙吴县', 'liaison');
    const wrong = { ...LEADER, role: 'liaison', personName: ' ', phone: '0456-5550100', validFrom: '2022-05-18' };
    const answer = await post('/api/appointments', lead, { ...wrong, section: '股'.repeat(51), unitId: unit.id });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().details.map((each: { code: string }) => each.code)).toEqual([
      'person.name-missing',
      'appointment.section-too-long',
      'appointment.reason-missing',
      'phone.unreadable',
      'appointment.from-future',
    ]);
  });

  it('lists a leader, once', async () => {
    const { unit } = await stage.appointment('孙吴县', 'liaison');
    const body = { ...LEADER, unitId: unit.id };
    expect((await post('/api/appointments', lead, body)).statusCode).toBe(201);
    expect((await post('/api/appointments', lead, body)).json().code).toBe('appointment.listed-already');
  });

  it('answers the same write asked twice with one effect', async () => {
    const { unit } = await stage.appointment('爱辉区', 'liaison');
    const ask = () =>
      stage.ask({
        method: 'POST',
        url: '/api/appointments',
        as: lead,
        body: { ...LEADER, phone: '13800009992', personName: '另一位分管领导', unitId: unit.id },
        headers: { 'idempotency-key': 'the-same-write' },
      });
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect(answers[0].json().id).toBe(answers[1].json().id);
  });

  it('takes a person with a post in two units as one person', async () => {
    const { unit } = await stage.appointment('北安市', 'leader');
    const both = { ...LEADER, personName: '逊克县分管领导', phone: '13800000147', unitId: unit.id };
    const { id } = (await post('/api/appointments', lead, both)).json();
    const posts = await stage.database.rows(
      'SELECT id FROM appointment WHERE person_id = (SELECT person_id FROM appointment WHERE id = ?)',
      [id],
    );
    expect(posts).toHaveLength(2);
  });

  it('does not let one number stand for two people, but passes an office phone on with the post', async () => {
    const xunke = await stage.appointment('逊克县', 'liaison');
    const other = { ...LEADER, personName: '另一个人', phone: xunke.phone };
    const taken = await post('/api/appointments', lead, { ...other, unitId: xunke.unit.id });
    expect(taken.json().code).toBe('phone.taken');
    const next = { ...other, role: 'liaison', isSectionHead: true, unitId: xunke.unit.id, replaces: xunke.id };
    expect((await post('/api/appointments', lead, next)).statusCode).toBe(201);
  });

  it('changes a number, and refuses one that is somebody else’s', async () => {
    const nenjiang = await stage.appointment('嫩江市', 'liaison');
    const url = `/api/appointments/${nenjiang.id}/phone`;
    expect((await put(url, lead, { phone: '13800000103' })).json().code).toBe('phone.taken');
    expect((await put(url, lead, { phone: '+86 138-0000-9995' })).json()).toMatchObject({ phone: '13800009995' });
    expect((await put(url, lead, { phone: '12345' })).json().code).toBe('phone.unreadable');
  });

  it('ends an appointment, but not that of the last person who can manage the list', async () => {
    const leader = await stage.appointment('嫩江市', 'leader');
    const ended = await post(`/api/appointments/${leader.id}/end`, lead);
    expect(ended.json()).toMatchObject({ id: leader.id, validTo: '2022-05-17' });
    expect((await post(`/api/appointments/${leader.id}/end`, lead)).json().code).toBe('appointment.ended-already');

    const { rows } = (await stage.ask({ url: '/api/appointments', as: administrator })).json();
    const managers = rows.filter((row: AppointmentView) => ['lead-officer', 'administrator'].includes(row.role));
    const order = managers.sort((a: AppointmentView) => (a.role === 'administrator' ? 1 : -1));
    const codes: unknown[] = [];
    for (const { id } of order) codes.push((await post(`/api/appointments/${id}/end`, administrator)).json().code);
    expect(codes).toEqual([undefined, undefined, undefined, 'appointment.last-manager']);
  });

  it('lets only administrators appoint, end or invite administrators', async () => {
    const as = await stage.signInAs('市招商办', 'lead-officer');
    const { rows } = (await stage.ask({ url: '/api/appointments', as })).json();
    const row = rows.find((each: AppointmentView) => each.role === 'administrator');
    const refused = [
      await post('/api/appointments', as, { ...LEADER, role: 'administrator', unitId: row.unit.id }),
      await post(`/api/appointments/${row.id}/end`, as),
      await post(`/api/appointments/${row.id}/invite`, as),
      await put(`/api/appointments/${row.id}/phone`, as, { phone: '13800009996' }),
    ];
    expect(refused.map((answer) => answer.statusCode)).toEqual([403, 403, 403, 403]);
  });

  it('treats another group’s records as if they were not there', async () => {
    const { id, unit_id: unitId } = await anAppointmentElsewhere();
    const answers = [
      await post('/api/appointments', administrator, { ...LEADER, unitId }),
      await post(`/api/appointments/${id}/end`, administrator),
      await post(`/api/appointments/${id}/invite`, administrator),
      await put(`/api/appointments/${id}/phone`, administrator, { phone: '13800009996' }),
    ];
    expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404, 404, 404]);
    const history = await stage.ask({ url: `/api/appointments?unitId=${unitId}&history=1`, as: administrator });
    expect(history.json().rows).toEqual([]);
  });

  it.each(["' OR 1=1 --", '%', '../../etc/passwd', '逊克县'])('finds nothing under the id %s', async (id) => {
    const url = `/api/appointments/${encodeURIComponent(id)}/end`;
    expect((await post(url, administrator)).statusCode).toBe(404);
  });
});
