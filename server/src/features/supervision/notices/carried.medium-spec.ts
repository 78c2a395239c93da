import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { ANSWER_DUE, openTicketStage, ORDER, type SupervisionStage } from '../../../../test/supervision-stage';

/** Until when the unit asks, after the first due time; and a time between the two. */
const LATER = '2022-05-31T10:00:00.000Z';
const BETWEEN = '2022-05-27T10:00:00.000Z';

describeOnEachDatabase('What a unit had of a notice that is corrected', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let ticket: string;

  beforeEach(async () => {
    ({ told, stage, ticket } = await openTicketStage(open));
    await told.step(ticket, 'sign');
  });
  afterEach(() => stage.close());

  const ask = (id = ticket) => told.step(id, 'ask-extension', { dueAt: LATER, text: '银行统计口径要核对' });
  const correct = async (change: object = {}): Promise<string> => {
    const { noticeId } = await told.ticket(ticket);
    return told.ticketOf(
      await told.issued('order', ['逊克县'], { title: `${ORDER.title}（更正）`, ...change }, noticeId),
    );
  };
  const owedOf = (id: string) =>
    stage.rows<{ dueAt: string; first: string }>(
      `SELECT due_at AS dueAt, original_due_at AS first FROM obligation
       WHERE record_id = ? AND kind = 'ticket-answer'`,
      [id],
    );

  it('goes on: more time that was given, and the colleague who handles it', async () => {
    await ask();
    await told.step(ticket, 'grant-extension', {}, told.writer);
    await told.step(ticket, 'hand-over', { handler: '老李' });
    const next = await correct();
    expect(await told.ticket(next)).toMatchObject({
      state: 'to-sign',
      answerDueAt: LATER,
      firstDueAt: ANSWER_DUE,
      handler: '老李',
      history: [{ action: 'carry', dueAt: LATER, text: '现由老李办' }],
    });
    expect(await owedOf(next)).toEqual([{ dueAt: LATER, first: ANSWER_DUE }]);
    await told.deliver();
    expect((await told.inbox(told.officer)).toKnow.map(({ body }) => body)).toContain(
      '以新的一份为准，交过的反馈、同意的延期会带过去。',
    );
    const again = await told.ticketOf(await told.issued('order', ['逊克县'], {}, (await told.ticket(next)).noticeId));
    expect(await told.ticket(again)).toMatchObject({ answerDueAt: LATER, handler: '老李' });
  });

  it('lets a correction give more time still, and less only than the notice itself gave', async () => {
    const sooner = await correct({ dueAt: '2022-05-24T10:00:00.000Z' });
    expect(await told.ticket(sooner)).toMatchObject({ answerDueAt: '2022-05-24T10:00:00.000Z', history: [] });
    await told.step(sooner, 'sign');
    await ask(sooner);
    await told.step(sooner, 'grant-extension', { dueAt: BETWEEN }, told.writer);
    const { noticeId } = await told.ticket(sooner);
    const later = await told.ticketOf(await told.issued('order', ['逊克县'], { dueAt: LATER }, noticeId));
    expect(await told.ticket(later)).toMatchObject({ answerDueAt: LATER, history: [] });
  });

  it('goes on: a request that waits, which the lead unit answers before the new one is signed for', async () => {
    await ask();
    const next = await correct();
    expect(await told.ticket(next)).toMatchObject({
      state: 'to-sign',
      isExtensionAsked: true,
      askedDueAt: LATER,
      answerDueAt: ANSWER_DUE,
      history: [{ action: 'carry-extension', dueAt: LATER, text: '银行统计口径要核对', unitName: '逊克县' }],
    });
    expect((await told.ticket(next)).shelteredUntil).not.toBeNull();
    expect((await told.ticket(next, told.writer)).actions).toContain('grant-extension');
    const waiting = await stage.ask({ url: '/api/supervision/waiting', as: told.writer });
    expect(waiting.json()).toMatchObject({ requests: 1 });
    expect((await told.inbox(told.writer)).claims.map(({ targets: [first] }) => first)).toContainEqual({
      kind: 'ticket',
      id: next,
    });
    await told.step(next, 'grant-extension', {}, told.writer);
    expect(await told.ticket(next)).toMatchObject({ state: 'to-sign', askedDueAt: null, answerDueAt: LATER });
  });

  it('is a request no more where the correction itself gives as much time', async () => {
    await ask();
    expect(await told.ticket(await correct({ dueAt: LATER }))).toMatchObject({ askedDueAt: null, history: [] });
  });

  it('is refused for the same reason only once, also over a correction', async () => {
    await ask();
    const next = await correct();
    await told.step(next, 'refuse-extension', { text: '月底要汇总' }, told.writer);
    await told.step(next, 'sign');
    expect((await ask(next)).json()).toMatchObject({ code: 'supervision.extension-refused-before' });
  });

  it('stands in what whoever issues the correction sees before', async () => {
    await ask();
    await told.step(ticket, 'grant-extension', {}, told.writer);
    const { noticeId } = await told.ticket(ticket);
    const { id } = (await told.draft('order', ['逊克县'], {}, noticeId)).json<{ id: string }>();
    expect((await told.notice(id)).correcting).toEqual({
      withdrawn: [],
      anew: [],
      kept: [{ unitName: '逊克县', dueAt: LATER }],
      asking: [],
    });
  });

  it('is not what somebody has who is only copied of the correction', async () => {
    await ask();
    const addressees = [
      { unitId: await told.unitOf('孙吴县'), part: 'main' },
      { unitId: await told.unitOf('逊克县'), part: 'copy' },
    ];
    expect(await told.ticket(await correct({ addressees }))).toMatchObject({ state: 'informed', history: [] });
  });

  it('is what it handed in, when it came: one ask counts once for everybody (Q11)', async () => {
    const counties = ['逊克县', '孙吴县', '爱辉区'];
    const asked = { answer: 'material', ground: 'report-due', fields: {}, title: '报送典型案例' };
    const first = await told.issued('slip', counties, asked);
    const officers = new Map<string, string>();
    for (const name of counties) officers.set(name, await stage.as(name, 'liaison'));
    const handIn = async (notice: string, name: string) => {
      const as = officers.get(name)!;
      const id = await told.ticketOf(notice, name);
      await told.step(id, 'sign', {}, as);
      expect((await told.step(id, 'answer', { text: '见附件。', lateReason: '等数据' }, as)).statusCode).toBe(200);
      return id;
    };
    const done = await handIn(first, '逊克县');
    expect((await told.step(done, 'finish', {}, told.writer)).statusCode).toBe(200);
    told.at('2022-05-26T02:00:00.000Z');
    await handIn(first, '孙吴县');
    const next = await told.issued('slip', counties, { ...asked, title: '报送典型案例。', dueAt: LATER }, first);
    const owed = await stage.rows<{ unit: string; dueAt: string; metAt: string | null; record: string }>(
      `SELECT u.name AS unit, o.due_at AS dueAt, o.met_at AS metAt, t.notice_id AS record FROM obligation o
       JOIN unit u ON u.id = o.unit_id JOIN supervision_ticket t ON t.id = o.record_id
       WHERE o.kind = 'material' AND o.waived_at IS NULL ORDER BY o.id`,
    );
    expect(owed.map(({ unit, dueAt, record }) => [unit, dueAt, record])).toEqual(
      counties.map((name) => [name, LATER, next]),
    );
    expect(owed.map(({ metAt }) => metAt?.slice(0, 10))).toEqual(['2022-05-16', '2022-05-26', undefined]);
    // What came may still be worded anew; the time of the first stays.
    await handIn(next, '孙吴县');
    const [met] = await stage.rows<{ metAt: string }>(
      `SELECT met_at AS metAt FROM obligation WHERE kind = 'material' AND record_id = ?`,
      [await told.ticketOf(next, '孙吴县')],
    );
    expect(met?.metAt.slice(0, 10)).toBe('2022-05-26');
  });

  it.each([false, true])('counts once also where it was sent back, answered again: %s', async (isAgain) => {
    const asked = { answer: 'material', ground: 'report-due', fields: {}, title: '报送典型案例' };
    const first = await told.issued('slip', ['逊克县'], asked);
    const id = await told.ticketOf(first, '逊克县');
    await told.step(id, 'sign');
    expect((await told.step(id, 'answer', { text: '见附件。' })).statusCode).toBe(200);
    told.at('2022-05-26T02:00:00.000Z');
    expect((await told.step(id, 'return', { text: '请补材料' }, told.writer)).statusCode).toBe(200);
    if (isAgain) expect((await told.step(id, 'answer', { text: '补了。' })).statusCode).toBe(200);
    const next = await told.issued('slip', ['逊克县'], { ...asked, title: '报送典型案例。', dueAt: LATER }, first);
    const owed = await stage.rows<{ ticket: string; metAt: string | null }>(
      `SELECT record_id AS ticket, met_at AS metAt FROM obligation WHERE kind = 'material' AND waived_at IS NULL`,
    );
    expect(owed).toEqual([{ ticket: await told.ticketOf(next, '逊克县'), metAt: expect.stringMatching('2022-05-16') }]);
  });
});
