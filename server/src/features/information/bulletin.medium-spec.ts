import type { LightMyRequestResponse } from 'fastify';
import type { BulletinListView, WorkUpdateView } from '@jiannuo/shared/information';
import { describeOnEachDatabase } from '../../../test/databases';
import { MAY, openReportStage, type ReportStage } from '../../../test/report-stage';

const LEAD = '市专班牵头单位';

describeOnEachDatabase('The monthly 工作信息 (art. 8)', (open) => {
  let stage: ReportStage;
  let lead: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    lead = await stage.as(LEAD, 'lead-officer');
    stage.at('2022-05-25T01:00:00.000Z');
  });
  afterEach(() => stage.close());

  const send = async (unit: string): Promise<string> => {
    const as = await stage.as(unit, 'liaison');
    const body = { title: `${unit}的做法`, text: '写了做法。', evidence: [] };
    return (await stage.ask({ method: 'POST', url: '/api/work-updates', as, body })).json<{ id: string }>().id;
  };
  const compile = (updateIds: readonly string[], more: object = {}): Promise<LightMyRequestResponse> => {
    const body = { period: MAY, updateIds, sentOn: '2022-05-25', ...more };
    return stage.ask({ method: 'POST', url: '/api/bulletins', as: lead, body });
  };
  const all = async (): Promise<BulletinListView> =>
    (await stage.ask({ url: '/api/bulletins?year=2022', as: lead })).json();
  const mark = (id: string, body: object): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url: `/api/work-updates/${id}/marks`, as: lead, body });
  const view = async (id: string): Promise<WorkUpdateView> =>
    (await stage.ask({ url: `/api/work-updates/${id}`, as: lead })).json();

  it('is made of work updates, with their units, the day it was sent, and what was adopted', async () => {
    const one = await send('逊克县');
    const other = await send('市司法局');
    expect((await compile([other, one])).json()).toMatchObject({ number: 1, period: MAY });
    await mark(one, {
      kind: 'adopted',
      version: 1,
      reason: '',
      adopter: 'leading-group-office',
      confirmedOn: '2022-05-25',
    });
    expect((await all()).bulletins).toMatchObject([
      {
        number: 1,
        sentOn: '2022-05-25',
        items: [
          { unitName: '市司法局', isAdopted: false },
          { unitName: '逊克县', title: '逊克县的做法', isAdopted: true },
        ],
      },
    ]);
    expect(await view(other)).toMatchObject({ state: 'chosen', bulletin: { number: 1, period: MAY } });
  });

  it('leaves a work update chosen when its other marks go', async () => {
    const id = await send('逊克县');
    await mark(id, { kind: 'high-quality', version: 1, reason: '好。' });
    await compile([id]);
    expect((await view(id)).state).toBe('high-quality');
    const markId = (await view(id)).marks[0]!.id;
    const url = `/api/work-updates/${id}/marks/${markId}/withdraw`;
    await stage.ask({ method: 'POST', url, as: lead, body: { reason: '数字有误。' } });
    expect((await view(id)).state).toBe('chosen');
  });

  it('takes what a unit has taken back, or what stands in one already, for a reason to stop, and loses no number', async () => {
    const [one, other] = [await send('逊克县'), await send('孙吴县')];
    const as = await stage.as('孙吴县', 'liaison');
    await stage.ask({ method: 'POST', url: `/api/work-updates/${other}/take-back`, as, body: {} });
    expect((await compile([one, other])).statusCode).toBe(409);
    expect((await view(one)).state).toBe('received');
    expect((await compile([one])).json()).toMatchObject({ number: 1 });
    expect((await compile([one])).statusCode).toBe(409);
    expect((await all()).bulletins).toHaveLength(1);
  });

  it('gets numbers without gaps from officers who compile at once, and no work update twice', async () => {
    const ids = await Promise.all(['逊克县', '孙吴县', '北安市', '嫩江市'].map(send));
    const answers = await Promise.all([...ids.map((id) => compile([id])), compile([ids[0]!, ids[1]!])]);
    const done = answers
      .filter(({ statusCode }) => statusCode === 200)
      .map((answer) => answer.json<{ number: number }>().number);
    expect(answers.filter(({ statusCode }) => ![200, 409].includes(statusCode))).toEqual([]);
    expect(done.sort()).toEqual(done.map((_, index) => index + 1));
    const items = await stage.rows<{ id: string }>('SELECT work_update_id AS id FROM bulletin_item');
    expect(items.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it.each([
    ['nothing', { updateIds: [] }, 'information.nothing-chosen'],
    ['a day ahead', { sentOn: '2022-05-26' }, 'information.day-ahead'],
    ['a day before its month', { period: '2022-06', sentOn: '2022-05-20' }, 'information.day-before-month'],
    ['a day that is none', { sentOn: '2022-02-31' }, 'information.day-unreadable'],
  ])('is not made with %s', async (_, more, code) => {
    const id = await send('逊克县');
    expect((await compile([id], more)).json()).toMatchObject({ code });
    expect((await compile([id, id])).json()).toMatchObject({ code: 'information.chosen-twice' });
    expect((await all()).bulletins).toEqual([]);
  });

  it('does not take in work updates of another group', async () => {
    const id = await send('逊克县');
    const as = await stage.server.signInAs('市招商办', 'lead-officer');
    const body = { period: MAY, updateIds: [id], sentOn: '2022-05-25' };
    expect((await stage.ask({ method: 'POST', url: '/api/bulletins', as, body })).statusCode).toBe(404);
  });
});
