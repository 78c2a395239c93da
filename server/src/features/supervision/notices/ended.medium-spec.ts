import { describeOnEachDatabase } from '../../../../test/databases';
import type { ReportStage } from '../../../../test/report-stage';
import {
  openSupervisionStage,
  OVERSIGHT,
  oversightOf,
  secondOfficerOf,
  type SupervisionStage,
} from '../../../../test/supervision-stage';

const SAID = { text: '已查明原因。', evidence: [] };
const REASON = '文号用错，另行处理';

describeOnEachDatabase('The end of a notice, for whoever was done with it', (open) => {
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    told = await openSupervisionStage(open);
    ({ stage } = told);
  });
  afterEach(() => stage.close());

  const finish = async (ticket: string): Promise<void> => {
    await told.step(ticket, 'sign');
    await told.step(ticket, 'answer', SAID);
    await told.step(ticket, 'finish', {}, told.writer);
  };

  it('that is declared void stands on the ticket that was done as on the one that was not, with the reason', async () => {
    const notice = await told.issued('order', ['逊克县', '孙吴县']);
    const done = await told.ticketOf(notice);
    await finish(done);
    await told.move(notice, 'void', told.writer, REASON);
    const ended = { action: 'void', text: REASON };
    const officer = await stage.as('孙吴县', 'liaison');
    const other = await told.ticket(await told.ticketOf(notice, '孙吴县'), officer);
    expect(await told.ticket(done)).toMatchObject({ state: 'finished', noticeState: 'voided' });
    expect((await told.ticket(done)).history.at(-1)).toMatchObject(ended);
    expect(other.history.at(-1)).toMatchObject(ended);
    await told.deliver();
    expect((await told.inbox(told.officer)).toKnow[0]).toMatchObject({
      title: expect.stringContaining('督办单〔2022〕1号已作废') as string,
      body: '这一份不再作数，没办完的不用再办。',
    });
  });

  it('that is declared void counts for nobody: neither for who sent its material late nor for who sent none (Q11)', async () => {
    const asked = { answer: 'material', ground: 'report-due', fields: {}, title: '报送典型案例' };
    const notice = await told.issued('slip', ['逊克县', '孙吴县'], asked);
    const ticket = await told.ticketOf(notice);
    await told.step(ticket, 'sign');
    told.at('2022-05-26T02:00:00.000Z');
    expect((await told.step(ticket, 'answer', { ...SAID, lateReason: '等数据' })).statusCode).toBe(200);
    expect((await told.move(notice, 'void', told.writer, REASON)).statusCode).toBe(200);
    const owed = await stage.rows<{ unit: string; waived: string | null; met: string | null }>(
      `SELECT u.name AS unit, o.waive_reason AS waived, o.met_at AS met FROM obligation o JOIN unit u ON u.id = o.unit_id
       WHERE o.kind = 'material' ORDER BY u.name`,
    );
    expect(owed.map(({ waived }) => waived)).toEqual([REASON, REASON]);
    expect(owed.filter(({ met }) => met !== null)).toHaveLength(1);
  });

  it('that is declared void is read on a clue by the oversight group that had signed for it, which hears of it', async () => {
    const { liaisonId } = await oversightOf(stage);
    const clue = await told.issued('clue', [OVERSIGHT], {
      ground: 'duty-unmet',
      fields: { facts: '多次催办仍没有推进。', persons: '某县分管负责人' },
      answer: 'receipt',
      dueAt: null,
      accusedIds: [await told.unitOf('逊克县')],
      readerIds: [await secondOfficerOf(stage), liaisonId],
    });
    const oversight = await stage.as(OVERSIGHT, 'liaison');
    const ticket = await told.ticketOf(clue, OVERSIGHT);
    expect((await told.step(ticket, 'sign', {}, oversight)).statusCode).toBe(200);
    await told.move(clue, 'void', told.writer, REASON);
    const seen = await told.ticket(ticket, oversight);
    expect(seen).toMatchObject({ state: 'finished', noticeState: 'voided' });
    expect(seen.history.at(-1)).toMatchObject({ action: 'void', text: REASON });
    await told.deliver();
    expect((await told.inbox(oversight)).toKnow[0]).toMatchObject({
      title: '问题线索〔2022〕1号',
      body: '已作废，请打开看。',
    });
  });

  it('that is taken off the list says so to the unit that had met the condition', async () => {
    const listing = await told.issued('listing', ['逊克县'], {
      fields: { facts: '仍没有完成。', delistWhen: '补齐。' },
    });
    const ticket = await told.ticketOf(listing);
    await finish(ticket);
    await told.move(listing, 'delist', told.writer, '材料已补齐');
    expect((await told.ticket(ticket)).history.at(-1)).toMatchObject({ action: 'delist', text: '材料已补齐' });
  });

  it('that is withdrawn from its unit before is not told a second time', async () => {
    const notice = await told.issued('order', ['逊克县', '孙吴县']);
    const ticket = await told.ticketOf(notice);
    await told.step(ticket, 'withdraw', { text: '发错单位' }, told.writer);
    await told.move(notice, 'void', told.writer, REASON);
    expect((await told.ticket(ticket)).history.map(({ action }) => action)).toEqual(['withdraw']);
  });
});
