import { toDoLines, toKnowLines } from '@jiannuo/shared/notifications';
import { ObligationQueries } from '../../obligations';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import {
  ANSWER_DUE,
  codeOf,
  ISSUED,
  openTicketStage,
  ORDER,
  type SupervisionStage,
} from '../../../../test/supervision-stage';

const SAID = {
  text: '已查明原因，新增赋码328户。',
  evidence: [{ id: 'e1', title: '进度表', kind: 'document', attachmentId: null }],
};
const LATER = '2022-05-31T10:00:00.000Z';

describeOnEachDatabase('A ticket (art. 13, 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let ticket: string;

  beforeEach(async () => {
    ({ told, stage, ticket } = await openTicketStage(open));
  });
  afterEach(() => stage.close());

  const met = async (kind: 'ticket-sign' | 'ticket-answer'): Promise<string | null> =>
    (await stage.obligation('逊克县', kind)).met_at;

  it('is signed, handled, handed over, extended, answered, sent back, answered again and finished', async () => {
    expect((await told.step(ticket, 'sign')).json()).toEqual({ id: ticket, state: 'working' });
    expect(await met('ticket-sign')).toBe(ISSUED);
    expect((await told.step(ticket, 'note', { text: '已到两个乡镇核对。' })).statusCode).toBe(200);
    expect((await told.step(ticket, 'hand-over', { handler: '信用工作股王股长' })).statusCode).toBe(200);
    expect(await told.ticket(ticket)).toMatchObject({ handler: '信用工作股王股长', dueAt: ANSWER_DUE });

    expect((await told.step(ticket, 'ask-extension', { text: '银行数据月底才出。', dueAt: LATER })).statusCode).toBe(
      200,
    );
    await told.deliver();
    expect((await told.inbox(told.writer)).toDo.map(({ title }) => title)).toEqual([
      `逊克县督办单〔2022〕1号申请延期　${ORDER.title}`,
    ]);
    expect((await told.step(ticket, 'grant-extension', {}, told.writer)).statusCode).toBe(200);
    expect(await told.ticket(ticket)).toMatchObject({ answerDueAt: LATER, askedDueAt: null });

    stage.at('2022-05-26T01:00:00.000Z');
    expect((await told.step(ticket, 'answer', SAID)).json()).toEqual({ id: ticket, state: 'answered' });
    expect(await told.ticket(ticket, told.writer)).toMatchObject({
      actions: ['finish', 'return'],
      reviewDueAt: '2022-05-30T16:00:00.000Z',
    });
    await told.deliver();
    expect((await told.inbox(told.checker)).toDo.map(({ title }) => title)).toContain(
      `逊克县督办单〔2022〕1号反馈等您复核　${ORDER.title}`,
    );

    expect(codeOf(await told.step(ticket, 'return', {}, told.writer))).toBe('supervision.text-missing');
    expect((await told.step(ticket, 'return', { text: '没有附台账' }, told.writer)).statusCode).toBe(200);
    expect(await told.ticket(ticket)).toMatchObject({ state: 'returned', answerDueAt: LATER });
    await told.deliver();
    expect((await told.inbox(told.officer)).toDo.map(({ title }) => title)).toEqual([
      `督办单〔2022〕1号退回修改　${ORDER.title}`,
    ]);

    await told.step(ticket, 'answer', { ...SAID, text: '已补台账。' });
    expect((await told.step(ticket, 'finish', {}, told.writer)).json()).toEqual({ id: ticket, state: 'finished' });
    await told.deliver();
    const inbox = await told.inbox(told.officer);
    expect([inbox.toDo, inbox.toKnow.map(({ title }) => title)[0]]).toEqual([
      [],
      `督办单〔2022〕1号已办结　${ORDER.title}`,
    ]);
    const { history } = await told.ticket(ticket);
    expect(history.map(({ action, version }) => [action, version])).toEqual([
      ['sign', 0],
      ['note', 0],
      ['hand-over', 0],
      ['ask-extension', 0],
      ['grant-extension', 0],
      ['answer', 1],
      ['return', 0],
      ['answer', 2],
      ['finish', 0],
    ]);
    expect((await stage.mine('逊克县')).open.filter(({ kind }) => kind.startsWith('ticket'))).toEqual([]);
  });

  it('is taken one step on by one of two who act at once', async () => {
    const signed = await Promise.all([told.step(ticket, 'sign'), told.step(ticket, 'sign')]);
    expect(signed.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    await told.step(ticket, 'answer', SAID);
    const ended = await Promise.all([
      told.step(ticket, 'finish', {}, told.writer),
      told.step(ticket, 'return', { text: '再补一份。' }, told.checker),
    ]);
    expect(ended.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('is withdrawn before it is signed for, and not afterwards', async () => {
    const other = await told.ticketOf(await told.issued('order', ['孙吴县']), '孙吴县');
    expect((await told.step(other, 'withdraw', { text: '发错单位。' }, told.writer)).statusCode).toBe(200);
    expect((await stage.obligation('孙吴县', 'ticket-answer')).waived_at).not.toBeNull();
    await told.step(ticket, 'sign');
    expect(codeOf(await told.step(ticket, 'withdraw', { text: '发错。' }, told.writer))).toBe(
      'supervision.withdraw-signed',
    );
  });

  it('has its answer taken back before it is due, and is owed again', async () => {
    await told.step(ticket, 'sign');
    await told.step(ticket, 'answer', SAID);
    expect((await told.step(ticket, 'take-back')).json()).toEqual({ id: ticket, state: 'working' });
    expect(await met('ticket-answer')).toBeNull();
    await told.step(ticket, 'answer', SAID);
    stage.at(ANSWER_DUE);
    expect(codeOf(await told.step(ticket, 'take-back'))).toBe('supervision.take-back-late');
  });

  it('is entered for the unit at its true times where it came on paper, and the unit hears of it', async () => {
    stage.at('2022-05-18T02:00:00.000Z');
    const paper = { receivedAt: '2022-05-16T08:00:00.000Z', channel: 'paper' } as const;
    const early = await told.step(
      ticket,
      'enter-sign',
      { ...paper, receivedAt: '2022-05-15T08:00:00.000Z' },
      told.writer,
    );
    expect(codeOf(early)).toBe('supervision.received-before-issue');
    expect((await told.step(ticket, 'enter-sign', paper, told.writer)).statusCode).toBe(200);
    expect(await stage.obligation('逊克县', 'ticket-sign')).toMatchObject({
      met_at: paper.receivedAt,
      channel: 'paper',
    });
    await told.deliver();
    expect((await told.inbox(told.officer)).toKnow.map(({ title }) => title)).toContain(
      `督办单〔2022〕1号已代录签收　${ORDER.title}`,
    );
    expect((await told.step(ticket, 'enter-answer', { ...SAID, ...paper }, told.writer)).statusCode).toBe(200);
    expect(codeOf(await told.step(ticket, 'take-back'))).toBe('supervision.take-back-entered');
    expect((await told.ticket(ticket)).history).toMatchObject([
      { action: 'enter-sign', happenedAt: paper.receivedAt, at: '2022-05-18T02:00:00.000Z' },
      { action: 'enter-answer', version: 1, evidence: [{ title: '进度表' }] },
    ]);
  });

  it('that asked in time is not made late by a refusal after its due time: it is given more, if only a day', async () => {
    await told.step(ticket, 'sign');
    await told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt: LATER });
    stage.at('2022-05-28T02:00:00.000Z');
    const refused = await told.step(ticket, 'refuse-extension', { text: '时间够用。' }, told.writer);
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'supervision.refused-too-late']);
    expect((await told.ticket(ticket, told.writer)).actions).not.toContain('refuse-extension');
    const given = { dueAt: '2022-05-30T10:00:00.000Z' };
    expect((await told.step(ticket, 'grant-extension', given, told.writer)).statusCode).toBe(200);
  });

  it('gets no extension into the past, to an earlier time, or for what was answered', async () => {
    await told.step(ticket, 'sign');
    const asked = (dueAt: string) => told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt });
    expect(codeOf(await asked('2022-05-10T10:00:00.000Z'))).toBe('obligations.due-in-past');
    expect(codeOf(await asked('2022-05-20T10:00:00.000Z'))).toBe('obligations.due-not-later');
    await asked(LATER);
    expect(codeOf(await asked(LATER))).toBe('supervision.extension-asked-already');
    expect((await told.step(ticket, 'refuse-extension', { text: '时间够用。' }, told.writer)).statusCode).toBe(200);
    expect(await told.ticket(ticket)).toMatchObject({ answerDueAt: ANSWER_DUE, askedDueAt: null });
    await told.step(ticket, 'answer', SAID);
    expect(codeOf(await asked(LATER))).toBe('supervision.ticket-not-possible-answered');
  });

  it('does not lose what was said when it is far too long, and takes one file twice as one', async () => {
    await told.step(ticket, 'sign');
    const long = await told.step(ticket, 'answer', { text: '长'.repeat(100_000) });
    expect([long.statusCode, codeOf(long)]).toEqual([422, 'supervision.text-too-long']);
    expect((await told.ticket(ticket)).state).toBe('working');
    const foreign = { ...SAID, evidence: [{ id: 'e1', title: '进度表', kind: 'document', attachmentId: 'nobodys' }] };
    expect((await told.step(ticket, 'answer', foreign)).statusCode).toBe(404);
  });

  it('stays among what its officer has to do until it is answered, with its matter, its number and the next time', async () => {
    const waiting = async (): Promise<readonly (readonly unknown[])[]> => {
      await told.deliver();
      const lines = toDoLines(await told.inbox(told.officer));
      return lines.flatMap(({ target, title, about, dueAt }) => (target.id === ticket ? [[title, about, dueAt]] : []));
    };
    const matter = '“码上诚信”赋码进度滞后';
    const signBy = '2022-05-17T16:00:00.000Z';
    expect(await waiting()).toEqual([[matter, '督办单〔2022〕1号　要签收', signBy]]);
    await told.step(ticket, 'sign');
    expect(await waiting()).toEqual([[matter, '督办单〔2022〕1号　办理中', ANSWER_DUE]]);
    expect(toKnowLines(await told.inbox(told.officer)).map(({ title }) => title)).toEqual([]);
    await told.step(ticket, 'answer', SAID);
    expect(await waiting()).toEqual([]);
    await told.step(ticket, 'take-back');
    expect(await waiting()).toEqual([[matter, '督办单〔2022〕1号　办理中', ANSWER_DUE]]);
    await told.step(ticket, 'answer', SAID);
    await told.step(ticket, 'return', { text: '没有附台账' }, told.writer);
    expect(await waiting()).toEqual([[matter, '督办单〔2022〕1号　退回修改', ANSWER_DUE]]);
  });

  it('stands among what is owed in the inbox, reports included, the soonest due first', async () => {
    const lines = toDoLines(await told.inbox(told.officer));
    expect(lines.map(({ title, dueAt }) => [title, dueAt])).toEqual([
      ['4月月报', '2022-04-20T16:00:00.000Z'],
      ['4月自查评分', '2022-04-23T16:00:00.000Z'],
      ['“码上诚信”赋码进度滞后', '2022-05-17T16:00:00.000Z'],
      ['5月月报', '2022-05-20T16:00:00.000Z'],
      ['5月自查评分', '2022-05-23T16:00:00.000Z'],
    ]);
    const leader = await stage.as('逊克县', 'leader');
    expect(toDoLines(await told.inbox(leader))).toEqual([]);
  });

  it('that waits for the lead unit stands there with who asks what, and leaves once it is answered', async () => {
    const waiting = async () => {
      const lines = toDoLines(await told.inbox(told.checker));
      return lines.flatMap(({ target, about, dueAt }) => (target.id === ticket ? [[about, dueAt]] : []));
    };
    await told.step(ticket, 'sign');
    await told.step(ticket, 'ask-extension', { text: '银行数据月底才出。', dueAt: LATER });
    expect(await waiting()).toEqual([['逊克县　督办单〔2022〕1号　申请延期，等您答复', '2022-05-18T16:00:00.000Z']]);
    await told.step(ticket, 'refuse-extension', { text: '时间够用。' }, told.writer);
    expect(await waiting()).toEqual([]);
    await told.step(ticket, 'answer', SAID);
    expect(await waiting()).toEqual([['逊克县　督办单〔2022〕1号　反馈等您复核', '2022-05-18T16:00:00.000Z']]);
    await told.step(ticket, 'finish', {}, told.writer);
    expect(await waiting()).toEqual([]);
  });

  it('is what its obligations lead to, also while the month’s report is being written', async () => {
    await stage.open('逊克县');
    const owed = (await stage.mine('逊克县')).open.filter(({ kind }) => kind.startsWith('ticket'));
    expect(owed.map(({ reportId, progress }) => [reportId, progress])).toEqual([
      [ticket, null],
      [ticket, null],
    ]);
  });

  it('is the unit’s, not the person’s: whoever follows the liaison goes on with it', async () => {
    await told.step(ticket, 'sign');
    const [old] = await stage.rows<{ id: string; unit_id: string }>(
      `SELECT a.id, a.unit_id FROM appointment a JOIN unit u ON u.id = a.unit_id
       WHERE u.name = '逊克县' AND a.role = 'liaison' AND a.ended_at IS NULL`,
    );
    const body = {
      role: 'liaison',
      personName: '逊克县新联络员',
      phone: '13800009991',
      section: '信用工作股',
      post: '股长',
      isSectionHead: true,
      unitId: old!.unit_id,
      replaces: old!.id,
    };
    expect((await stage.ask({ method: 'POST', url: '/api/appointments', as: told.writer, body })).statusCode).toBe(201);
    const next = await stage.server.signInAs('逊克县', 'liaison');
    expect((await told.step(ticket, 'answer', SAID, next)).statusCode).toBe(200);
    expect((await told.ticket(ticket, next)).history.map(({ by }) => by)).toEqual(['逊克县联络员', '逊克县新联络员']);
  });

  it('is reminded of like everything that is owed, but not by what would have come before it was issued', async () => {
    const scope = { groupId: stage.groupId, unitId: null };
    const { id } = await stage.obligation('逊克县', 'ticket-answer');
    const [owed] = await stage.server.app.get(ObligationQueries).stillOwed(scope, [id]);
    expect(owed).toMatchObject({ title: '督办单〔2022〕1号反馈', createdAt: ISSUED });
    await stage.server.ticker.tick();
    const ordered = 'SELECT id FROM delivery_subject WHERE subject_id = ?';
    expect(await stage.rows(ordered, [id])).toEqual([]);
    stage.at('2022-05-26T01:00:00.000Z');
    await stage.server.ticker.tick();
    const titles = (await told.inbox(told.officer)).toDo.map(({ title }) => title);
    expect(titles.some((title) => title.startsWith('督办单〔2022〕1号'))).toBe(true);
  });

  it('of the lead unit’s officers shows what waits for a review first', async () => {
    await told.issued('order', ['孙吴县']);
    await told.step(ticket, 'sign');
    await told.step(ticket, 'answer', SAID);
    const { rows } = await told.notices();
    expect(rows.map(({ unitNames, tickets }) => [unitNames[0], tickets.waiting])).toEqual([
      ['逊克县', 1],
      ['孙吴县', 0],
    ]);
    stage.at(ANSWER_DUE);
    expect((await told.notices()).rows.map(({ tickets }) => tickets.overdue)).toEqual([0, 1]);
  });
});
