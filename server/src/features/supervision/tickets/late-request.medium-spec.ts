import { toDoLines } from '@jiannuo/shared/notifications';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { ANSWER_DUE, codeOf, openTicketStage, type SupervisionStage } from '../../../../test/supervision-stage';

const NUMBER = '工作提示单〔2022〕1号';
const MATERIAL = { answer: 'material', ground: 'report-due', fields: {}, title: '报送典型案例' };
const SAID = { text: '见附件。', evidence: [] };
/** Until when the unit asks; a moment between the due time and that; and one after both. */
const WISHED = '2022-05-31T10:00:00.000Z';
const HANDED_IN = '2022-05-26T02:00:00.000Z';
const AFTER_ALL = '2022-06-01T02:00:00.000Z';

describeOnEachDatabase('A request for more time of a unit that hands in meanwhile (art. 14)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let ticket: string;

  beforeEach(async () => {
    ({ told, stage } = await openTicketStage(open));
    ticket = await told.ticketOf(await told.issued('slip', ['逊克县'], MATERIAL));
    await told.step(ticket, 'sign');
  });
  afterEach(() => stage.close());

  const ask = (lateReason = '') =>
    told.step(ticket, 'ask-extension', { text: '要等数据。', dueAt: WISHED, lateReason });
  const handIn = async (at = HANDED_IN): Promise<void> => {
    stage.at(at);
    expect((await told.step(ticket, 'answer', SAID)).statusCode).toBe(200);
  };
  const byLead = (action: 'grant-extension' | 'refuse-extension' | 'finish' | 'return', said: object = {}) =>
    told.step(ticket, action, { text: '说明。', ...said }, told.writer);
  const forLead = () => told.ticket(ticket, told.writer);
  const waiting = async () => (await stage.ask({ url: '/api/supervision/waiting', as: told.writer })).json<unknown>();
  const material = () =>
    stage.rows<{ id: string; dueAt: string; metAt: string }>(
      `SELECT id, due_at AS dueAt, met_at AS metAt FROM obligation WHERE kind = 'material' AND record_id = ?`,
      [ticket],
    );

  it('goes on to wait where it was late by the lead unit’s silence, and is answered before the review', async () => {
    await ask();
    await handIn();
    expect(await forLead()).toMatchObject({
      state: 'answered',
      askedDueAt: WISHED,
      reviewDueAt: '2022-05-18T16:00:00.000Z',
      actions: ['grant-extension'],
    });
    expect(await waiting()).toEqual({ reviews: 0, requests: 1, overdue: 1 });
    const [row] = (await told.notices()).rows;
    expect([row?.tickets.waiting, row?.reviewDueAt]).toEqual([1, '2022-05-18T16:00:00.000Z']);
    expect(toDoLines(await told.inbox(told.writer)).find(({ target }) => target.id === ticket)).toMatchObject({
      about: `逊克县　${NUMBER}　反馈已交，延期申请等您答复`,
    });
    for (const action of ['finish', 'return'] as const) {
      const reviewed = await byLead(action);
      expect([reviewed.statusCode, codeOf(reviewed)]).toEqual([409, 'supervision.request-first']);
    }
    expect(codeOf(await byLead('refuse-extension'))).toBe('supervision.refused-too-late');
  });

  it('makes what came before the time that is given in time, with the old time in its history', async () => {
    await ask();
    await handIn();
    expect((await byLead('grant-extension')).statusCode).toBe(200);
    const [owed] = await material();
    expect(owed).toMatchObject({ dueAt: WISHED, metAt: HANDED_IN });
    expect(
      await stage.rows(
        `SELECT kind, from_due_at AS "from", to_due_at AS "to", reason FROM obligation_change WHERE obligation_id = ?`,
        [owed!.id],
      ),
    ).toEqual([{ kind: 'extended', from: ANSWER_DUE, to: WISHED, reason: '说明。' }]);
    expect(await forLead()).toMatchObject({ askedDueAt: null, answerDueAt: WISHED, actions: ['finish', 'return'] });
    expect(await waiting()).toEqual({ reviews: 1, requests: 0, overdue: 0 });
    await told.deliver();
    expect((await told.inbox(told.officer)).toKnow.map(({ title, body }) => [title, body])).toContainEqual([
      `${NUMBER}延到5月31日 周二 18:00前　报送典型案例`,
      '同意延期。',
    ]);
    expect((await byLead('finish')).json()).toMatchObject({ state: 'finished' });
  });

  it('is given as it was asked also once that time is over, but not to a time that is none', async () => {
    await ask();
    await handIn();
    stage.at(AFTER_ALL);
    const sooner = await byLead('grant-extension', { dueAt: ANSWER_DUE });
    expect([sooner.statusCode, codeOf(sooner)]).toEqual([422, 'obligations.due-not-later']);
    const further = await byLead('grant-extension', { dueAt: '2022-08-31T10:00:00.000Z' });
    expect(codeOf(further)).toBe('obligations.due-too-far');
    expect((await byLead('grant-extension', { text: '' })).statusCode).toBe(200);
    expect((await material())[0]).toMatchObject({ dueAt: WISHED, metAt: HANDED_IN });
  });

  it('made after the due time is refused also after the hand-in, which stays late', async () => {
    stage.at('2022-05-26T01:00:00.000Z');
    await ask('经办人住院。');
    await handIn();
    expect((await forLead()).actions).toEqual(['grant-extension', 'refuse-extension']);
    expect((await byLead('refuse-extension')).statusCode).toBe(200);
    expect((await material())[0]).toMatchObject({ dueAt: ANSWER_DUE, metAt: HANDED_IN });
    await told.deliver();
    expect((await told.inbox(told.officer)).toKnow.map(({ title, body }) => [title, body])).toContainEqual([
      `${NUMBER}没有同意延期　报送典型案例`,
      '说明。时限仍是5月25日 周三 18:00前。',
    ]);
    expect((await byLead('return')).json()).toMatchObject({ state: 'returned' });
  });

  it('is needed no more by whoever hands in in time, and may be dropped by its unit', async () => {
    await ask();
    await handIn('2022-05-24T02:00:00.000Z');
    expect(await forLead()).toMatchObject({ askedDueAt: null, actions: ['finish', 'return'] });
    const late = await told.ticketOf(await told.issued('slip', ['逊克县'], { ...MATERIAL, title: '报送另一件' }));
    ticket = late;
    await told.step(late, 'sign');
    await told.step(late, 'ask-extension', { text: '要等数据。', dueAt: WISHED });
    await handIn();
    expect((await told.ticket(late)).actions).toEqual(['drop-extension']);
    expect((await told.step(late, 'drop-extension')).statusCode).toBe(200);
    expect((await forLead()).actions).toEqual(['finish', 'return']);
  });

  it('goes on also where the lead unit enters what came late, and not where that came in time', async () => {
    const enter = (receivedAt: string) =>
      told.step(ticket, 'enter-answer', { text: '纸质送来。', receivedAt, channel: 'paper' }, told.writer);
    await ask();
    stage.at(AFTER_ALL);
    expect((await enter(HANDED_IN)).statusCode).toBe(200);
    expect(await forLead()).toMatchObject({ askedDueAt: WISHED, actions: ['grant-extension'] });
    const second = await told.ticketOf(
      await told.issued('slip', ['逊克县'], { ...MATERIAL, title: '另一件', dueAt: '2022-06-10T10:00:00.000Z' }),
    );
    ticket = second;
    await told.step(second, 'sign');
    await told.step(second, 'ask-extension', { text: '要等。', dueAt: '2022-06-14T10:00:00.000Z' });
    stage.at('2022-06-13T02:00:00.000Z');
    expect((await enter('2022-06-10T02:00:00.000Z')).statusCode).toBe(200);
    expect(await forLead()).toMatchObject({ askedDueAt: null, actions: ['finish', 'return'] });
  });

  it('is answered once by two officers at once', async () => {
    await ask();
    await handIn();
    const both = await Promise.all([byLead('grant-extension'), told.step(ticket, 'grant-extension', {}, told.checker)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(
      await stage.rows('SELECT id FROM obligation_change WHERE obligation_id = ?', [(await material())[0]!.id]),
    ).toHaveLength(1);
  });
});
