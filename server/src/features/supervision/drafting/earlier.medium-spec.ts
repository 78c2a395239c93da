import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { codeOf, openSupervisionStage, talkFields, type SupervisionStage } from '../../../../test/supervision-stage';

/** After the orders of the stage were due. */
const OVERDUE = '2022-05-26T02:00:00.000Z';
const TALK = {
  ground: 'still-short',
  fields: talkFields('2022-06-01T01:00:00.000Z'),
  dueAt: '2022-06-02T10:00:00.000Z',
};

describeOnEachDatabase('约谈提醒 for what was not met after 督办 (art. 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
  });
  afterEach(() => stage.close());

  /** What sending a talk that rests on this notice answers: its refusal, or 200. */
  const talkOn = async (earlierId: string, unit = '逊克县'): Promise<string | number> => {
    stage.at(OVERDUE);
    const { id } = (await told.draft('talk', [unit], { ...TALK, earlierId })).json<{ id: string }>();
    const sent = await told.move(id, 'send');
    return sent.statusCode === 200 ? 200 : codeOf(sent);
  };
  const finished = async (order: string): Promise<void> => {
    const ticket = await told.ticketOf(order);
    await told.step(ticket, 'sign');
    await told.step(ticket, 'answer', { text: '达到了。', evidence: [] });
    await told.step(ticket, 'finish', {}, told.writer);
  };

  it('rests on an order of this unit that is due and not met', async () => {
    const order = await told.issued('order', ['逊克县']);
    expect(await talkOn(order)).toBe(200);
    expect(await talkOn(order, '北安市')).toBe('supervision.earlier-unfit');
  });

  it('rests on no slip, and on no order that was finished, declared void, corrected or is not due yet', async () => {
    const slip = { ground: 'report-due', fields: {}, answer: 'material' };
    expect(await talkOn(await told.issued('slip', ['逊克县'], slip))).toBe('supervision.earlier-kind');
    stage.at('2022-05-16T02:00:00.000Z');
    const done = await told.issued('order', ['逊克县']);
    await finished(done);
    const voided = await told.issued('order', ['逊克县']);
    await told.move(voided, 'void', told.writer, '发错了。');
    const corrected = await told.issued('order', ['逊克县']);
    await told.issued('order', ['逊克县'], {}, corrected);
    const ahead = await told.issued('order', ['逊克县'], { dueAt: '2022-09-30T10:00:00.000Z' });
    expect([await talkOn(done), await talkOn(voided), await talkOn(corrected), await talkOn(ahead)]).toEqual([
      'supervision.earlier-finished',
      'supervision.earlier-voided',
      'supervision.earlier-corrected',
      'supervision.earlier-not-due',
    ]);
  });

  it('can be corrected although the order was met meanwhile', async () => {
    const order = await told.issued('order', ['逊克县']);
    stage.at(OVERDUE);
    const talk = await told.issued('talk', ['逊克县'], { ...TALK, earlierId: order });
    await finished(order);
    const better = await told.issued('talk', ['逊克县'], { ...TALK, earlierId: order }, talk);
    expect(await told.notice(better)).toMatchObject({ state: 'issued', number: '约谈提醒〔2022〕2号' });
  });
});
