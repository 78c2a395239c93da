import type { NoticeContent, NoticeKind, NoticeRow } from '@jiannuo/shared/supervision';
import { LadderCommands, PriorCirculars } from '.';
import { describeOnEachDatabase } from '../../../test/databases';
import type { ReportStage } from '../../../test/report-stage';
import { addOversight, codeOf, openSupervisionStage, type SupervisionStage } from '../../../test/supervision-stage';

/** Two working days after the reports of May were due. */
const AFTER = '2022-05-24T18:30:00.000Z';

describeOnEachDatabase('The ladder of notices (art. 13-16)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
    await keepOnly(['逊克县', '市司法局']);
  });
  afterEach(() => stage.close());

  /** Lets everybody else off, so that a story has its two units alone. */
  const keepOnly = async (names: readonly string[]): Promise<void> => {
    await stage.server.transactions.run(async (tx) => {
      const places = names.map(() => '?').join(', ');
      await tx.query(
        `UPDATE obligation SET waived_at = created_at WHERE period <> '2022-05' OR kind <> 'monthly-report'
           OR unit_id NOT IN (SELECT id FROM unit WHERE name IN (${places}))`,
        [...names],
      );
      return null;
    });
  };
  const propose = (now = AFTER): Promise<number> => {
    stage.at(now);
    return stage.server.app.get(LadderCommands).proposeAll(now);
  };
  const proposals = async (as = told.writer): Promise<readonly NoticeRow[]> =>
    (await told.notices(as)).rows.filter(({ state }) => state === 'proposed');

  /** Adopts the one proposal there is, fills in what only a person can say, and issues it. */
  const takeUp = async (kind: NoticeKind, dueAt: string, change: Partial<NoticeContent> = {}): Promise<string> => {
    const [proposal] = (await proposals()).filter((row) => row.kind === kind);
    expect(proposal?.kind).toBe(kind);
    const { id } = proposal!;
    await told.move(id, 'adopt');
    const { version, content } = await told.notice(id);
    const fields = { ...content.fields, ...change.fields };
    const full = { ...content, ...change, fields, dueAt: content.answer === 'receipt' ? null : dueAt };
    expect((await told.post(told.writer, `notices/${id}/edit`, { version, content: full })).statusCode).toBe(200);
    expect((await told.move(id, 'send')).statusCode).toBe(200);
    expect((await told.move(id, 'check', told.checker)).statusCode).toBe(200);
    expect((await told.move(id, 'issue')).statusCode).toBe(200);
    return id;
  };

  it('proposes a warning to each unit that did not hand in, once, and issues nothing', async () => {
    expect(await propose()).toBe(2);
    expect(await proposals()).toMatchObject([
      { kind: 'warning', number: '预警提示（文号签发时定）' },
      { kind: 'warning', tickets: { all: 0 } },
    ]);
    expect(await propose()).toBe(0);
    expect(await propose('2022-05-30T18:30:00.000Z')).toBe(0);
    expect(await stage.rows('SELECT id FROM supervision_ticket')).toEqual([]);
    await stage.handIn('逊克县');
    expect(await propose('2022-06-07T18:30:00.000Z')).toBe(0);
  });

  it('proposes no rung twice when two servers look at once, nor when one was stopped on its way', async () => {
    stage.at(AFTER);
    const ladder = stage.server.app.get(LadderCommands);
    const counts = await Promise.all([ladder.proposeAll(AFTER), ladder.proposeAll(AFTER)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await proposals()).toHaveLength(2);
  });

  it('looks at night by itself', async () => {
    stage.at('2022-05-24T01:30:00.000Z');
    await stage.server.ticker.tick();
    expect(await proposals()).toEqual([]);
    stage.at(AFTER);
    await stage.server.ticker.tick();
    expect(await proposals()).toHaveLength(2);
  });

  it('leaves alone what somebody has taken up already, and what was declined with a reason', async () => {
    const owed = await stage.obligation('逊克县');
    await told.draft('warning', ['逊克县'], {
      ground: 'time-near',
      fields: {},
      link: { kind: 'obligation', id: owed.id },
    });
    expect(await propose()).toBe(1);
    const [other] = await proposals();
    expect(other?.unitNames).toEqual(['市司法局']);
    expect(codeOf(await told.move(other!.id, 'decline'))).toBe('supervision.text-missing');
    expect((await told.move(other!.id, 'decline', told.writer, '已电话说明，明天就交。')).statusCode).toBe(200);
    expect(await propose('2022-05-30T18:30:00.000Z')).toBe(0);
  });

  it('takes a circular that names the shortfall for the warning (Q25)', async () => {
    const { id } = await stage.obligation('逊克县');
    const item = { title: '5月工作推进情况通报', at: '2022-05-23T01:00:00.000Z', namesShortfall: true };
    stage.server.app.get(PriorCirculars).register(() => Promise.resolve(new Map([[id, [item]]])));
    await propose();
    const rows = await proposals();
    expect(rows.map(({ kind, unitNames }) => [unitNames[0], kind]).sort()).toEqual(
      [
        ['市司法局', 'warning'],
        ['逊克县', 'order'],
      ].sort(),
    );
  });

  it('runs through from a slip to a clue with its dossier, for a county, with an extension and a void number', async () => {
    const { unitId, liaisonId } = await addOversight(stage);
    await keepOnly(['没有']);
    const voided = await told.issued('slip', ['逊克县'], {
      ground: 'report-due',
      fields: {},
      answer: 'material',
      dueAt: '2022-05-18T10:00:00.000Z',
    });
    await told.move(voided, 'void', told.writer, '材料名称写错。');
    const slip = { ground: 'report-due', fields: {}, answer: 'material', dueAt: '2022-05-18T10:00:00.000Z' };
    await told.issued('slip', ['逊克县'], slip);
    expect(await propose('2022-05-19T18:30:00.000Z')).toBe(1);
    const warning = await takeUp('warning', '2022-05-24T10:00:00.000Z');
    const ticket = await told.ticketOf(warning);
    await told.step(ticket, 'sign');
    await told.step(ticket, 'ask-extension', { text: '等银行数据。', dueAt: '2022-05-26T10:00:00.000Z' });
    expect(await propose('2022-05-25T18:30:00.000Z')).toBe(0);
    await told.step(ticket, 'grant-extension', {}, told.writer);
    expect(await propose('2022-05-27T18:30:00.000Z')).toBe(1);
    await takeUp('order', '2022-06-01T10:00:00.000Z');
    expect(await propose('2022-06-06T18:30:00.000Z')).toBe(1);
    await takeUp('listing', '2022-06-10T10:00:00.000Z');
    expect(await propose('2022-06-14T18:30:00.000Z')).toBe(1);
    const talk = { persons: '分管负责人', conductor: '牵头单位负责人', place: '6月17日，三楼会议室' };
    await takeUp('talk', '2022-06-20T10:00:00.000Z', { fields: talk });
    expect(await propose('2022-06-22T18:30:00.000Z')).toBe(1);

    const [, second] = await stage.rows<{ id: string }>(
      `SELECT a.id FROM appointment a JOIN unit u ON u.id = a.unit_id
       WHERE u.group_id = ? AND a.role = 'lead-officer' ORDER BY a.id`,
      [stage.groupId],
    );
    expect(await proposals(told.checker)).toEqual([]);
    const clue = await takeUp('clue', '', { readerIds: [second!.id, liaisonId] });
    const view = await told.notice(clue);
    expect(view).toMatchObject({ number: '问题线索〔2022〕1号', clause: expect.stringContaining('第十六条') });
    expect(view.content.addressees).toEqual([{ unitId, part: 'main' }]);
    expect(view.chain.map(({ number }) => number)).toEqual([
      '工作提示单〔2022〕2号',
      '预警提示〔2022〕1号',
      '督办单〔2022〕1号',
      '挂牌督办〔2022〕1号',
      '约谈提醒〔2022〕1号',
    ]);
    expect(await propose('2022-06-30T18:30:00.000Z')).toBe(0);
  });
});
