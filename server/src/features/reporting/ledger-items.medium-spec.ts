import type { LedgerItem, ListedMeasure, ReportView } from '@jiannuo/shared/reporting';
import { ObligationOpening } from '../obligations';
import { describeOnEachDatabase } from '../../../test/databases';
import { openLedgerStage, type LedgerStage } from '../../../test/ledger-stage';

describeOnEachDatabase('what is done in the ledger', (open) => {
  let stage: LedgerStage;

  beforeEach(async () => {
    stage = await openLedgerStage(open);
    await stage.server.app.get(ObligationOpening).openPeriod(stage.groupId, '2022-05');
  });
  afterEach(() => stage.close());

  const openReport = async (): Promise<ReportView> => {
    const { server, officer } = stage;
    const mine = (await server.ask({ url: '/api/obligations/mine', as: officer })).json<{
      open: { id: string; kind: string; period: string }[];
    }>();
    const owed = mine.open.find(({ kind, period }) => kind === 'monthly-report' && period === '2022-05')!;
    const opened = await server.ask({
      method: 'POST',
      url: '/api/reports',
      as: officer,
      body: { obligationId: owed.id },
    });
    const { reportId } = opened.json<{ reportId: string }>();
    return (await server.ask({ url: `/api/reports/${reportId}`, as: officer })).json();
  };
  const markDone = async (work: string) => {
    const row = await stage.rowNamed('窗口亮码');
    const evidence = [{ id: 'e1', title: '推广通知', kind: 'document', attachmentId: null }];
    const completion = { work, result: '6类窗口亮码。', figure: '', evidence };
    return stage.act(row, 'mark-done', { completion });
  };

  it('stands in the report when it is opened, under its heading, once, with its evidence (M1)', async () => {
    await markDone('张贴二维码。');
    const report = await openReport();
    expect(report.draft.content.headings.filter(({ items }) => items.length > 0)).toEqual([
      expect.objectContaining({
        id: 'h8',
        items: [
          expect.objectContaining({
            title: '“码上诚信”窗口亮码',
            work: '张贴二维码。',
            evidence: [expect.objectContaining({ title: '推广通知' })],
          }),
        ],
      }),
    ]);
    expect((await openReport()).draft.content).toEqual(report.draft.content);
  });

  it('stands beside what is listed and not done, for its own unit alone', async () => {
    await markDone('张贴二维码。');
    const { id } = await openReport();
    const url = `/api/reports/${id}/measures`;
    const listed = (await stage.server.ask({ url, as: stage.officer })).json<ListedMeasure[]>();
    expect(listed).toHaveLength(7);
    expect(listed.filter(({ state }) => state === 'done').map(({ headingId }) => headingId)).toEqual(['h8']);
    const other = await stage.server.signInAs('孙吴县', 'liaison');
    expect((await stage.server.ask({ url, as: other })).statusCode).toBe(404);
  });

  it('is offered to a report that was opened before, to its own unit alone', async () => {
    const report = await openReport();
    await markDone('张贴二维码。');
    const url = `/api/reports/${report.id}/ledger`;
    const offered = (await stage.server.ask({ url, as: stage.officer })).json<LedgerItem[]>();
    expect(offered).toMatchObject([{ headingId: 'h8', item: { work: '张贴二维码。' } }]);
    expect((await stage.server.ask({ url, as: await stage.server.signInAs('孙吴县', 'liaison') })).statusCode).toBe(
      404,
    );
    expect((await stage.server.ask({ url, as: stage.lead })).statusCode).toBe(403);
  });
});
