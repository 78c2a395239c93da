import { ReminderPlan } from '../../reminders';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { openTicketStage, ORDER, type SupervisionStage } from '../../../../test/supervision-stage';

const LATER = '2022-05-31T10:00:00.000Z';
const OVERDUE = '2022-05-26T01:00:00.000Z';

describeOnEachDatabase('What a leader reads in the inbox of the tickets of the own unit (art. 9, 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let ticket: string;
  let leader: string;

  beforeEach(async () => {
    ({ told, stage, ticket } = await openTicketStage(open));
    leader = await stage.as('逊克县', 'leader');
  });
  afterEach(() => stage.close());

  const lines = async (as: string): Promise<readonly string[]> => {
    await told.deliver();
    return (await told.inbox(as)).toKnow.map(({ title }) => title);
  };

  it('names its number, its state and its matter at every turn, as the officer reads it', async () => {
    expect(await lines(leader)).toEqual([`督办单〔2022〕1号　${ORDER.title}`]);
    await told.step(ticket, 'sign');
    await told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt: LATER });
    expect(await lines(leader)).toEqual([`督办单〔2022〕1号申请延到5月31日 周二 18:00前　${ORDER.title}`]);
    await told.step(ticket, 'refuse-extension', { text: '时间够用。' }, told.writer);
    const refused = [`督办单〔2022〕1号没有同意延期　${ORDER.title}`];
    expect([await lines(leader), await lines(told.officer)]).toEqual([refused, expect.arrayContaining(refused)]);
    await told.move((await told.ticket(ticket)).noticeId, 'void', told.writer, '单位写错。');
    const ended = [`督办单〔2022〕1号已作废　${ORDER.title}`];
    expect([await lines(leader), await lines(told.officer)]).toEqual([ended, expect.arrayContaining(ended)]);
  });

  it('hears no more of a notice that was withdrawn from the unit', async () => {
    await told.step(ticket, 'withdraw', { text: '发错单位。' }, told.writer);
    const withdrawn = `督办单〔2022〕1号已撤回　${ORDER.title}`;
    expect((await lines(told.officer))[0]).toBe(withdrawn);
    await told.move((await told.ticket(ticket)).noticeId, 'void', told.writer, '单位写错。');
    expect((await lines(told.officer))[0]).toBe(withdrawn);
    expect(await lines(leader)).not.toContain(`督办单〔2022〕1号已作废　${ORDER.title}`);
  });

  it('is told what is overdue by its matter, and not by its number alone', async () => {
    await told.deliver();
    await told.step(ticket, 'sign');
    stage.at(OVERDUE);
    await stage.server.app.get(ReminderPlan).run(OVERDUE);
    expect(await lines(leader)).toContain(`逊克县督办单〔2022〕1号还没反馈　${ORDER.title}`);
  });
});
