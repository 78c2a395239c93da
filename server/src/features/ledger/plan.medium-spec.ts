import type { LightMyRequestResponse } from 'fastify';
import { sampleLedger, HEIHE_2022 } from '@jiannuo/shared/samples';
import { LEDGER_SHEET, type ImportPreview } from '@jiannuo/shared/ledger';
import type { InboxView } from '@jiannuo/shared/notifications';
import type { TestApplication } from '../../../test/application';
import { describeOnEachDatabase } from '../../../test/databases';
import { aWordFile } from '../../../test/files';
import { LEAD, listOf, openLedgerStage, TITLES, type LedgerStage } from '../../../test/ledger-stage';
import { ObligationOpening } from '../obligations';
import { LedgerMeasures } from './ledger.measures';
import { execute } from '../../platform/database';
import { readWorkbook } from '../../platform/excel';
import { OutboxDispatcher } from '../../platform/outbox';

const OF_MEASURE = `SELECT r.unit_id AS rowUnitId FROM ledger_row r JOIN ledger_measure m ON m.id = r.measure_id
  WHERE m.number = ?`;

describeOnEachDatabase('the year’s plan', (open) => {
  let stage: LedgerStage;
  let server: TestApplication;
  let lead: string;
  let officer: string;

  beforeEach(async () => {
    stage = await openLedgerStage(open);
    ({ server, lead, officer } = stage);
  });
  afterEach(() => stage.close());

  const tables = async (): Promise<number[]> => {
    const names = ['ledger_measure', 'ledger_row', 'ledger_revision', 'ledger_plan_revision'];
    return Promise.all(names.map(async (name) => (await server.database.rows(`SELECT id FROM ${name}`)).length));
  };

  it('is exported and imported again without a change (F55)', async () => {
    const exported = await server.ask({ url: '/api/ledger/export?year=2022', as: lead });
    expect(exported.headers['content-disposition']).toContain('.xlsx');
    const before = await tables();
    const answer = (await stage.preview(await stage.upload(exported.rawPayload))).json<ImportPreview>();
    expect(answer).toMatchObject({
      faults: [],
      changes: [],
      unchanged: sampleLedger(HEIHE_2022).length,
      planRevision: 1,
    });
    expect(await tables()).toEqual(before);
    expect((await readWorkbook(exported.rawPayload, [LEDGER_SHEET])).sheets[0]!.rows[0]).toEqual(TITLES);
  });

  it('shows what an import will change before it changes it, and keeps the file as its basis (R3)', async () => {
    const sheet = await readWorkbook((await server.ask({ url: '/api/ledger/export?year=2022', as: lead })).rawPayload, [
      LEDGER_SHEET,
    ]);
    const rows = sheet.sheets[0]!.rows.slice(1).filter((cells) => cells[0] !== '2');
    const changed = rows.map((cells) =>
      cells[0] === '1' && cells[11] === '5月'
        ? cells.map((cell, index) => (index === 12 ? '改了的目标' : cell))
        : cells,
    );
    const id = await stage.upload(await listOf(changed));
    const answer = (await stage.preview(id)).json<ImportPreview>();
    expect(answer).toMatchObject({ added: 0, changed: 1, removed: 1, faults: [] });
    expect(answer.changes.find(({ kind }) => kind === 'changed')!.words).toEqual([
      '5月工作目标：存量事项逐件定办结时间 → 改了的目标',
    ]);
    expect((await stage.importFile(id, answer.planRevision)).json()).toEqual({
      planRevision: 2,
      added: 0,
      changed: 1,
      removed: 1,
    });
    const [version] = await server.database.rows(
      'SELECT number, reason, attachment_id, by_unit_name FROM ledger_plan_revision WHERE number = 2',
    );
    expect(version).toEqual({ number: 2, reason: '调整', attachment_id: id, by_unit_name: LEAD });
    expect((await stage.importFile(id, answer.planRevision)).json()).toMatchObject({ code: 'ledger.plan-moved' });
    expect((await stage.importFile(id, 2)).json()).toMatchObject({ code: 'ledger.nothing-changed' });
  });

  it('imports nothing when one row is wrong, and names every one', async () => {
    const before = await tables();
    const right = ['', '任务', '一', '措施甲', '逊克县', '', '', '', '', '', '', '4月', '目标', '', '', '', ''];
    const wrong = [
      right,
      right,
      ['', '任务', '二十', '措施乙', '无名局', '', '', '', '', '-1', '户', '3月', '', '', '', '', ''],
    ];
    const answer = (await stage.preview(await stage.upload(await listOf(wrong)))).json<ImportPreview>();
    expect(answer.faults.map(({ row, column }) => [row, column])).toEqual([
      [4, '任务标题'],
      [4, '责任单位'],
      [4, '目标数'],
      [4, '月份'],
      [4, '工作目标'],
    ]);
    const refused = await stage.importFile(await stage.upload(await listOf(wrong)), 1);
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ code: 'ledger.list-faulty' });
    expect(await tables()).toEqual(before);
    expect((await stage.preview(await stage.upload(aWordFile(), lead, '台账.docx'))).json()).toMatchObject({
      code: 'ledger.not-excel',
    });
    expect((await stage.preview('nothing')).statusCode).toBe(404);
  });

  it('does not take a done month out, nor change a scored one', async () => {
    const row = await stage.rowNamed('窗口亮码');
    await stage.act(row, 'mark-done');
    const body = { year: 2022, planRevision: 1, number: row.measure.number, reason: '不做了' };
    const refused = await server.ask({ method: 'POST', url: '/api/ledger/measures/remove', as: lead, body });
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({
      code: 'ledger.done-month-removed',
      sentence: expect.stringMatching(/^第\d+号 逊克县 “码上诚信”窗口亮码，5月已经完成，不能去掉。$/),
    });
    const other = await stage.rowNamed('银企对接');
    const removed = await server.ask({
      method: 'POST',
      url: '/api/ledger/measures/remove',
      as: lead,
      body: { ...body, number: other.measure.number },
    });
    expect(removed.json()).toMatchObject({ removed: 1 });
    expect((await stage.month()).rows).toHaveLength(6);
  });

  it('lets the lead unit add and change a single measure by the same rules (R4)', async () => {
    const measure = {
      task: '信用惠企',
      heading: '九',
      title: '新的措施',
      unit: '逊克县专班',
      leader: '',
      section: '',
      scheme: '',
      contact: '',
      targetGoal: '',
      targetUnit: '',
      months: [{ month: '5月', goal: '办1场', timetable: '', nodeOn: '', route: '', detail: '' }],
    };
    const save = (more: object): Promise<LightMyRequestResponse> =>
      server.ask({
        method: 'PUT',
        url: '/api/ledger/measures',
        as: lead,
        body: { year: 2022, number: null, planRevision: 1, reason: '新增', measure, ...more },
      });
    expect(
      (await save({ measure: { ...measure, months: [{ ...measure.months[0], month: '3月' }] } })).json(),
    ).toMatchObject({
      code: 'ledger.measure-faulty',
      sentence: '月份：2022年的台账从4月到12月，不含“3月”。',
    });
    expect((await save({})).json()).toMatchObject({ added: 1, planRevision: 2 });
    const number = (await stage.rowNamed('新的措施')).measure.number;
    const changed = {
      number,
      planRevision: 2,
      measure: { ...measure, months: [...measure.months, { ...measure.months[0], month: '6月' }] },
    };
    expect((await save(changed)).json()).toMatchObject({ changed: 1, planRevision: 3 });
    expect((await stage.month(officer, '2022-06')).rows).toHaveLength(8);
    expect((await save({ planRevision: 1 })).json()).toMatchObject({ code: 'ledger.plan-moved' });
    expect((await save({ planRevision: 3, measure: { ...measure, title: '又一项' } })).json()).toMatchObject({
      added: 1,
    });
    await server.app.get(OutboxDispatcher).drain();
    const told = (await server.ask({ url: '/api/inbox', as: officer })).json<InboxView>().toKnow;
    expect(told.filter(({ target }) => target.kind === 'ledger')).toMatchObject([
      { title: '5月台账加了1项措施：又一项' },
      { title: '6月台账加了1项措施：新的措施', target: { id: '2022-06' } },
      { title: '5月台账加了1项措施：新的措施', body: '理由：新增。', target: { id: '2022-05' } },
    ]);
    await server.app.get(ObligationOpening).openPeriod(stage.groupId, '2022-05');
    const met = `UPDATE obligation SET met_at = ?, channel = 'app' WHERE kind = 'self-assessment' AND period = '2022-05'`;
    await server.transactions.run((tx) => execute(tx, met, [server.clock.now()]));
    expect((await save({ planRevision: 4, measure: { ...measure, title: '交后才加的' } })).json()).toMatchObject({
      code: 'ledger.handed-in-early-month-added',
      sentence: '逊克县 交后才加的：逊克县5月自查评分已交，不能再加措施。可以请它在复核前撤回，或加到6月。',
    });
    const { rowUnitId } = (await server.database.rows<{ rowUnitId: string }>(OF_MEASURE, [number]))[0]!;
    const scored = { actor: 'system', groupId: stage.groupId, unitIds: [rowUnitId], period: '2022-06' } as const;
    const now = server.clock.now();
    await server.transactions.run((tx) => server.app.get(LedgerMeasures).markScored(tx, { ...scored, now }));
    const late = { ...measure, title: '评分后才加的', months: [{ ...measure.months[0], month: '6月' }] };
    expect((await save({ planRevision: 4, measure: late })).json()).toMatchObject({
      code: 'ledger.scored-month-added',
      sentence: '逊克县 评分后才加的：逊克县6月已经评分，不能再加措施。可以加到7月。',
    });
    const exported = await server.ask({ url: '/api/ledger/export?year=2022', as: lead });
    const listed = (await readWorkbook(exported.rawPayload, [LEDGER_SHEET])).sheets[0]!.rows.slice(1);
    const row = listed.find((cells) => cells.includes('新的措施') && cells.includes('6月'))!;
    const again = row.map((cell, index) => (index === 0 ? '' : cell === '新的措施' ? '评分后才加的' : cell));
    const answer = await stage.preview(await stage.upload(await listOf([...listed, again])));
    expect(answer.json<ImportPreview>().faults).toMatchObject([{ row: listed.length + 2 }]);
  });
});
