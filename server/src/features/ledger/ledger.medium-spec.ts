import { HEIHE_2022 } from '@jiannuo/shared/samples';
import type { LedgerRowView, LedgerYearView, MeasureView } from '@jiannuo/shared/ledger';
import type { TestApplication } from '../../../test/application';
import { describeOnEachDatabase } from '../../../test/databases';
import { aWordFile } from '../../../test/files';
import { openLedgerStage, type LedgerStage } from '../../../test/ledger-stage';
import { LedgerMeasures } from '.';

function said(title: string) {
  const evidence = [{ id: 'e1', title, kind: 'document', attachmentId: null }];
  return { work: '张贴二维码。', result: '6类窗口全部亮码。', figure: '6', evidence };
}

describeOnEachDatabase('the ledger', (open) => {
  let stage: LedgerStage;
  let server: TestApplication;
  let lead: string;
  let officer: string;
  let groupId: string;

  beforeEach(async () => {
    stage = await openLedgerStage(open);
    ({ server, lead, officer, groupId } = stage);
  });
  afterEach(() => stage.close());

  it('gives every unit its months, what is not done first (art. 9)', async () => {
    const view = await stage.month();
    expect(view).toMatchObject({ unitName: '逊克县', period: '2022-05', cutOff: '2022-05-23', recheck: [] });
    expect(view.rows).toHaveLength(7);
    expect(view.rows.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'planned'));
    expect(view.periods).toHaveLength(9);
    const first = view.rows[0]!;
    expect((await stage.act(first, 'mark-done')).json()).toMatchObject({ state: 'done', revision: 2 });
    expect((await stage.month()).rows.at(-1)).toMatchObject({
      id: first.id,
      state: 'done',
      actions: ['record', 'reopen'],
    });
  });

  it('shows the month that runs where none is named, and the nearest one when that lies outside the cycle', async () => {
    const open = async () => {
      const [month, year] = await Promise.all([
        server.ask({ url: '/api/ledger/month', as: await server.signInAs('逊克县', 'liaison') }),
        server.ask({ url: '/api/ledger/year', as: await server.signInAs('市专班牵头单位', 'lead-officer') }),
      ]);
      return [month.json<{ period: string }>().period, year.json<LedgerYearView>().year];
    };
    server.clock.set('2022-05-17T04:00:00.000Z');
    expect(await open()).toEqual(['2022-05', 2022]);
    server.clock.set('2023-02-01T04:00:00.000Z');
    expect(await open()).toEqual(['2022-12', 2022]);
  });

  it('marks done with its evidence, a list being enough, and keeps every version (R55, R21)', async () => {
    const row = await stage.rowNamed('窗口亮码');
    const done = (await stage.act(row, 'mark-done', { completion: said('推广通知') })).json<LedgerRowView>();
    expect(done).toMatchObject({ state: 'done', figure: '6', evidence: [{ title: '推广通知' }] });
    const back = (await stage.act(done, 'reopen')).json<LedgerRowView>();
    expect(back).toMatchObject({ state: 'planned', work: '张贴二维码。' });
    const view = (await server.ask({ url: `/api/ledger/measures/${row.measureId}`, as: officer })).json<MeasureView>();
    expect(view.history.filter(({ period }) => period === '2022-05').map(({ action }) => action)).toEqual([
      'reopen',
      'mark-done',
      'plan',
    ]);
    expect(view.history[0]).toMatchObject({ byName: '逊克县联络员', number: 3 });
  });

  it('is not marked done without a word (art. 9)', async () => {
    const row = await stage.rowNamed('窗口亮码');
    const bare = { completion: { work: '', result: '', figure: '6', evidence: [] } };
    expect((await stage.act(row, 'mark-done', bare)).json()).toMatchObject({ code: 'ledger.nothing-said' });
  });

  it('shows the lead unit a file once its month is marked done, and not before', async () => {
    const row = await stage.rowNamed('窗口亮码');
    const id = await stage.upload(aWordFile('推广通知'), officer, '推广通知.docx');
    const evidence = [{ id: 'e1', title: '推广通知', kind: 'document', attachmentId: id }];
    const completion = { ...said(''), evidence };
    const kept = (await stage.act(row, 'record', { completion })).json<LedgerRowView>();
    expect((await server.ask({ url: `/api/attachments/${id}`, as: lead })).statusCode).toBe(404);
    await stage.act(kept, 'mark-done', { completion });
    expect((await server.ask({ url: `/api/attachments/${id}`, as: lead })).statusCode).toBe(200);
  });

  it('lets exactly one of two phones mark the same month', async () => {
    const row = await stage.rowNamed('窗口亮码');
    const answers = await Promise.all([
      stage.act(row, 'mark-done', { completion: said('甲') }),
      stage.act(row, 'mark-done', { completion: said('乙') }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const versions = await server.database.rows('SELECT id FROM ledger_revision WHERE subject_id = ?', [row.id]);
    expect(versions).toHaveLength(2);
  });

  it('answers a mark that is sent again from a lift as it did before', async () => {
    const row = await stage.rowNamed('窗口亮码');
    const body = { revision: row.revision, completion: said('推广通知') };
    const request = {
      method: 'POST',
      url: `/api/ledger/rows/${row.id}/mark-done`,
      as: officer,
      body,
      key: 'lift-0123456789abcdef',
    } as const;
    const once = await server.ask(request);
    const again = await server.ask(request);
    expect(again.json()).toEqual(once.json());
  });

  it('refuses what another has changed meanwhile, files of another unit, and steps that are not one’s own', async () => {
    const row = await stage.rowNamed('窗口亮码');
    await stage.act(row, 'record', { completion: said('推广通知') });
    expect((await stage.act(row, 'mark-done')).json()).toMatchObject({ code: 'ledger.row-moved' });
    const now = await stage.rowNamed('窗口亮码');
    const foreign = await stage.upload(aWordFile('别家'), await server.signInAs('孙吴县', 'liaison'), '别家.docx');
    const evidence = [{ id: 'e1', title: '别家的', kind: 'document', attachmentId: foreign }];
    expect((await stage.act(now, 'mark-done', { completion: { ...said(''), evidence } })).json()).toMatchObject({
      code: 'ledger.attachment-unknown',
    });
    expect((await stage.act(now, 'mark-done', {}, lead)).statusCode).toBe(403);
    expect((await stage.act(now, 'mark-done', {}, await server.signInAs('孙吴县', 'liaison'))).statusCode).toBe(404);
    expect((await stage.act(now, 'dance')).statusCode).toBe(422);
  });

  it('counts what is due after the cut-off as 按计划推进, and asks about it the month after (Q6)', async () => {
    expect((await stage.act(await stage.rowNamed('窗口亮码'), 'mark-on-schedule')).json()).toMatchObject({
      code: 'ledger.node-within',
      sentence: '5月23日 周一以后到期的才能记“按计划推进”，这项要在那以前完成。',
    });
    const late = await stage.rowNamed('银企对接');
    expect((await stage.act(late, 'mark-on-schedule')).json()).toMatchObject({ state: 'on-schedule' });
    expect((await stage.month(officer, '2022-06')).recheck.map(({ id }) => id)).toEqual([late.id]);
    const unitIds = (await server.database.rows<{ id: string }>("SELECT id FROM unit WHERE name = '逊克县'")).map(
      ({ id }) => id,
    );
    const scored = { actor: 'system', groupId, unitIds, period: '2022-05', now: server.clock.now() } as const;
    await server.transactions.run((tx) => server.app.get(LedgerMeasures).markScored(tx, scored));
    const [asked] = (await stage.month(officer, '2022-06')).recheck;
    expect(asked).toMatchObject({ isScored: true, actions: ['record', 'mark-done'] });
    expect((await stage.act(asked!, 'mark-done')).json()).toMatchObject({ state: 'done', actions: [] });
    expect((await stage.month(officer, '2022-06')).recheck).toEqual([]);
  });

  it('lets the lead unit give a month back with its reason, and the unit mark it again', async () => {
    const row = await stage.rowNamed('银企对接');
    const done = (await stage.act(row, 'mark-done')).json<LedgerRowView>();
    expect((await stage.act(done, 'return', {}, lead)).json()).toMatchObject({ code: 'ledger.reason-missing' });
    const returned = (await stage.act(done, 'return', { reason: '没有签到表' }, lead)).json<LedgerRowView>();
    expect(returned).toMatchObject({ state: 'returned', returnedReason: '没有签到表' });
    expect((await stage.month()).rows[0]).toMatchObject({ id: row.id, state: 'returned' });
    const noted = (await stage.act(returned, 'record', { completion: said('签到表') })).json<LedgerRowView>();
    expect(noted).toMatchObject({ state: 'returned', returnedReason: '没有签到表' });
    expect((await stage.act(noted, 'mark-done')).json()).toMatchObject({ state: 'done', returnedReason: '' });
  });

  it('reads back exactly what a score used, whatever came after it; then only corrections are added', async () => {
    const measures = server.app.get(LedgerMeasures);
    const row = await stage.rowNamed('窗口亮码');
    const done = (await stage.act(row, 'mark-done', { completion: said('推广通知') })).json<LedgerRowView>();
    const [unit] = await server.database.rows<{ id: string }>("SELECT id FROM unit WHERE name = '逊克县'");
    const now = server.clock.now();
    const scored = { actor: 'system', groupId, unitIds: [unit!.id], period: '2022-05', now } as const;
    await server.transactions.run((tx) => measures.markScored(tx, scored));
    expect((await stage.act(done, 'reopen')).json()).toMatchObject({ code: 'ledger.month-scored' });
    await server.ask({
      method: 'PUT',
      url: `/api/ledger/measures/${row.measureId}/ones`,
      as: officer,
      body: { contact: '新联系人' },
    });
    const corrected = await stage.act(done, 'correct-undone', { reason: '抽查没有亮码' }, lead);
    expect(corrected.json()).toMatchObject({ state: 'returned', isScored: true });
    const scope = { groupId, unitId: null };
    expect(await measures.at(scope, row.id, done.revision)).toMatchObject({
      state: 'done',
      figure: '6',
      measure: { title: '“码上诚信”窗口亮码', contact: '信用工作股负责人' },
    });
    expect(await measures.at({ groupId, unitId: 'another' }, row.id, done.revision)).toBeNull();
  });

  it('gives other subjects a month of one unit in a stable order, and the rows of measures they name', async () => {
    const measures = server.app.get(LedgerMeasures);
    const [unit] = await server.database.rows<{ id: string }>("SELECT id FROM unit WHERE name = '孙吴县'");
    const own = await measures.measuresOf({ groupId, unitId: null }, unit!.id, '2022-05');
    expect(own).toHaveLength(7);
    const numbers = own.map(({ measure }) => measure.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const { id, measureId } = own[3]!;
    const rowsOf = (ids: readonly string[]) => server.transactions.run((tx) => measures.rowsOf(tx, '2022-05', ids));
    expect(await rowsOf([measureId, 'another'])).toEqual([{ id, unitId: unit!.id, measureId }]);
    expect(await rowsOf([])).toEqual([]);
  });

  it('lets the unit fill in what is missing of the six ones, and shows who is complete (R20)', async () => {
    const units = (await server.ask({ url: '/api/ledger/year?year=2022', as: lead })).json<LedgerYearView>();
    const lacking = units.units.find(({ complete, measures }) => complete < measures)!;
    const liaison = await server.signInAs(lacking.unitName, 'liaison');
    const row = (await stage.month(liaison)).rows.find(({ measure }) => measure.leader === '')!;
    const filled = await server.ask({
      method: 'PUT',
      url: `/api/ledger/measures/${row.measureId}/ones`,
      as: liaison,
      body: { leader: '分管副职' },
    });
    expect(filled.json()).toMatchObject({ leader: '分管副职' });
    const after = (await server.ask({ url: '/api/ledger/year?year=2022', as: liaison })).json<LedgerYearView>();
    expect(after.units.map(({ unitName, complete }) => [unitName, complete])).toEqual([
      [lacking.unitName, lacking.complete + 1],
    ]);
    const other = await server.ask({
      method: 'PUT',
      url: `/api/ledger/measures/${row.measureId}/ones`,
      as: officer,
      body: { leader: '不是我' },
    });
    expect(other.statusCode).toBe(404);
  });

  it('shows the lead unit the year month by month, and a unit its own row only', async () => {
    await stage.act(await stage.rowNamed('窗口亮码', '2022-04'), 'mark-done');
    const year = (await server.ask({ url: '/api/ledger/year?year=2022', as: lead })).json<LedgerYearView>();
    const carrying = HEIHE_2022.units.filter(({ kind }) => !['lead', 'oversight'].includes(kind));
    expect(year.units.map(({ unitName }) => unitName)).toEqual(carrying.map(({ name }) => name));
    const xunke = year.units.find(({ unitName }) => unitName === '逊克县')!;
    expect(xunke.cells.map(({ total }) => total)).toEqual([7, 7, 7, 7, 7, 7, 7, 6, 6]);
    expect(xunke.cells[0]).toMatchObject({ done: 1, late: 6 });
    const own = (await server.ask({ url: '/api/ledger/year?year=2022', as: officer })).json<LedgerYearView>();
    expect(own.deadlines[0]).toMatchObject({ period: '2022-04', counts: { done: 1, late: 6 } });
    const lates = year.units.reduce((sum, { cells }) => sum + cells[0]!.late, 0);
    expect(year.deadlines[0]!.counts).toMatchObject({ done: 1, late: lates });
    expect(own.units.map(({ unitName }) => unitName)).toEqual(['逊克县']);
    expect((await server.ask({ url: '/api/ledger/year?year=2021', as: lead })).statusCode).toBe(404);
  });
});
