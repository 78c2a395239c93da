import type { NoticeRow } from '@jiannuo/shared/supervision';
import { LadderCommands } from '..';
import { FallenGrounds } from './fallen.commands';
import { LapseCommands } from './lapse.commands';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { codeOf, openSupervisionStage, type SupervisionStage } from '../../../../test/supervision-stage';

/** When the answer to the warning has been missing for two working days. */
const UNANSWERED = '2022-06-06T18:30:00.000Z';

describeOnEachDatabase('An order over a warning about a report that did not come (art. 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let report: string;
  let warning: string;
  let order: string;

  const propose = async (now: string): Promise<readonly NoticeRow[]> => {
    stage.at(now);
    await stage.server.app.get(LadderCommands).proposeAll(now);
    return (await told.notices()).rows.filter(({ state }) => state === 'proposed');
  };
  const take = async (id: string, ...actions: readonly ('adopt' | 'send' | 'check' | 'issue')[]): Promise<void> => {
    for (const action of actions) {
      const as = action === 'check' ? told.checker : told.writer;
      expect((await told.move(id, action, as)).statusCode).toBe(200);
    }
  };
  const follow = (): Promise<unknown> => stage.server.app.get(FallenGrounds).followAll();
  const change = async (step: string, body: object): Promise<void> => {
    const url = `/api/obligations/${report}/${step}`;
    expect((await stage.ask({ method: 'POST', url, as: told.writer, body })).statusCode).toBe(200);
  };
  const giveMoreTime = async (dueAt: string): Promise<void> => {
    await change('extend', { dueAt, reason: '系统故障' });
    await follow();
    expect((await told.move(warning, 'keep', told.checker, '预警不变，延期内报来即可。')).statusCode).toBe(200);
  };

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    report = (await stage.obligation('逊克县')).id;
    await stage.server.transactions.run((tx) =>
      tx.query('UPDATE obligation SET waived_at = created_at WHERE id <> ?', [report]).then(() => null),
    );
    warning = (await propose('2022-05-24T18:30:00.000Z'))[0]!.id;
    stage.at('2022-05-25T01:00:00.000Z');
    await take(warning, 'adopt', 'send', 'check', 'issue');
    const [proposed] = await propose(UNANSWERED);
    expect(proposed?.kind).toBe('order');
    order = proposed!.id;
    stage.at('2022-06-07T01:00:00.000Z');
  });
  afterEach(() => stage.close());

  it('is proposed no more while the report has more time, though the warning stands, and again once that has passed', async () => {
    await giveMoreTime('2022-06-15T16:00:00.000Z');
    await stage.server.app.get(LapseCommands).lapseAll('2022-06-07T01:10:00.000Z');
    expect((await told.notice(order)).state).toBe('lapsed');
    expect(await propose('2022-06-13T18:30:00.000Z')).toEqual([]);
    expect(await propose('2022-06-20T18:30:00.000Z')).toMatchObject([{ kind: 'order' }]);
  });

  it('is not issued while the report has more time, where it was drafted before', async () => {
    await take(order, 'adopt', 'send', 'check');
    await giveMoreTime('2022-06-15T16:00:00.000Z');
    stage.at('2022-06-10T01:00:00.000Z');
    const refused = await told.move(order, 'issue');
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'supervision.ground-extended']);
  });

  it('goes out with no facts that were written before the warning was said to stand', async () => {
    await take(order, 'adopt', 'send', 'check');
    await change('waive', { reason: '机构合并，免报' });
    await follow();
    await change('unwaive', {});
    expect((await told.move(warning, 'keep', told.checker, '预警不变。')).statusCode).toBe(200);
    stage.at('2022-06-09T01:00:00.000Z');
    const behind = await told.move(order, 'issue');
    expect(behind.json()).toMatchObject({ code: 'supervision.facts-behind' });
    expect(behind.body).toContain('起草以后预警提示〔2022〕1号依据有变');
    expect((await told.move(order, 'send-back', told.checker, '事实要改')).statusCode).toBe(200);
    const { content, version } = await told.notice(order);
    expect((await told.post(told.writer, `notices/${order}/edit`, { content, version })).statusCode).toBe(200);
    expect(codeOf(await told.move(order, 'send'))).toBe('supervision.facts-behind');
    const facts = `${content.fields['facts']!}6月7日依据有变后维持。`;
    const anew = { content: { ...content, fields: { ...content.fields, facts } }, version: version + 1 };
    expect((await told.post(told.writer, `notices/${order}/edit`, anew)).statusCode).toBe(200);
    await take(order, 'send', 'check', 'issue');
  });

  it('is shaken once by the end of the warning, in its own words', async () => {
    await take(order, 'adopt', 'send', 'check', 'issue');
    expect((await told.move(warning, 'void', told.checker, '依据不足')).statusCode).toBe(200);
    await follow();
    const { history } = await told.notice(order);
    const shakes = history.filter(({ action }) => action === 'shake').map(({ text }) => text);
    expect(shakes).toEqual([expect.stringMatching(/^预警提示〔2022〕1号作废/u)]);
    expect((await told.move(order, 'keep', told.checker, '事实清楚。')).statusCode).toBe(200);
    await follow();
    expect((await told.notice(order)).actions).not.toContain('keep');
  });

  it('is proposed no more once the report came in time or was let off, though the warning stands', async () => {
    await change('waive', { reason: '机构合并，免报' });
    await follow();
    expect((await told.move(warning, 'keep', told.checker, '预警不变。')).statusCode).toBe(200);
    await stage.server.app.get(LapseCommands).lapseAll('2022-06-07T01:10:00.000Z');
    expect((await told.notice(order)).state).toBe('lapsed');
    expect(await propose('2022-06-20T18:30:00.000Z')).toEqual([]);
    await change('unwaive', {});
    expect(await propose('2022-06-21T18:30:00.000Z')).toMatchObject([{ kind: 'order' }]);
  });

  it('goes out by hand neither while the report has more time', async () => {
    const { content } = await told.notice(order);
    await giveMoreTime('2022-06-15T16:00:00.000Z');
    await stage.server.app.get(LapseCommands).lapseAll('2022-06-07T01:10:00.000Z');
    const { id } = (await told.draft('order', ['逊克县'], content)).json<{ id: string }>();
    const refused = await told.move(id, 'send');
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'supervision.ground-extended']);
  });

  it('leads to none graver while the report has more time, also where the warning was corrected', async () => {
    await take(order, 'adopt', 'send', 'check', 'issue');
    const { content } = await told.notice(warning);
    const anew = { ...content, title: `${content.title}（更正）`, dueAt: '2022-06-10T10:00:00.000Z' };
    const above = await told.issued('warning', ['逊克县'], anew, warning);
    await follow();
    expect((await told.move(order, 'keep', told.checker, '事实清楚，督办不变。')).statusCode).toBe(200);
    await change('extend', { dueAt: '2022-06-30T16:00:00.000Z', reason: '系统故障' });
    await follow();
    for (const id of [above, order]) {
      expect((await told.move(id, 'keep', told.checker, '不变，延期内报来即可。')).statusCode).toBe(200);
    }
    expect(await propose('2022-06-28T18:30:00.000Z')).toEqual([]);
    expect(await propose('2022-07-05T18:30:00.000Z')).toMatchObject([{ kind: 'listing' }]);
  });

  it('is shaken once by the end of the warning, also where the answer to it was given more time before', async () => {
    await take(order, 'adopt', 'send', 'check', 'issue');
    const [answer] = await stage.rows<{ id: string }>(
      'SELECT answer_obligation_id AS id FROM supervision_ticket WHERE notice_id = ?',
      [warning],
    );
    const body = { dueAt: '2022-06-20T16:00:00.000Z', reason: '系统故障' };
    const url = `/api/obligations/${answer!.id}/extend`;
    expect((await stage.ask({ method: 'POST', url, as: told.writer, body })).statusCode).toBe(200);
    await follow();
    expect((await told.move(order, 'keep', told.checker, '不变。')).statusCode).toBe(200);
    expect((await told.move(warning, 'void', told.checker, '依据不足')).statusCode).toBe(200);
    expect((await told.move(order, 'keep', told.checker, '事实清楚。')).statusCode).toBe(200);
    await follow();
    expect((await told.notice(order)).actions).not.toContain('keep');
  });
});
