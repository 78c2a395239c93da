import type { TicketContactsView } from '@jiannuo/shared/supervision';
import { LapseCommands } from '../ladder/lapse.commands';
import { LadderCommands } from '..';
import { GroupYears } from '../../obligations';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { codeOf, ISSUED, openTicketStage, ORDER, type SupervisionStage } from '../../../../test/supervision-stage';

/** The order is to be signed for until 17 May, 24:00, and answered until 25 May, 18:00. */
const UNSIGNED = '2022-05-18T02:00:00.000Z';
const FRIDAY = '2022-05-27T02:00:00.000Z';
const SATURDAY = '2022-05-28T02:00:00.000Z';
const MONDAY = '2022-05-30T02:00:00.000Z';
const LATER = '2022-06-10T10:00:00.000Z';
const NUMBER = '督办单〔2022〕1号';

describeOnEachDatabase('A ticket that is late (art. 13, 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let ticket: string;

  beforeEach(async () => {
    ({ told, stage, ticket } = await openTicketStage(open));
  });
  afterEach(() => stage.close());

  const urge = (text = '', as = told.writer) => told.step(ticket, 'urge', { text }, as);
  const contacts = async (as = told.writer) =>
    (await stage.ask({ url: `/api/supervision/tickets/${ticket}/contacts`, as })).json<TicketContactsView>();
  const urges = () => stage.rows("SELECT id FROM delivery WHERE subject_kind = 'ticket-urge'");

  /** Nobody owes anything but what tickets ask. */
  const waiveOthers = () =>
    stage.server.transactions.run((tx) =>
      tx.query("UPDATE obligation SET waived_at = created_at WHERE kind NOT LIKE 'ticket-%'").then(() => null),
    );
  /** How many rungs are proposed in the night of that instant, after what is settled was taken back. */
  const propose = async (now: string): Promise<number> => {
    stage.at(now);
    await stage.server.app.get(LapseCommands).lapseAll(now);
    return stage.server.app.get(LadderCommands).proposeAll(now);
  };

  it('of a unit without a liaison names its leader to be called', async () => {
    const leave = "UPDATE appointment SET ended_at = valid_from WHERE unit_id = ? AND role = 'liaison'";
    const unitId = await told.unitOf('逊克县');
    await stage.server.transactions.run((tx) => tx.query(leave, [unitId]).then(() => null));
    const phone = expect.stringMatching(/^1\d{10}$/u) as string;
    expect(await contacts()).toMatchObject({ lacksLiaison: true, contacts: [{ phone }] });
  });

  it('is urged by one message that its liaison finds in the inbox, and whose end the lead unit sees', async () => {
    expect(codeOf(await urge())).toBe('supervision.urge-not-due');
    expect((await contacts()).urge).toBeNull();
    await told.deliver();
    stage.at(UNSIGNED);
    expect((await told.ticket(ticket, told.writer)).actions).toContain('urge');
    expect((await urge('请今天签收。')).statusCode).toBe(200);
    await told.deliver();
    expect((await told.inbox(told.officer)).toDo[0]).toMatchObject({
      title: `${NUMBER}请尽快签收　${ORDER.title}`,
      body: '5月17日 周二 24:00前已超期。请今天签收。',
    });
    const seen = await contacts();
    expect([seen.lacksLiaison, seen.contacts.length]).toEqual([false, 1]);
    expect(seen.contacts[0]?.phone).toMatch(/^1\d{10}$/);
    expect(seen.urge).toMatchObject({ at: UNSIGNED, state: 'call-list' });
    expect((await told.ticket(ticket, told.writer)).history.at(-1)).toMatchObject({
      action: 'urge',
      text: '请今天签收。',
    });
  });

  it('counts among the late of its notice also for a missed signature, and stands before what is not late', async () => {
    await told.issued('order', ['北安市'], { dueAt: LATER });
    const signed = await told.ticketOf((await told.notices()).rows[0]!.id, '北安市');
    await told.step(signed, 'sign', {}, await stage.as('北安市', 'liaison'));
    const late = async () => (await told.notices()).rows.map(({ tickets }) => tickets.overdue);
    expect(await late()).toEqual([0, 0]);
    stage.at(UNSIGNED);
    expect(await late()).toEqual([1, 0]);
  });

  it('is not urged twice in a working day, also by two at once, but again on the next one', async () => {
    await told.step(ticket, 'sign');
    stage.at(FRIDAY);
    const both = await Promise.all([urge(), urge('', told.checker)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    stage.at(SATURDAY);
    expect(codeOf(await urge())).toBe('supervision.urged-already');
    await told.deliver();
    expect(await urges()).toHaveLength(1);
    stage.at(MONDAY);
    expect((await urge()).statusCode).toBe(200);
  });

  it('is urged in the evening once a unit, however many of its tickets are late and whoever taps', async () => {
    const other = await told.ticketOf(await told.issued('order', ['逊克县']));
    stage.at('2022-05-30T14:30:00.000Z');
    const both = await Promise.all([urge(), told.step(other, 'urge', { text: '' }, told.checker)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(both.map(codeOf)).toContain('supervision.urged-tonight');
    stage.at('2022-05-31T02:00:00.000Z');
    expect([
      (await urge()).statusCode,
      (await told.step(other, 'urge', { text: '' }, told.checker)).statusCode,
    ]).toEqual([200, 200]);
  });

  it('is not urged while its unit waits for an answer, nor by anybody but the lead unit; and nobody else is told whom to call', async () => {
    await told.step(ticket, 'sign');
    await told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt: LATER });
    stage.at(FRIDAY);
    expect(codeOf(await urge())).toBe('supervision.urge-extension-asked');
    expect((await urge('', told.officer)).statusCode).toBe(403);
    expect((await stage.ask({ url: `/api/supervision/tickets/${ticket}/contacts`, as: told.officer })).statusCode).toBe(
      403,
    );
    const foreign = await stage.as('市招商办', 'lead-officer');
    expect((await stage.ask({ url: `/api/supervision/tickets/${ticket}/contacts`, as: foreign })).statusCode).toBe(404);
  });

  it('is given more time only with the reason why it was not done in time', async () => {
    await told.step(ticket, 'sign');
    stage.at(FRIDAY);
    const ask = (lateReason: string, text = '要等数据。') =>
      told.step(ticket, 'ask-extension', { text, dueAt: LATER, lateReason });
    expect(codeOf(await ask(''))).toBe('supervision.late-reason-missing');
    expect((await ask('经办人住院。')).statusCode).toBe(200);
    expect((await told.ticket(ticket, told.writer)).history.at(-1)).toMatchObject({
      text: '要等数据。\n没按时办的原因：经办人住院。',
    });
    await told.step(ticket, 'refuse-extension', { text: '时间够用。' }, told.writer);
    const again = await ask('经办人住院。');
    expect([again.statusCode, codeOf(again)]).toEqual([409, 'supervision.extension-refused-before']);
    expect((await ask('经办人住院。', '银行又通知延后。')).statusCode).toBe(200);
  });

  it('holds the ladder back by its first request, not by one that follows a refusal', async () => {
    await waiveOthers();
    await told.step(ticket, 'sign');
    stage.at(FRIDAY);
    const ask = (text: string) => told.step(ticket, 'ask-extension', { text, dueAt: LATER, lateReason: '人手不够。' });
    await ask('要等数据。');
    expect(await propose('2022-05-27T18:30:00.000Z')).toBe(0);
    await told.step(ticket, 'refuse-extension', { text: '时间够用。' }, told.writer);
    await ask('银行又通知延后。');
    expect(await propose('2022-05-28T18:30:00.000Z')).toBe(1);
    expect(await propose('2022-05-29T18:30:00.000Z')).toBe(0);
    expect((await told.notices()).rows.filter(({ state }) => state === 'proposed')).toHaveLength(1);
  });

  it('is sheltered by a request that nobody answers for two working days more than the answer had, and says so', async () => {
    await waiveOthers();
    await told.step(ticket, 'sign');
    stage.at(FRIDAY);
    await told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt: LATER, lateReason: '人手不够。' });
    // To be answered until Tuesday the 31st, 24:00.
    const shelteredUntil = '2022-06-02T16:00:00.000Z';
    expect(await told.ticket(ticket)).toMatchObject({ shelteredUntil });
    expect(await told.ticket(ticket, told.writer)).toMatchObject({ shelteredUntil });
    expect(await propose('2022-06-01T18:30:00.000Z')).toBe(0);
    expect(await propose('2022-06-02T18:30:00.000Z')).toBe(1);
    const [proposal] = (await told.notices()).rows.filter(({ state }) => state === 'proposed');
    expect((await told.notice(proposal!.id)).content.fields['facts']).toMatch(/没有收到，延期申请还没有答复。$/);
    await told.step(ticket, 'grant-extension', {}, told.writer);
    expect(await propose('2022-06-03T18:30:00.000Z')).toBe(0);
    expect((await told.notice(proposal!.id)).state).toBe('lapsed');
  });

  it('is not called idle by the lead unit’s own tap either while it waits for an answer (art. 7)', async () => {
    await told.step(ticket, 'sign');
    await told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt: LATER });
    const { id } = await stage.obligation('逊克县', 'ticket-answer');
    stage.at(FRIDAY);
    await stage.ask({ method: 'POST', url: '/api/reminders', as: told.writer, body: { obligationIds: [id] } });
    const bodies = (await told.inbox(told.officer)).toDo.map(({ body }) => body);
    expect(bodies).toContain('申请延到6月10日 周五 18:00前，牵头单位还没答复。');
  });

  it('is pressed on nobody while what it rests on fell away and the lead unit has not said what holds', async () => {
    const warning = await told.issued('warning', ['逊克县'], { ground: 'daily-assessment', fields: {} });
    const second = await told.issued('order', ['逊克县'], { earlierId: warning, title: '另一件事' });
    await waiveOthers();
    expect((await told.move(warning, 'void', told.writer, '发错了。')).statusCode).toBe(200);
    const leader = await stage.as('逊克县', 'leader');
    const pressed = async (now: string): Promise<readonly string[]> => {
      stage.at(now);
      await stage.server.ticker.tick();
      await told.deliver();
      const titles = (await told.inbox(leader)).toKnow.map(({ title }) => title);
      return titles.filter((title) => title.includes('还没反馈'));
    };
    expect(await pressed('2022-05-26T01:00:00.000Z')).toEqual([`逊克县${NUMBER}还没反馈　${ORDER.title}`]);
    expect((await told.move(second, 'keep', told.checker, '其余事实仍然成立。')).statusCode).toBe(200);
    // It fell due meanwhile: its unit has until Friday, 24:00, and is pressed again on Monday.
    expect(await pressed('2022-05-26T02:00:00.000Z')).toEqual([expect.stringContaining(`逊克县${NUMBER}还没反馈`)]);
    expect(await pressed(MONDAY)).toContainEqual(expect.stringContaining('2号'));
  });

  it('is reminded of also after the last year that was set up, while nothing else is planned', async () => {
    await stage.server.transactions.run((tx) => tx.query('UPDATE group_year SET year = 2021').then(() => null));
    stage.server.app.get(GroupYears).forget();
    await waiveOthers();
    stage.at('2022-05-26T01:00:00.000Z');
    await stage.server.ticker.tick();
    await told.deliver();
    const leader = await stage.as('逊克县', 'leader');
    expect((await told.inbox(leader)).toKnow.map(({ title }) => title)).toContainEqual(expect.stringContaining(NUMBER));
    const years = stage.server.app.get(GroupYears);
    expect(await years.nextSendingAt(stage.groupId, '2022-05-26T14:00:00.000Z')).toBe('2022-05-27T00:30:00.000Z');
    const slots = await stage.rows("SELECT id FROM delivery WHERE subject_kind = 'obligation'");
    expect(slots.length).toBeGreaterThan(0);
  });

  it('tells its unit’s leader what was asked and what came of it, and asks him nothing (art. 9)', async () => {
    const leader = await stage.as('逊克县', 'leader');
    const titles = async () => (await told.inbox(leader)).toKnow.map(({ title }) => title);
    expect((await told.step(ticket, 'sign')).statusCode).toBe(200);
    expect((await told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt: LATER })).statusCode).toBe(200);
    stage.at('2022-05-16T04:00:00.000Z');
    await told.deliver();
    const [asked] = (await told.inbox(leader)).toKnow;
    expect(asked).toMatchObject({ title: `${NUMBER}申请延到6月10日 周五 18:00前　${ORDER.title}`, at: ISSUED });
    const mine = (await stage.ask({ url: '/api/obligations/mine', as: leader })).json<
      Awaited<ReturnType<typeof stage.mine>>
    >();
    expect(mine.open.find(({ reportId }) => reportId === ticket)?.asker).toMatchObject({ askedDueAt: LATER });
    await told.step(ticket, 'refuse-extension', { text: '时间够用。' }, told.writer);
    await told.deliver();
    expect(await titles()).toContain(`${NUMBER}没有同意延期　${ORDER.title}`);
    expect((await told.inbox(leader)).toDo).toEqual([]);
  });
});
