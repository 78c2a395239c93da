import type { AppointmentView } from '@jiannuo/shared/people';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { openPeopleStage, type PeopleStage } from '../../../test/people/people-stage';

/** Somebody who manages one group must not come into another by way of a person who holds posts in both. */
describeOnEachDatabase('the reach of a code', (open) => {
  let test: TestDatabase;
  let stage: PeopleStage;
  let elsewhere: string;

  beforeEach(async () => {
    test = await open();
    stage = await openPeopleStage(test);
    elsewhere = await stage.signInAs('市招商办', 'lead-officer');
  });
  afterEach(async () => {
    await stage.close();
    await test.close();
  });

  const post = (url: string, as: string, body: object = {}) => stage.ask({ method: 'POST', url, as, body });
  const listElsewhere = async (personName: string, phone: string): Promise<AppointmentView> => {
    const { units } = (await stage.ask({ url: '/api/units', as: elsewhere })).json();
    const unit = units.find(({ name }: { name: string }) => name === '东岭区');
    const entry = { role: 'leader', section: '', post: '', isSectionHead: false, notHeadReason: null };
    return (await post('/api/appointments', elsewhere, { ...entry, personName, phone, unitId: unit.id })).json();
  };

  it('ends at the group: a person of another group gets no code and no new number', async () => {
    const { id } = await listElsewhere('市专班经办人甲', '13800000180');
    expect((await post(`/api/appointments/${id}/invite`, elsewhere)).json().code).toBe('person.in-other-group');
    const url = `/api/appointments/${id}/phone`;
    const phone = await stage.ask({ method: 'PUT', url, as: elsewhere, body: { phone: '13800009991' } });
    expect(phone.json().code).toBe('person.in-other-group');
  });

  it('ends at the group also when the person got the other post after the code was made', async () => {
    const { id } = await listElsewhere('两处任职的人', '13800009993');
    const { code } = (await post(`/api/appointments/${id}/invite`, elsewhere)).json();
    const lead = await stage.signInAs('市专班牵头单位', 'lead-officer');
    const { unit } = await stage.appointment('北安市', 'leader');
    const entry = { role: 'leader', section: '', post: '', isSectionHead: false, notHeadReason: null };
    const both = { ...entry, personName: '两处任职的人', phone: '13800009993', unitId: unit.id };
    expect((await post('/api/appointments', lead, both)).statusCode).toBe(201);

    const ticket = await stage.ticketOf('stranger-1');
    await stage.ask({ method: 'POST', url: '/api/sign-in/invite', body: { ticket, inviteCode: code } });
    expect((await stage.bind(ticket, id)).json().code).toBe('binding.opens-more');
    const own = await stage.ticketOf('stranger-3');
    const found = await stage.candidatesByPhone(own, 'stranger-3');
    expect(found.candidates).toHaveLength(2);
    expect((await stage.bind(own, id)).statusCode).toBe(200);
  });

  it('ends at one’s own post for officers: others’ posts are as if they were not there', async () => {
    const { id } = await stage.appointment('北安市', 'liaison');
    const officer = await stage.signInAs('逊克县', 'liaison');
    expect((await post(`/api/appointments/${id}/invite`, officer)).statusCode).toBe(404);
    const leader = await stage.signInAs('逊克县', 'leader');
    expect((await post(`/api/appointments/${id}/invite`, leader)).statusCode).toBe(403);
  });

  it('is one appointment: a code does not open another one', async () => {
    const lead = await stage.signInAs('市专班牵头单位', 'lead-officer');
    const sunwu = await stage.appointment('孙吴县', 'liaison');
    const beian = await stage.appointment('北安市', 'liaison');
    const { code } = (await post(`/api/appointments/${sunwu.id}/invite`, lead)).json();
    const ticket = await stage.ticketOf('stranger-1');
    await stage.ask({ method: 'POST', url: '/api/sign-in/invite', body: { ticket, inviteCode: code } });
    expect((await stage.bind(ticket, beian.id)).json().code).toBe('binding.not-listed');
  });
});
