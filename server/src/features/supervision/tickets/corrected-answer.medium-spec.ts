import { toDoLines } from '@jiannuo/shared/notifications';
import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import { codeOf, openTicketStage, type SupervisionStage } from '../../../../test/supervision-stage';

const MATERIAL = { answer: 'material', ground: 'report-due', fields: {}, title: '报送典型案例' };
const CORRECTED = { ...MATERIAL, title: '报送典型案例（更正）' };
const SAID = { text: '见附件。', evidence: [] };
const HANDED_IN = '2022-05-17T02:00:00.000Z';
const AFTER_DUE = '2022-05-27T02:00:00.000Z';

describeOnEachDatabase('A corrected notice for which what its unit sent before stands (ADR 18)', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;
  let noticeId: string;
  let ticket: string;

  beforeEach(async () => {
    ({ told, stage } = await openTicketStage(open));
    const first = await told.issued('slip', ['逊克县'], MATERIAL);
    const before = await told.ticketOf(first);
    await told.step(before, 'sign');
    stage.at(HANDED_IN);
    await told.step(before, 'answer', SAID);
    stage.at('2022-05-17T03:00:00.000Z');
    noticeId = await told.issued('slip', ['逊克县'], CORRECTED, first);
    ticket = await told.ticketOf(noticeId);
  });
  afterEach(() => stage.close());

  const line = async () => toDoLines(await told.inbox(told.officer)).filter(({ target }) => target.id === ticket);
  const metAt = async () => {
    const sql = `SELECT met_at AS metAt FROM obligation WHERE kind = 'material' AND record_id = ?`;
    return (await stage.rows<{ metAt: string | null }>(sql, [ticket]))[0]?.metAt;
  };

  it('is late for nobody once it is signed, and asks for no more time', async () => {
    expect((await told.ticket(ticket)).metAt).toBe(HANDED_IN);
    await told.step(ticket, 'sign');
    for (const now of ['2022-05-17T04:00:00.000Z', AFTER_DUE]) {
      stage.at(now);
      for (const as of [told.officer, told.writer]) {
        expect(await told.ticket(ticket, as)).toMatchObject({ state: 'working', dueAt: null, metAt: HANDED_IN });
      }
      expect((await told.ticket(ticket)).actions).toEqual(['note', 'hand-over', 'answer']);
      const asked = await told.step(ticket, 'ask-extension', {
        text: '要等数据。',
        dueAt: '2022-05-31T10:00:00.000Z',
        lateReason: '等数据',
      });
      expect([asked.statusCode, codeOf(asked)]).toEqual([409, 'supervision.extension-met']);
    }
    expect((await told.notice(noticeId)).tickets.overdue).toBe(0);
    expect(codeOf(await told.step(ticket, 'urge', {}, told.writer))).toBe('supervision.urge-not-due');
  });

  it('stands in its unit’s list without a light until the corrected text is signed and answered', async () => {
    expect(await line()).toMatchObject([{ about: '工作提示单〔2022〕2号　要签收' }]);
    await told.step(ticket, 'sign');
    stage.at(AFTER_DUE);
    expect(await line()).toMatchObject([
      { title: CORRECTED.title, about: '工作提示单〔2022〕2号　前一份已交，请核对更正后的要求并反馈', dueAt: null },
    ]);
    expect(
      toDoLines(await told.inbox(await stage.as('孙吴县', 'liaison'))).filter(({ target }) => target.id === ticket),
    ).toEqual([]);
    await told.step(ticket, 'answer', SAID);
    expect(await line()).toEqual([]);
    await told.step(ticket, 'return', { text: '再补一句。' }, told.writer);
    expect(await told.ticket(ticket)).toMatchObject({ state: 'returned', metAt: null });
    expect((await told.ticket(ticket)).dueAt).not.toBeNull();
  });

  it('keeps the time of the first hand-in when the answer to the corrected text is taken back', async () => {
    await told.step(ticket, 'sign');
    await told.step(ticket, 'answer', SAID);
    expect((await told.step(ticket, 'take-back')).statusCode).toBe(200);
    expect(await metAt()).toBe(HANDED_IN);
    stage.at(AFTER_DUE);
    await told.step(ticket, 'answer', SAID);
    expect(await metAt()).toBe(HANDED_IN);
  });
});
