import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { ANSWER_DUE, codeOf, openTicketStage, ORDER, type SupervisionStage } from '../../../../test/supervision-stage';

const SAID = {
  text: '已查明原因，新增赋码328户。',
  evidence: [{ id: 'e1', title: '进度表', kind: 'document', attachmentId: null }],
};
const LATER = '2022-05-31T10:00:00.000Z';

describeOnEachDatabase('Both sides of a ticket (art. 13, 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let ticket: string;

  beforeEach(async () => {
    ({ told, stage, ticket } = await openTicketStage(open));
  });
  afterEach(() => stage.close());

  it('knows when its unit first opened it, and not when anybody else looked: opening is the receipt', async () => {
    const notice = await told.issued('slip', ['逊克县', '孙吴县'], {
      ground: 'report-due',
      fields: {},
      answer: 'none',
      dueAt: null,
    });
    const standing = async () => {
      const { units, tickets } = await told.notice(notice);
      return [units.map(({ openedAt }) => openedAt), tickets.over];
    };
    const slip = await told.ticketOf(notice);
    await told.ticket(slip, told.writer);
    expect(await standing()).toEqual([[null, null], 0]);
    const first = '2022-05-16T02:05:00.000Z';
    stage.at(first);
    expect((await told.ticket(slip)).openedAt).toBe(first);
    stage.at('2022-05-17T02:05:00.000Z');
    expect((await told.ticket(slip)).openedAt).toBe(first);
    const [opened, over] = await standing();
    expect(opened).toContain(first);
    expect(over).toBe(1);
  });

  it('goes on from its last answer after a return, and from the corrected notice’s where one was sent', async () => {
    expect((await told.ticket(ticket)).lastAnswer).toBeNull();
    await told.step(ticket, 'sign');
    await told.step(ticket, 'answer', SAID);
    await told.step(ticket, 'return', { text: '没有附台账' }, told.writer);
    const returned = await told.ticket(ticket);
    expect(returned.lastAnswer).toEqual(SAID);
    expect(returned.firstDueAt).toBe(ANSWER_DUE);
    const { noticeId } = await told.ticket(ticket);
    const corrected = await told.ticketOf(await told.issued('order', ['逊克县'], {}, noticeId));
    expect(await told.ticket(corrected)).toMatchObject({ state: 'to-sign', history: [], lastAnswer: SAID });
    expect((await told.ticket(ticket)).history.at(-1)).toMatchObject({ action: 'correct' });
    await told.deliver();
    expect((await told.inbox(told.officer)).toKnow.map(({ title, body }) => [title, body])).toContainEqual([
      `督办单〔2022〕1号已发更正　${ORDER.title}`,
      '以新的一份为准，交过的反馈、同意的延期会带过去。',
    ]);
  });

  it('ends where the correction leaves its unit out, which is told so', async () => {
    const addressees = [
      { unitId: await told.unitOf('逊克县'), part: 'main' },
      { unitId: await told.unitOf('孙吴县'), part: 'main' },
      { unitId: await told.unitOf('北安市'), part: 'copy' },
    ];
    const both = await told.issued('order', [], { addressees });
    await told.issued('order', ['孙吴县'], {}, both);
    await told.deliver();
    const bodies = async (unitName: string): Promise<readonly string[]> =>
      (await told.inbox(await stage.as(unitName, 'liaison'))).toKnow.map(({ title, body }) => `${title}：${body}`);
    expect(await bodies('逊克县')).toContain(
      `督办单〔2022〕2号已撤回　${ORDER.title}：更正没有再发给您单位，不用再办。`,
    );
    expect(await bodies('北安市')).toContain(`督办单〔2022〕2号已撤回　${ORDER.title}：更正没有再抄送您单位。`);
    expect(await bodies('孙吴县')).toContain(
      `督办单〔2022〕2号已发更正　${ORDER.title}：以新的一份为准，交过的反馈、同意的延期会带过去。`,
    );
  });

  it('is given another time than was asked where the lead unit says so, and no time with a step that knows none', async () => {
    await told.step(ticket, 'sign');
    await told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt: LATER });
    expect((await told.ticket(ticket, told.writer)).reviewDueAt).toBe('2022-05-18T16:00:00.000Z');
    const given = '2022-05-27T10:00:00.000Z';
    const past = await told.step(ticket, 'grant-extension', { dueAt: '2022-05-10T10:00:00.000Z' }, told.writer);
    expect(codeOf(past)).toBe('obligations.due-in-past');
    expect((await told.step(ticket, 'grant-extension', { dueAt: given }, told.writer)).statusCode).toBe(200);
    expect(await told.ticket(ticket)).toMatchObject({ answerDueAt: given, askedDueAt: null, reviewDueAt: null });
    await told.step(ticket, 'answer', SAID);
    const sent = await told.step(ticket, 'return', { text: '再补。', dueAt: LATER }, told.writer);
    expect(codeOf(sent)).toBe('supervision.due-not-asked');
  });

  it('has a request for more time dropped by the unit that asked', async () => {
    await told.step(ticket, 'sign');
    await told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt: LATER });
    expect((await told.step(ticket, 'drop-extension')).statusCode).toBe(200);
    expect(await told.ticket(ticket)).toMatchObject({ askedDueAt: null, isExtensionAsked: false });
    expect(codeOf(await told.step(ticket, 'grant-extension', {}, told.writer))).toBe('supervision.extension-not-asked');
  });

  it('shows the unit that leads a matter how far those that help have come, and not the other way round', async () => {
    const addressees = [
      { unitId: await told.unitOf('逊克县'), part: 'main' },
      { unitId: await told.unitOf('孙吴县'), part: 'co' },
    ];
    const notice = await told.issued('order', [], { addressees });
    const helper = await stage.as('孙吴县', 'liaison');
    const helping = await told.ticketOf(notice, '孙吴县');
    await told.step(helping, 'sign', {}, helper);
    const states = async (id: string, as: string) => (await told.ticket(id, as)).parties.map(({ state }) => state);
    expect(await states(await told.ticketOf(notice), told.officer)).toEqual(['to-sign', 'working']);
    expect(await states(helping, helper)).toEqual([null, null]);
  });

  it('of a 挂牌 ends with 摘牌, not as taken back, and the leader hears of that as of the 挂牌 (R28)', async () => {
    const notice = await told.issued('listing', ['逊克县'], {
      fields: { facts: '到5月15日累计占比20.11%。', delistWhen: '累计占比达到23.5%。' },
    });
    const listed = await told.ticketOf(notice);
    await told.deliver();
    stage.at('2022-05-17T01:20:00.000Z');
    expect(codeOf(await told.move(notice, 'delist', told.writer, '整改到位。'))).toBe('supervision.delist-unfinished');
    await told.step(listed, 'sign');
    await told.step(listed, 'answer', { text: '累计占比24%。', evidence: [] });
    await told.step(listed, 'finish', {}, told.writer);
    await told.move(notice, 'delist', told.writer, '整改到位。');
    expect(await told.ticket(listed)).toMatchObject({ noticeState: 'delisted' });
    expect((await told.ticket(listed)).history.at(-1)).toMatchObject({ action: 'delist', text: '整改到位。' });
    await told.deliver();
    const leader = await told.inbox(await stage.as('逊克县', 'leader'));
    expect(leader.toKnow.map(({ title }) => title)).toContain(`挂牌督办〔2022〕1号已摘牌　${ORDER.title}`);
  });

  it('of an order that is declared void is told as that to the leader who was told of the order', async () => {
    const { stage } = told;
    const leader = await stage.as('逊克县', 'leader');
    const titles = async () => {
      await told.deliver();
      return (await told.inbox(leader)).toKnow.map(({ title }) => title);
    };
    const first = await told.issued('order', ['逊克县']);
    await told.deliver();
    await told.move(first, 'void', told.writer, '单位写错。');
    expect(await titles()).toContain(`督办单〔2022〕2号已作废　${ORDER.title}`);
    const second = await told.draft('order', ['逊克县']);
    const { id } = second.json<{ id: string }>();
    await told.move(id, 'send');
    await told.move(id, 'check', told.checker);
    await told.move(id, 'issue');
    await told.move(id, 'void', told.writer, '单位又写错。');
    expect((await titles()).filter((title) => title.includes('3号'))).toEqual([
      `督办单〔2022〕3号已作废　${ORDER.title}`,
    ]);
  });
});
