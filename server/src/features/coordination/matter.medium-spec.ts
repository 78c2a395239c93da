import type { LightMyRequestResponse } from 'fastify';
import type { MatterListView, MatterStanding, MatterStartView, MatterView } from '@jiannuo/shared/coordination';
import type { InboxView } from '@jiannuo/shared/notifications';
import type { Role } from '@jiannuo/shared/people';
import { describeOnEachDatabase } from '../../../test/databases';
import { aForm, aWordFile } from '../../../test/files';
import { COMPLETE, openReportStage, type ReportStage } from '../../../test/report-stage';

const LEAD = '市专班牵头单位';
const NIGHT = '2022-05-14T14:02:00.000Z';
const MORNING = '2022-05-12T02:02:00.000Z';

describeOnEachDatabase('The register of matters (art. 1)', (open) => {
  let stage: ReportStage;
  let raiser: string;
  let lead: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    stage.at(MORNING);
    raiser = await stage.as('市司法局', 'liaison');
    lead = await stage.as(LEAD, 'lead-officer');
  });
  afterEach(() => stage.close());

  const get = async <T>(as: string, url: string): Promise<T> => (await stage.ask({ url, as })).json<T>();
  const post = (as: string, url: string, body: object): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url, as, body });
  const step = (as: string, id: string, body: object): Promise<LightMyRequestResponse> =>
    post(as, `/api/matters/${id}/steps`, body);
  const view = (as: string, id: string): Promise<MatterView> => get(as, `/api/matters/${id}`);
  const list = async (as: string): Promise<readonly string[]> =>
    (await get<MatterListView>(as, '/api/matters')).rows.map(({ title }) => title);

  async function unitId(name: string): Promise<string> {
    const [unit] = await stage.rows<{ id: string }>('SELECT id FROM unit WHERE name = ?', [name]);
    return unit!.id;
  }

  function raising(change: object = {}, as = raiser): Promise<LightMyRequestResponse> {
    const words = { title: '数据归集口径不一', facts: '三家口径不同。', wish: '请定一个口径。' };
    const rest = { isUrgent: false, unitIds: [], evidence: [], problem: null };
    return post(as, '/api/matters', { kind: 'cross-department', ...words, ...rest, ...change });
  }
  const raise = async (change: object = {}, as = raiser): Promise<string> =>
    (await raising(change, as)).json<MatterStanding>().id;

  /** Raised, concerning 逊克县, and decided for it with a due time. */
  async function decided(): Promise<string> {
    const doerUnitId = await unitId('逊克县');
    const id = await raise();
    await step(lead, id, { action: 'take-up' });
    const answer = await step(lead, id, {
      action: 'decide',
      text: '先统一',
      doerUnitId,
      dueAt: '2022-05-18T10:00:00.000Z',
    });
    expect(answer.json()).toEqual({ id, state: 'decided' });
    return id;
  }

  async function news(as: string, which: 'toDo' | 'toKnow'): Promise<readonly string[]> {
    const inbox = await get<InboxView>(as, '/api/inbox');
    return inbox[which].filter(({ target }) => target.kind === 'matter').map(({ title }) => title);
  }

  it('is raised, taken up, decided, done, closed, reopened and closed again, and every word stays', async () => {
    const id = await decided();
    const doer = await stage.as('逊克县', 'liaison');
    expect((await view(doer, id)).actions).toEqual(['say', 'finish']);
    await step(doer, id, { action: 'finish', text: '口径已统一' });
    await step(lead, id, { action: 'close', text: '三家都按新口径报' });
    expect((await view(raiser, id)).actions).toEqual(['reopen']);
    stage.at('2022-05-19T15:59:59.999Z');
    expect((await step(raiser, id, { action: 'reopen', text: '住建局还没改' })).json()).toMatchObject({
      state: 'taken-up',
    });
    await step(lead, id, { action: 'close', text: '住建局改了' });
    stage.at('2022-05-26T16:00:00.000Z');
    const late = await step(raiser, id, { action: 'reopen', text: '又不行了' });
    expect([late.statusCode, late.json().code]).toEqual([409, 'coordination.reopen-late']);
    const matter = await view(raiser, id);
    expect(matter).toMatchObject({ state: 'closed', unitNames: ['逊克县'], actions: [], dueAt: null });
    expect(matter.history.map(({ action, text, unitName }) => [action, text, unitName])).toEqual([
      ['raise', '', '市司法局'],
      ['take-up', '', LEAD],
      ['decide', '先统一', LEAD],
      ['finish', '口径已统一', '逊克县'],
      ['close', '三家都按新口径报', LEAD],
      ['reopen', '住建局还没改', '市司法局'],
      ['close', '住建局改了', LEAD],
    ]);
    const audited = await stage.rows("SELECT id FROM audit_entry WHERE subject_kind = 'matter'");
    expect(audited).toHaveLength(7);
  });

  it('is owed by whoever is to do it by a time, is no longer once it is closed, and never counts for timeliness', async () => {
    const id = await decided();
    const owed = (await stage.mine('逊克县')).open.find(({ kind }) => kind === 'matter');
    expect(owed).toMatchObject({ title: '办理：数据归集口径不一', reportId: id, dueAt: '2022-05-18T10:00:00.000Z' });
    expect((await stage.board()).columns.map(({ kind }) => kind)).not.toContain('matter');
    await step(lead, id, { action: 'decide', text: '改由牵头单位办' });
    expect((await stage.obligation('逊克县', 'matter')).waived_at).toBe(MORNING);
    const doerUnitId = await unitId('逊克县');
    await step(lead, id, { action: 'decide', text: '还是你办', doerUnitId, dueAt: '2022-05-19T10:00:00.000Z' });
    expect((await view(lead, id)).dueAt).toBe('2022-05-19T10:00:00.000Z');
    await step(await stage.as('逊克县', 'leader'), id, { action: 'finish', text: '办好了' });
    expect(await stage.obligation('逊克县', 'matter')).toMatchObject({ met_at: MORNING, waived_at: null });
    expect((await stage.mine('逊克县')).open.filter(({ kind }) => kind === 'matter')).toEqual([]);
  });

  it('tells each side what it has to do next, and nobody what he did himself', async () => {
    const id = await decided();
    const doer = await stage.as('逊克县', 'liaison');
    expect(await news(lead, 'toDo')).toEqual([]);
    expect(await news(raiser, 'toKnow')).toEqual(['跨部门协调定了办法']);
    expect(await news(doer, 'toDo')).toEqual(['定由您单位办一件事']);
    await step(doer, id, { action: 'finish', text: '办好了' });
    expect(await news(doer, 'toDo')).toEqual([]);
    expect(await news(lead, 'toDo')).toEqual(['逊克县报跨部门协调办好了']);
    expect(await news(await stage.as('市司法局', 'leader'), 'toKnow')).toEqual([]);
  });

  it('reaches the other sides at once when it is urgent, at night too, and tells how long the answer took (art. 4)', async () => {
    stage.at(NIGHT);
    const id = await raise({ isUrgent: true, unitIds: [await unitId('逊克县')] });
    const sent = await stage.rows<{ unit: string; send_at: string; is_personal: boolean | number }>(
      `SELECT u.name AS unit, d.send_at, d.is_personal FROM delivery d JOIN unit u ON u.id = d.unit_id
       WHERE d.subject_kind = 'matter' ORDER BY u.number, d.id`,
    );
    expect(new Set(sent.map(({ unit }) => unit))).toEqual(new Set([LEAD, '逊克县']));
    expect(sent.every(({ send_at, is_personal }) => send_at === NIGHT && Boolean(is_personal))).toBe(true);
    expect(await news(await stage.as('逊克县', 'leader'), 'toKnow')).toEqual(['市司法局提出紧急跨部门协调']);
    await step(raiser, id, { action: 'say', text: '补一句' });
    expect((await view(raiser, id)).answeredAt).toBeNull();
    stage.at('2022-05-14T14:09:00.000Z');
    await step(await stage.as('逊克县', 'leader'), id, { action: 'say', text: '马上去办' });
    await step(lead, id, { action: 'say', text: '知道了' });
    expect(await view(raiser, id)).toMatchObject({ raisedAt: NIGHT, answeredAt: '2022-05-14T14:09:00.000Z' });
    const answers = await stage.rows("SELECT id FROM delivery_subject WHERE slot = 'answer'");
    expect(answers).toHaveLength(2);
  });

  it('spends no message on what is not urgent', async () => {
    await raise({ unitIds: [await unitId('逊克县')] });
    expect(await stage.rows("SELECT id FROM delivery WHERE subject_kind = 'matter'")).toEqual([]);
    expect(await news(await stage.as('逊克县', 'liaison'), 'toKnow')).toEqual(['市司法局提出跨部门协调']);
  });

  it('goes to the call list where an urgent one concerns a unit that has nobody', async () => {
    await stage.rows("UPDATE appointment SET ended_at = '2022-05-01T00:00:00.000Z' WHERE unit_id = ?", [
      await unitId('孙吴县'),
    ]);
    await raise({ isUrgent: true, unitIds: [await unitId('孙吴县')] });
    const [delivery] = await stage.rows<{ appointment_id: string }>(
      'SELECT appointment_id FROM delivery WHERE unit_id = ?',
      [await unitId('孙吴县')],
    );
    expect(delivery).toEqual({ appointment_id: '' });
  });

  it('stands in the register with the urgent on top, then the oldest, and the closed at the end', async () => {
    const first = await raise({ title: '第一件' });
    stage.at('2022-05-13T02:00:00.000Z');
    await raise({ title: '第二件', kind: 'major-problem' });
    await raise({ title: '急的', isUrgent: true }, await stage.as('逊克县', 'leader'));
    await raise({ title: '会商', kind: 'key-project', indicator: '赋码占比' }, lead);
    expect(await list(lead)).toEqual(['急的', '第一件', '第二件', '会商']);
    await step(lead, first, { action: 'take-up' });
    await step(lead, first, { action: 'close', text: '解决了' });
    expect(await list(lead)).toEqual(['急的', '第二件', '会商', '第一件']);
    expect(await list(raiser)).toEqual(['第二件', '第一件']);
  });

  it('opens from a problem of the unit’s own report, carried over and linked, and only once', async () => {
    await stage.handIn('市司法局');
    const [report] = await stage.rows<{ id: string }>(
      "SELECT r.id FROM report r JOIN unit u ON u.id = r.unit_id WHERE u.name = '市司法局'",
    );
    const [line] = COMPLETE.problems;
    const problem = { reportId: report!.id, lineId: line!.id };
    const url = `/api/matters/start?reportId=${problem.reportId}&lineId=${problem.lineId}`;
    const start = await get<MatterStartView>(raiser, url);
    expect(start.problem).toMatchObject({ period: '2022-05', text: line!.text, matterId: null });
    expect(start.units.map(({ name }) => name)).not.toEqual(expect.arrayContaining([LEAD, '市司法局']));
    const answers = await Promise.all([raising({ problem }), raising({ problem })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    const id = answers.find(({ statusCode }) => statusCode === 201)!.json<MatterStanding>().id;
    expect((await get<MatterStartView>(raiser, url)).problem?.matterId).toBe(id);
    expect((await view(raiser, id)).reportId).toBe(problem.reportId);
    const other = await stage.as('逊克县', 'liaison');
    expect((await stage.ask({ url, as: other })).statusCode).toBe(404);
    expect((await raising({ problem }, other)).json()).toMatchObject({ code: 'coordination.problem-not-found' });
    expect((await raising({ problem: { ...problem, lineId: 'none' } })).statusCode).toBe(404);
  });

  it.each<readonly [string, string, Role]>([
    ['a unit that it does not concern', '嫩江市', 'liaison'],
    ['its leader', '嫩江市', 'leader'],
    ['the lead unit of another group', '市招商办', 'lead-officer'],
  ])('does not exist for %s, in no list, view, file or step', async (_who, unitName, role) => {
    const file = await putFile();
    const evidence = [{ id: 'e1', title: '三家口径对照', kind: 'document', attachmentId: file }];
    const id = await raise({ unitIds: [await unitId('逊克县')], evidence });
    const other = await stage.as(unitName, role);
    const never = await stage.ask({ url: '/api/matters/01ARZ3NDEKTSV4RRFFQ69G5FAV', as: other });
    const hidden = await stage.ask({ url: `/api/matters/${id}`, as: other });
    expect([hidden.statusCode, hidden.json().code]).toEqual([404, never.json().code]);
    expect(await list(other)).toEqual([]);
    for (const action of ['say', 'take-up', 'reopen'])
      expect((await step(other, id, { action, text: '我也说' })).statusCode).toBe(404);
    expect((await stage.ask({ url: `/api/attachments/${file}`, as: other })).statusCode).toBe(404);
    expect((await stage.ask({ url: `/api/attachments/${file}`, as: lead })).statusCode).toBe(200);
    const concerned = await stage.as('逊克县', 'liaison');
    expect((await stage.ask({ url: `/api/attachments/${file}`, as: concerned })).statusCode).toBe(200);
    expect((await view(concerned, id)).attachments).toMatchObject([{ id: file, name: '三家口径对照.docx' }]);
  });

  async function putFile(): Promise<string> {
    const { headers, payload } = aForm('三家口径对照.docx', aWordFile());
    const answer = await stage.ask({ method: 'POST', url: '/api/attachments', as: raiser, body: payload, headers });
    return answer.json<{ id: string }>().id;
  }

  it('is taken up once, and closed once, when two do it at once', async () => {
    const id = await raise();
    const colleague = await stage.as(LEAD, 'lead-officer');
    const takes = await Promise.all([lead, colleague].map((as) => step(as, id, { action: 'take-up' })));
    expect(takes.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const closes = await Promise.all([lead, colleague].map((as) => step(as, id, { action: 'close', text: '好了' })));
    expect(closes.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await view(lead, id)).history.map(({ action }) => action)).toEqual(['raise', 'take-up', 'close']);
  });

  it('refuses what is none, and units, files and times that are none, and writes nothing', async () => {
    const foreign = await unitId('东岭区');
    expect((await raising({ title: ' \u200b ' })).json()).toMatchObject({ code: 'coordination.text-missing' });
    expect((await raising({ facts: '字'.repeat(2001) })).statusCode).toBe(422);
    expect((await raising({ unitIds: [foreign] })).json()).toMatchObject({ code: 'coordination.unit-not-found' });
    expect((await raising({ unitIds: [await unitId(LEAD)] })).statusCode).toBe(404);
    const evidence = [{ id: 'e1', title: '别家的', kind: 'document', attachmentId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }];
    expect((await raising({ evidence })).statusCode).toBe(404);
    expect(await stage.rows('SELECT id FROM matter')).toEqual([]);
    const id = await raise({ title: '<b>=1+1</b>', facts: '𠮷😀'.repeat(1000) });
    expect(await view(raiser, id)).toMatchObject({ title: '<b>=1+1</b>', facts: '𠮷😀'.repeat(1000) });
    expect((await step(lead, id, { action: 'decide', text: '好' })).json()).toMatchObject({
      code: 'coordination.not-possible-raised',
    });
    expect((await step(raiser, id, { action: 'take-up' })).statusCode).toBe(403);
    await step(lead, id, { action: 'take-up' });
    const owed = { action: 'decide', text: '好', dueAt: '2022-05-18T10:00:00.000Z' };
    expect((await step(lead, id, { ...owed, doerUnitId: foreign })).statusCode).toBe(404);
    expect((await step(lead, id, owed)).json()).toMatchObject({ code: 'coordination.doer-missing' });
    expect((await step(lead, id, { ...owed, dueAt: 'soon' })).statusCode).toBe(422);
    expect((await step(lead, id, { action: 'delete' })).statusCode).toBe(422);
  });
});
