import { toDoLines, type ConsentsView } from '@jiannuo/shared/notifications';
import { ReviewReminders } from '../news/review.reminders';
import { SubjectKinds } from '../../../platform/notifications';
import { ReminderPlan } from '../../reminders';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { ANSWER_DUE, openTicketStage, ORDER, type SupervisionStage } from '../../../../test/supervision-stage';

const SAID = { text: '已查明原因，新增赋码328户。', evidence: [] };
/** Answered on Monday 16 May: to be reviewed until the 18th, 24:00. */
const REVIEW_DUE = '2022-05-18T16:00:00.000Z';
const LAST_MORNING = '2022-05-18T01:00:00.000Z';
const MORNING_AFTER = '2022-05-19T01:00:00.000Z';
const WEEK_AFTER = '2022-05-25T01:00:00.000Z';
const NUMBER = '督办单〔2022〕1号';

describeOnEachDatabase("The lead unit's own clock (art. 13, 14)", (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let ticket: string;

  beforeEach(async () => {
    ({ told, stage, ticket } = await openTicketStage(open));
    await told.step(ticket, 'sign');
  });
  afterEach(() => stage.close());

  const remind = async (now: string): Promise<void> => {
    stage.at(now);
    await stage.server.app.get(ReviewReminders).remindAll(now);
  };
  const lines = () => stage.rows<{ title: string }>("SELECT title FROM notice WHERE kind = 'review-due' ORDER BY id");
  const officers = async (): Promise<number> => {
    const sql = "SELECT id FROM appointment WHERE group_id = ? AND role = 'lead-officer' AND ended_at IS NULL";
    return (await stage.rows(sql, [stage.groupId])).length;
  };
  const waiting = async () => (await stage.ask({ url: '/api/supervision/waiting', as: told.writer })).json<unknown>();

  it('stands in the inbox of its officers, of answers and of requests for more time', async () => {
    await told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt: '2022-05-31T10:00:00.000Z' });
    const line = async () => toDoLines(await told.inbox(told.writer)).find(({ target }) => target.id === ticket);
    expect(await line()).toMatchObject({ dueAt: REVIEW_DUE, about: `逊克县　${NUMBER}　申请延期，等您答复` });
    await told.step(ticket, 'answer', SAID);
    expect(await line()).toMatchObject({ dueAt: REVIEW_DUE, about: `逊克县　${NUMBER}　反馈等您复核` });
  });

  it('is never due after what a request would move, and the unit’s leader reads that it waits (art. 9)', async () => {
    stage.at('2022-05-24T02:00:00.000Z');
    await told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt: '2022-05-31T10:00:00.000Z' });
    const [row] = (await told.notices()).rows;
    expect([(await told.ticket(ticket)).reviewDueAt, row?.reviewDueAt]).toEqual([ANSWER_DUE, ANSWER_DUE]);
    stage.at(ANSWER_DUE);
    expect(await waiting()).toEqual({ reviews: 0, requests: 1, overdue: 1 });
    for (const now of ['2022-05-26T01:00:00.000Z', '2022-05-27T01:00:00.000Z']) {
      stage.at(now);
      await stage.server.app.get(ReminderPlan).run(now);
    }
    const read = await stage.rows<{ body: string }>(
      "SELECT body FROM notice WHERE kind = 'overdue' AND list = 'to-know' AND title LIKE '%督办单%'",
    );
    const body = expect.stringMatching(/，申请延到5月31日 周二 18:00前，牵头单位还没答复。$/);
    expect(read).toEqual([{ body }]);
    // Word by WeChat names and counts it only once nobody is sheltered by the request any more.
    const [owed] = await stage.rows<{ id: string }>('SELECT answer_obligation_id AS id FROM supervision_ticket');
    const subject = stage.server.app.get(SubjectKinds).of('obligation');
    const wanted = async () => [...(await subject.stillWanted(stage.groupId, [owed!.id]))];
    expect(await wanted()).toEqual([]);
    stage.at('2022-06-01T01:00:00.000Z');
    expect(await wanted()).toEqual([owed!.id]);
  });

  it('reminds every officer on the last morning, the morning after and a week later, once each, and nobody once it is reviewed', async () => {
    await told.step(ticket, 'answer', SAID);
    await remind('2022-05-17T01:00:00.000Z');
    expect(await lines()).toEqual([]);
    for (const now of [LAST_MORNING, LAST_MORNING, MORNING_AFTER, WEEK_AFTER]) await remind(now);
    const count = await officers();
    const titles = (await lines()).map(({ title }) => title);
    expect(titles).toHaveLength(3 * count);
    expect([titles[0], titles.at(-1)]).toEqual([
      `逊克县${NUMBER}反馈等您复核，5月18日 周三 24:00前　${ORDER.title}`,
      `逊克县${NUMBER}反馈等您复核，5月18日 周三 24:00前已超期　${ORDER.title}`,
    ]);
    await told.step(ticket, 'finish', {}, told.writer);
    expect(toDoLines(await told.inbox(told.writer)).filter(({ target }) => target.id === ticket)).toEqual([]);
  });

  it('reminds once when two servers look at once, and of no review that was done meanwhile', async () => {
    await told.step(ticket, 'answer', SAID);
    stage.at(LAST_MORNING);
    const job = stage.server.app.get(ReviewReminders);
    await Promise.all([job.remindAll(LAST_MORNING), job.remindAll(LAST_MORNING)]);
    expect(await lines()).toHaveLength(await officers());
    stage.at(MORNING_AFTER);
    await Promise.all([told.step(ticket, 'finish', {}, told.writer), job.remindAll(MORNING_AFTER)]);
    const open = await stage.rows("SELECT id FROM notice WHERE kind = 'review-due' AND settled_at IS NULL");
    expect(open).toEqual([]);
  });

  it('spends a message on what is grave alone, on whoever has one left, and puts no officer on the call list', async () => {
    const listed = await told.ticketOf(
      await told.issued('listing', ['逊克县'], { fields: { facts: '没到位。', delistWhen: '达到23.5%。' } }),
    );
    const { templates } = (await stage.ask({ url: '/api/consents', as: told.writer })).json<ConsentsView>();
    const template = templates.find(({ purpose }) => purpose === 'ticket')!;
    const results = { [template.templateId]: 'accept' };
    await stage.ask({ method: 'POST', url: '/api/consents', as: told.writer, body: { results } });
    await told.step(ticket, 'answer', SAID);
    await told.step(listed, 'sign');
    await told.step(listed, 'answer', SAID);
    await remind(LAST_MORNING);
    await remind(LAST_MORNING);
    const sql =
      "SELECT d.about, s.slot FROM delivery d JOIN delivery_subject s ON s.delivery_id = d.id WHERE subject_kind = 'ticket-review'";
    expect(await stage.rows(sql)).toEqual([
      { about: '逊克县挂牌督办〔2022〕1号', slot: `review-last-day@${REVIEW_DUE}` },
    ]);
    expect(await lines()).toHaveLength(2 * (await officers()));
  });

  it('is counted for the board, and leads to the notices whose units wait', async () => {
    await told.issued('slip', ['孙吴县'], { ground: 'report-due', fields: {} });
    const other = await told.ticketOf(await told.issued('order', ['孙吴县']), '孙吴县');
    const officer = await stage.as('孙吴县', 'liaison');
    await told.step(other, 'sign', {}, officer);
    expect(await waiting()).toEqual({ reviews: 0, requests: 0, overdue: 0 });
    await told.step(ticket, 'answer', SAID);
    stage.at('2022-05-17T01:00:00.000Z');
    await told.step(other, 'ask-extension', { text: '要等数据。', dueAt: '2022-05-31T10:00:00.000Z' }, officer);
    expect(await waiting()).toEqual({ reviews: 1, requests: 1, overdue: 0 });
    stage.at(MORNING_AFTER);
    expect(await waiting()).toEqual({ reviews: 1, requests: 1, overdue: 1 });
    const asked = await stage.ask({ url: '/api/supervision/notices?sort=review', as: told.writer });
    const { rows } = asked.json<Awaited<ReturnType<typeof told.notices>>>();
    expect(new Map(rows.map(({ unitNames, reviewDueAt }) => [unitNames[0], reviewDueAt]))).toEqual(
      new Map([
        ['孙吴县', '2022-05-19T16:00:00.000Z'],
        ['逊克县', REVIEW_DUE],
      ]),
    );
    expect((await stage.ask({ url: '/api/supervision/waiting', as: told.officer })).statusCode).toBe(403);
  });

  it('counts neither a copy nor what was taken back as done (R14)', async () => {
    const units = ['逊克县', '孙吴县', '北安市'];
    const ids = await Promise.all(units.map((name) => told.unitOf(name)));
    const addressees = ids.map((unitId, index) => ({ unitId, part: index === 2 ? 'copy' : 'main' }));
    // Another matter than the order's: what an open notice asks already is not asked again without a reason (M8).
    const matter = { title: '报送延时服务安排', ground: 'report-due', fields: {}, answer: 'material' };
    const slip = await told.issued('slip', [], { ...matter, addressees });
    const taken = await told.step(await told.ticketOf(slip, '孙吴县'), 'withdraw', { text: '发错了。' }, told.writer);
    expect(taken.json()).toMatchObject({ state: 'withdrawn' });
    expect((await told.notice(slip)).tickets).toMatchObject({ asked: 1, over: 0, copies: 1, withdrawn: 1 });
  });
});
