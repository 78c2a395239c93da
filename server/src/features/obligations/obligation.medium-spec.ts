import type { LightMyRequestResponse } from 'fastify';
import { Ids } from '../../platform/clock';
import { execute, insertRows } from '../../platform/database';
import { describeOnEachDatabase } from '../../../test/databases';
import { COMPLETE, MAY, MAY_DUE, openReportStage, type ReportStage } from '../../../test/report-stage';
import { GroupYears, ObligationOpening, ObligationQueries } from '.';

describeOnEachDatabase('What units owe', (open) => {
  let stage: ReportStage;
  let lead: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    lead = await stage.as('市专班牵头单位', 'lead-officer');
  });
  afterEach(() => stage.close());

  async function decide(unitName: string, verb: string, body: object): Promise<LightMyRequestResponse> {
    const { id } = await stage.obligation(unitName);
    return stage.ask({ method: 'POST', url: `/api/obligations/${id}/${verb}`, as: lead, body });
  }

  it('is put on record once for each unit and rule, however many servers do it at once', async () => {
    const opening = stage.server.app.get(ObligationOpening);
    const counts = await Promise.all([1, 2, 3].map(() => opening.openPeriod(stage.groupId, '2022-07')));
    // 20 units report monthly, 6 counties assess themselves.
    expect(counts.sort()).toEqual([0, 0, 26]);
    expect(await stage.rows("SELECT id FROM obligation WHERE period = '2022-07'")).toHaveLength(26);
    expect(await opening.openPeriod(stage.groupId, '2023-01')).toBe(0);
  });

  it('is opened by itself for this month and the next, but not for what was due before a unit joined', async () => {
    await addUnit('市新来局');
    stage.at('2022-05-21T01:00:00.000Z');
    await stage.server.ticker.tick();
    const rows = await stage.rows<{ period: string }>(
      'SELECT o.period FROM obligation o JOIN unit u ON u.id = o.unit_id WHERE u.name = ?',
      ['市新来局'],
    );
    expect(rows).toEqual([{ period: '2022-06' }]);
  });

  it('follows the rules of another group where those are other', async () => {
    const [group] = await stage.rows<{ id: string }>("SELECT id FROM working_group WHERE code = 'investment-2022'");
    await stage.server.app.get(ObligationOpening).openPeriod(group!.id, MAY);
    const rows = await stage.rows<{ name: string; article: string; due_at: string; closes_at: string }>(
      'SELECT u.name, o.article, o.due_at, o.closes_at FROM obligation o JOIN unit u ON u.id = o.unit_id WHERE o.group_id = ?',
      [group!.id],
    );
    expect(rows.map((row) => row.name).sort()).toEqual(['东岭区', '市商务局', '西河县'].sort());
    // "25日前" without the 25th: Tuesday the 24th, 17:00 and half an hour of grace, Beijing time.
    expect(rows[0]).toMatchObject({
      article: '第三条',
      due_at: '2022-05-24T09:30:00.000Z',
      closes_at: '2022-06-03T09:30:00.000Z',
    });
  });

  it('shows a unit its own list, soonest first, and what comes next when nothing is owed', async () => {
    await stage.handIn('市司法局');
    const list = await stage.mine('市司法局');
    expect(list.open.map(({ period, standing }) => [period, standing])).toEqual([['2022-04', 'missing']]);
    expect(list.done).toMatchObject([
      { title: '月报', period: MAY, standing: 'on-time', article: '第七条', channel: 'app' },
    ]);
    expect(list.next).toBeNull();
    const april = await stage.obligation('市司法局', 'monthly-report', '2022-04');
    await stage.ask({
      method: 'POST',
      url: `/api/obligations/${april.id}/waive`,
      as: lead,
      body: { reason: '四月刚成立' },
    });
    const after = await stage.mine('市司法局');
    expect(after.open).toEqual([]);
    expect(after.next).toEqual({ title: '月报', period: '2022-06', dueAt: '2022-06-20T16:00:00.000Z' });
    expect(after.done.find((each) => each.period === '2022-04')).toMatchObject({
      standing: 'waived',
      waiveReason: '四月刚成立',
    });
  });

  it('gives one unit more time, with the reason in its list and on record', async () => {
    const dueAt = '2022-05-23T16:00:00.000Z';
    const answer = await decide('逊克县', 'extend', { dueAt, reason: '乡镇停电两天' });
    expect(answer.json()).toMatchObject({ dueAt, standing: 'owed' });
    stage.at('2022-05-23T15:59:59.999Z');
    expect(await stage.handIn('逊克县')).toMatchObject({ isOnTime: true, dueAt });
    const done = (await stage.mine('逊克县')).done.find((each) => each.period === MAY);
    expect(done).toMatchObject({
      originalDueAt: MAY_DUE,
      dueChange: { reason: '乡镇停电两天', by: '市专班牵头单位', at: '2022-05-17T01:00:00.000Z' },
    });
    const cell = (await stage.board()).rows.find((row) => row.unitName === '逊克县')?.cells[0];
    expect(cell).toMatchObject({ standing: 'on-time', dueChange: { kind: 'extended' } });
    const [audited] = await stage.rows<{ detail: string }>(
      "SELECT detail FROM audit_entry WHERE action = 'obligation.extend'",
    );
    expect(audited?.detail).toContain('乡镇停电两天');
  });

  it('takes an extension back, on record, and counts by the own due time again', async () => {
    await decide('逊克县', 'extend', { dueAt: '2022-06-17T16:00:00.000Z', reason: '多选了一个月' });
    await decide('逊克县', 'shorten', { dueAt: '2022-05-25T16:00:00.000Z', reason: '只要五天' });
    expect((await stage.mine('逊克县')).open.find((each) => each.dueAt === '2022-05-25T16:00:00.000Z')).toMatchObject({
      dueChange: { kind: 'shortened', reason: '只要五天', by: '市专班牵头单位' },
    });
    const early = await decide('逊克县', 'shorten', { dueAt: '2022-05-19T16:00:00.000Z', reason: '改回来' });
    expect([early.statusCode, early.json<{ sentence: string }>().sentence]).toEqual([
      422,
      '原定5月20日 周五 24:00前，不能比它早。',
    ]);
    const answer = await decide('逊克县', 'shorten', { dueAt: MAY_DUE, reason: '点错了' });
    expect(answer.json()).toMatchObject({ dueAt: MAY_DUE, standing: 'owed' });
    expect((await stage.mine('逊克县')).open.find((each) => each.period === MAY)).toMatchObject({
      dueAt: MAY_DUE,
      dueChange: null,
    });
    const again = await decide('逊克县', 'shorten', { dueAt: MAY_DUE, reason: '再点一次' });
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'obligations.not-extended']);
    const changes = await stage.rows('SELECT kind, from_due_at, to_due_at FROM obligation_change ORDER BY id');
    expect(changes).toEqual([
      { kind: 'extended', from_due_at: MAY_DUE, to_due_at: '2022-06-17T16:00:00.000Z' },
      { kind: 'shortened', from_due_at: '2022-06-17T16:00:00.000Z', to_due_at: '2022-05-25T16:00:00.000Z' },
      { kind: 'shortened', from_due_at: '2022-05-25T16:00:00.000Z', to_due_at: MAY_DUE },
    ]);
    stage.at('2022-05-21T01:00:00.000Z');
    expect(await stage.handIn('逊克县')).toMatchObject({ isOnTime: false });
  });

  it('never shortens below what an outage gave, nor to the past', async () => {
    const { id } = await stage.obligation('逊克县');
    const moved = '2022-05-23T16:00:00.000Z';
    await stage.server.transactions.run(async (tx) => {
      await execute(tx, 'UPDATE obligation SET due_at = ? WHERE id = ?', [moved, id]);
      await insertRows(tx, 'obligation_change', [
        {
          id: stage.server.app.get(Ids).next(),
          group_id: stage.groupId,
          obligation_id: id,
          kind: 'moved',
          from_due_at: MAY_DUE,
          to_due_at: moved,
          reason: '平台停了',
          article: '',
          by_appointment_id: null,
          by_name: '践诺通',
          at: '2022-05-17T00:00:00.000Z',
        },
      ]);
    });
    await decide('逊克县', 'extend', { dueAt: '2022-05-30T16:00:00.000Z', reason: '汛期' });
    const answer = await decide('逊克县', 'shorten', { dueAt: MAY_DUE, reason: '改回来' });
    expect(answer.json()).toMatchObject({ code: 'obligations.due-before-own' });
    stage.at('2022-05-24T01:00:00.000Z');
    const past = await decide('逊克县', 'shorten', { dueAt: moved, reason: '改回来' });
    expect(past.json()).toMatchObject({ code: 'obligations.due-in-past' });
  });

  it.each([
    ['an earlier time', { dueAt: '2022-05-19T16:00:00.000Z', reason: '早些' }, 'obligations.due-not-later'],
    ['a time that has passed', { dueAt: '2022-05-17T01:00:00.000Z', reason: '晚了' }, 'obligations.due-in-past'],
    ['no reason', { dueAt: '2022-05-25T16:00:00.000Z', reason: '  ' }, 'obligations.reason-missing'],
    ['no time', { dueAt: '明天', reason: '有事' }, 'request.invalid'],
  ])('refuses an extension with %s', async (_what, body, code) => {
    const answer = await decide('逊克县', 'extend', body);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code });
    expect(await stage.obligation('逊克县')).toMatchObject({ due_at: MAY_DUE });
  });

  it('lets a unit off with a reason, refuses its hand-in meanwhile, and can be taken back', async () => {
    const report = await stage.open('逊克县');
    await decide('逊克县', 'waive', { reason: '本月并入市级统报' });
    expect((await stage.view(await stage.as('逊克县', 'liaison'), report)).actions).toEqual([]);
    const refused = await stage.submit('逊克县', report);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'obligations.is-waived' });
    const [column] = (await stage.board()).columns;
    expect(column?.sums).toMatchObject({ expected: 20, waived: 1, notHandedIn: 19 });
    expect((await decide('逊克县', 'waive', { reason: '再来一次' })).json()).toMatchObject({
      code: 'obligations.already-waived',
    });
    expect((await decide('逊克县', 'unwaive', {})).json()).toMatchObject({ waivedAt: null, standing: 'owed' });
    expect((await stage.submit('逊克县', report)).statusCode).toBe(200);
    expect((await decide('逊克县', 'waive', { reason: '已经报了' })).json()).toMatchObject({
      code: 'obligations.already-handed-in',
    });
    const changes = await stage.rows('SELECT kind FROM obligation_change ORDER BY id');
    expect(changes).toEqual([{ kind: 'waived' }, { kind: 'unwaived' }]);
  });

  it('is decided by the lead unit alone', async () => {
    const { id } = await stage.obligation('逊克县');
    const as = await stage.as('逊克县', 'liaison');
    const answer = await stage.ask({
      method: 'POST',
      url: `/api/obligations/${id}/waive`,
      as,
      body: { reason: '自己免' },
    });
    expect(answer.statusCode).toBe(403);
  });

  it('is no longer accepted after its closing, where the rule closes it', async () => {
    const years = stage.server.app.get(GroupYears);
    await stage.server.transactions.run(async (tx) => {
      await tx.query("UPDATE obligation SET closes_at = '2022-05-25T16:00:00.000Z' WHERE period = '2022-05'");
      return null;
    });
    years.forget();
    const report = await stage.open('逊克县');
    stage.at('2022-05-25T15:59:59.999Z');
    expect((await stage.view(await stage.as('逊克县', 'liaison'), report)).actions).toContain('submit');
    stage.at('2022-05-25T16:00:00.000Z');
    const answer = await stage.submit('逊克县', report, COMPLETE);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'reporting.closed' });
  });

  it('names to the reminders only those who still owe', async () => {
    await stage.handIn('逊克县');
    await decide('北安市', 'waive', { reason: '免报' });
    const names: string[] = [];
    const queries = stage.server.app.get(ObligationQueries);
    for await (const page of queries.owing(stage.groupId, 'monthly-report', MAY, stage.server.clock.now())) {
      names.push(...page.map((owed) => owed.unitName));
    }
    expect(names).toHaveLength(18);
    expect(names).not.toContain('逊克县');
    expect(names).not.toContain('北安市');
    const ids = [(await stage.obligation('逊克县')).id, (await stage.obligation('孙吴县')).id];
    const owed = await queries.stillOwed({ groupId: stage.groupId, unitId: null }, ids);
    expect(owed.map((each) => each.unitName)).toEqual(['孙吴县']);
  });

  async function addUnit(name: string): Promise<void> {
    const row = {
      id: '01G37RETM0ZZZZZZZZZZZZZZZZ',
      group_id: stage.groupId,
      number: 99,
      name,
      full_name: name,
      aliases: '[]',
      kind: 'department',
      created_at: stage.server.clock.now(),
    };
    await stage.server.transactions.run((tx) => insertRows(tx, 'unit', [row]).then(() => null));
  }
});
