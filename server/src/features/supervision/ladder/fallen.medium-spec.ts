import type { NoticeRow } from '@jiannuo/shared/supervision';
import { LadderCommands } from '..';
import { FallenGrounds } from './fallen.commands';
import { LapseCommands } from './lapse.commands';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { codeOf, openSupervisionStage, type SupervisionStage } from '../../../../test/supervision-stage';

/** Two working days after the reports of May were due. */
const AFTER = '2022-05-24T18:30:00.000Z';
const LET_OFF = '2022-05-25T03:00:00.000Z';

describeOnEachDatabase('What a warning about a report that did not come stands on (art. 13)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let warning: string;
  let report: string;

  const propose = (now: string): Promise<number> => {
    stage.at(now);
    return stage.server.app.get(LadderCommands).proposeAll(now);
  };
  const proposals = async (): Promise<readonly NoticeRow[]> =>
    (await told.notices()).rows.filter(({ state }) => state === 'proposed');

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    report = (await stage.obligation('逊克县')).id;
    // Everybody else is let off, so that a story has its one unit alone.
    await stage.server.transactions.run((tx) =>
      tx.query('UPDATE obligation SET waived_at = created_at WHERE id <> ?', [report]).then(() => null),
    );
    await propose(AFTER);
    const [own] = await proposals();
    stage.at('2022-05-25T01:00:00.000Z');
    const steps = [['adopt'], ['send'], ['check', told.checker], ['issue']] as const;
    for (const [action, as] of steps) expect((await told.move(own!.id, action, as)).statusCode).toBe(200);
    warning = own!.id;
    stage.at(LET_OFF);
  });
  afterEach(() => stage.close());

  const look = async (): Promise<readonly string[]> => {
    const fallen = stage.server.app.get(FallenGrounds);
    await Promise.all([fallen.followAll(), fallen.followAll()]);
    const { history } = await told.notice(warning);
    return history.filter(({ action }) => action === 'shake').map(({ text }) => text);
  };
  const change = async (step: string, body: object): Promise<void> => {
    const url = `/api/obligations/${report}/${step}`;
    expect((await stage.ask({ method: 'POST', url, as: told.writer, body })).statusCode).toBe(200);
  };
  const extend = (dueAt: string): Promise<void> => change('extend', { dueAt, reason: '系统故障' });
  const keep = async (at: string): Promise<void> => {
    stage.at(at);
    expect((await told.move(warning, 'keep', told.checker, '提醒仍然有用。')).statusCode).toBe(200);
  };
  const enter = async (receivedAt: string): Promise<void> => {
    const body = {
      ...{ obligationId: report, channel: 'email', receivedAt },
      ...{ basis: '市专班邮箱收件截图', content: null, attachmentIds: [] },
    };
    const request = { method: 'POST', url: '/api/reports/enter-for', as: told.writer, body } as const;
    expect((await stage.ask(request)).statusCode).toBe(200);
  };

  it('has the lead unit look at it again when the report was let off, once', async () => {
    expect(await look()).toEqual([]);
    await change('waive', { reason: '机构合并，免报' });
    expect(await look()).toEqual(['5月月报已经免了。机构合并，免报。']);
    expect((await told.notice(warning)).actions).toContain('keep');
    const mine = await told.ticket(await told.ticketOf(warning));
    expect(mine.history.at(-1)).toMatchObject({ action: 'shake', by: '系统' });
    await told.deliver();
    const known = (await told.inbox(told.officer)).toKnow.map(({ title }) => title);
    expect(known).toContainEqual(expect.stringMatching(/^预警提示〔2022〕1号依据有变\u3000./));
    stage.at('2022-05-25T04:00:00.000Z');
    expect((await told.move(warning, 'keep', told.checker, '提醒仍然有用。')).statusCode).toBe(200);
    expect(await look()).toHaveLength(1);
    const order = { link: { kind: 'obligation', id: report } };
    const { id } = (
      await told.draft('order', ['逊克县'], { ...order, dueAt: '2022-06-01T10:00:00.000Z' })
    ).json<NoticeRow>();
    expect(codeOf(await told.move(id, 'send'))).toBe('supervision.ground-released');
  });

  it('tells nothing of it to the unit from which the warning was withdrawn', async () => {
    await told.step(await told.ticketOf(warning), 'withdraw', { text: '发错单位。' }, told.writer);
    await change('waive', { reason: '机构合并，免报' });
    expect(await look()).toHaveLength(1);
    await told.deliver();
    const known = (await told.inbox(told.officer)).toKnow.map(({ title }) => title);
    expect(known).not.toContainEqual(expect.stringMatching(/依据有变/));
  });

  it('has a slip about it looked at as well, which may stand all the same', async () => {
    const link = { kind: 'obligation', id: report };
    const asking = { ground: 'report-due', fields: {}, answer: 'material', dueAt: '2022-06-01T10:00:00.000Z', link };
    const slip = await told.issued('slip', ['逊克县'], asking);
    await change('waive', { reason: '机构合并，免报' });
    await look();
    const { actions, history } = await told.notice(slip);
    expect(history.at(-1)).toMatchObject({ action: 'shake', text: '5月月报已经免了。机构合并，免报。' });
    expect(actions).toContain('keep');
    expect((await told.move(slip, 'keep', told.checker, '材料仍然要。')).statusCode).toBe(200);
    expect((await told.notice(slip)).actions).not.toContain('keep');
  });

  it('has it looked at again when more time was given than the warning says', async () => {
    await extend('2022-05-31T16:00:00.000Z');
    expect(await look()).toEqual(['5月月报延到5月31日 周二 24:00前。']);
  });

  it('goes no further when the report turns out to have come in time, not even in the same minute', async () => {
    expect(await propose('2022-06-06T18:30:00.000Z')).toBe(1);
    const [order] = await proposals();
    expect(order?.kind).toBe('order');
    stage.at('2022-06-07T01:00:00.000Z');
    await enter('2022-05-20T06:00:00.000Z');
    expect(codeOf(await told.move(order!.id, 'adopt'))).toBe('supervision.ground-shaken');
    expect(await look()).toEqual(['5月月报5月20日 周五已经按时收到。']);
    await stage.server.app.get(LapseCommands).lapseAll('2022-06-07T01:10:00.000Z');
    expect((await told.notice(order!.id)).state).toBe('lapsed');
    const late = { link: { kind: 'obligation', id: report }, dueAt: '2022-06-14T10:00:00.000Z' };
    const { id } = (await told.draft('order', ['逊克县'], late)).json<NoticeRow>();
    const refused = await told.move(id, 'send');
    expect(refused.json()).toMatchObject({ sentence: '5月月报已按时收到，这一份不用发了。' });
  });

  it('falls anew when the report is let off again in the same words, after the lead unit said that it stands', async () => {
    const words = '5月月报已经免了。机构合并，免报。';
    await change('waive', { reason: '机构合并，免报' });
    expect(await look()).toEqual([words]);
    await change('unwaive', {});
    await keep('2022-05-25T04:00:00.000Z');
    expect(await look()).toEqual([words]);
    await change('waive', { reason: '机构合并，免报' });
    expect(await look()).toEqual([words, words]);
    expect((await told.notice(warning)).actions).toContain('keep');
  });

  it('falls anew with every later time that the report is given, also when it had some already', async () => {
    const first = '5月月报延到5月31日 周二 24:00前。';
    await extend('2022-05-31T16:00:00.000Z');
    expect(await look()).toEqual([first]);
    await keep('2022-06-01T02:00:00.000Z');
    expect(await look()).toEqual([first]);
    await extend('2022-06-15T16:00:00.000Z');
    const second = '5月月报延到6月15日 周三 24:00前。';
    expect(await look()).toEqual([first, second]);
    await extend('2022-06-20T16:00:00.000Z');
    expect(await look()).toEqual([first, second, '5月月报延到6月20日 周一 24:00前。']);
    expect(await propose('2022-06-15T18:30:00.000Z')).toBe(0);
  });

  it('has every longer time that was given named in the facts of the next rung (art. 14)', async () => {
    await extend('2022-05-31T16:00:00.000Z');
    await look();
    await keep('2022-06-01T02:00:00.000Z');
    await extend('2022-06-15T16:00:00.000Z');
    await look();
    await keep('2022-06-16T02:00:00.000Z');
    expect(await propose('2022-06-21T18:30:00.000Z')).toBe(1);
    const [order] = await proposals();
    const facts = (await told.notice(order!.id)).content.fields['facts'];
    expect(facts).toContain('5月25日依据有变（5月月报延到5月31日 周二 24:00前）');
    expect(facts).toContain('6月1日依据有变（5月月报延到6月15日 周三 24:00前）');
  });

  it('falls anew with the same time given again after it was taken back', async () => {
    const words = '5月月报延到5月31日 周二 24:00前。';
    await extend('2022-05-31T16:00:00.000Z');
    expect(await look()).toEqual([words]);
    await change('shorten', { dueAt: '2022-05-26T16:00:00.000Z', reason: '系统已恢复' });
    const shorter = '5月月报延到5月26日 周四 24:00前。';
    expect(await look()).toEqual([words, shorter]);
    await keep('2022-05-25T04:00:00.000Z');
    await extend('2022-05-31T16:00:00.000Z');
    expect(await look()).toEqual([words, shorter, words]);
  });

  it.each([
    ['as was entered later', () => enter('2022-05-30T06:00:00.000Z')],
    ['by itself', () => stage.handIn('逊克县')],
  ])('falls, with what follows it, when the report came in time by its longer time, %s', async (_, arrive) => {
    expect(await propose('2022-06-06T18:30:00.000Z')).toBe(1);
    const [order] = await proposals();
    stage.at('2022-06-07T01:00:00.000Z');
    const steps = [['adopt'], ['send'], ['check', told.checker], ['issue']] as const;
    for (const [action, as] of steps) expect((await told.move(order!.id, action, as)).statusCode).toBe(200);
    await extend('2022-06-15T16:00:00.000Z');
    await look();
    await keep('2022-06-07T02:00:00.000Z');
    expect((await told.move(order!.id, 'keep', told.checker, '仍没有报。')).statusCode).toBe(200);
    stage.at('2022-06-14T06:00:00.000Z');
    await arrive();
    stage.at('2022-06-17T02:00:00.000Z');
    const texts = await look();
    expect(texts).toHaveLength(2);
    expect(texts[1]).toMatch(/^5月月报.*已经按时收到。$/u);
    const { actions, history } = await told.notice(order!.id);
    expect([actions.includes('keep'), history.at(-1)?.text]).toEqual([true, texts[1]]);
    await keep('2022-06-17T03:00:00.000Z');
    expect(await look()).toHaveLength(2);
  });
});
