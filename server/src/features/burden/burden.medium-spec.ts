import {
  BURDEN_COLUMNS,
  burdenSums,
  type BurdenColumn,
  type BurdenMonthView,
  type BurdenUnitView,
  type LookView,
} from '@jiannuo/shared/burden';
import type { NoticeStanding } from '@jiannuo/shared/supervision';
import { describeOnEachDatabase } from '../../../test/databases';
import { openInspectionStage, type InspectionStage } from '../../../test/inspection-stage';
import type { ReportStage } from '../../../test/report-stage';
import { importSamplePlan } from '../../../test/ledger-stage';
import { codeOf, type SupervisionStage } from '../../../test/supervision-stage';

const AGAIN = {
  title: '报送“码上诚信”赋码进度',
  ground: 'report-due',
  requirement: '报送赋码户数和占比。',
  fields: {},
  answer: 'material',
  dueAt: '2022-05-25T10:00:00.000Z',
};

describeOnEachDatabase('The burden of units (M8)', (open) => {
  let scene: InspectionStage;
  let told: SupervisionStage;
  let stage: ReportStage;

  beforeEach(async () => {
    scene = await openInspectionStage(open);
    ({ told } = scene);
    ({ stage } = told);
  });
  afterEach(() => stage.close());

  const drafted = async (change: object, units = ['逊克县']): Promise<string> =>
    (await told.draft('slip', units, { ...AGAIN, ...change })).json<NoticeStanding>().id;
  const look = async (ask: string, names = ['逊克县'], as = told.writer, corrects = ''): Promise<LookView> => {
    const units = (await Promise.all(names.map((name) => told.unitOf(name)))).join(',');
    return (
      await stage.ask({
        url: `/api/burden/look?units=${units}&ask=${encodeURIComponent(ask)}&corrects=${corrects}`,
        as,
      })
    ).json();
  };
  const month = async (period = '2022-05'): Promise<BurdenMonthView> =>
    (await stage.ask({ url: `/api/burden/months/${period}`, as: told.writer })).json();
  const behind = async (unitId: string, period = '2022-05'): Promise<BurdenUnitView> =>
    (await stage.ask({ url: `/api/burden/months/${period}/units/${unitId}`, as: told.writer })).json();
  /** A slip that asked for material, and the material that came. */
  const brought = async (title: string): Promise<void> => {
    const ticket = await told.ticketOf(
      await told.issued('slip', ['逊克县'], { ...AGAIN, title, requirement: '报来。' }),
    );
    await told.step(ticket, 'sign');
    await told.step(ticket, 'answer', { text: '已附。', evidence: [] });
  };

  it('is shown before something is asked: what is held, and what the unit owes within the week', async () => {
    await brought('信用修复企业名单');
    const [unit] = (await look('报送信用修复企业名单')).units;
    expect(unit).toMatchObject({ unitName: '逊克县' });
    expect(unit!.duplicates.map(({ title }) => title)).toEqual(['工作提示单〔2022〕1号　信用修复企业名单']);
    expect(unit!.owed.map(({ title }) => title)).toContain('5月月报');
    expect((await look('报送联络员调整表')).units[0]!.duplicates).toEqual([]);
    expect((await look('报送信用修复企业名单', ['孙吴县'])).units[0]!.duplicates).toEqual([]);
  });

  it('is shown with what the unit still owes though its day has passed, first of all', async () => {
    const before = (await look('')).units[0]!.owed;
    const titles = (owed: typeof before) => owed.map(({ title }) => title);
    expect(titles(before)).toContain('5月月报');
    told.at('2022-05-21T02:00:00.000Z');
    const after = (await look('')).units[0]!.owed;
    expect(titles(after).slice(0, before.length)).toEqual(titles(before));
  });

  it('counts a notice once, though it is to be signed for and to be answered', async () => {
    const owedBy = async (): Promise<readonly string[]> => (await look('')).units[0]!.owed.map(({ title }) => title);
    const rowOf = async () => (await month()).rows.find(({ unitName }) => unitName === '逊克县')!;
    const [before, start] = [await owedBy(), await rowOf()];
    const order = await told.issued('order', ['逊克县'], { dueAt: '2022-05-20T10:00:00.000Z' });
    expect([...(await owedBy())].sort()).toEqual(['督办单〔2022〕1号签收', ...before].sort());
    const [corrected] = (await look('', ['逊克县'], told.writer, order)).units;
    expect(corrected!.owed.map(({ title }) => title)).toEqual(before);
    expect(await rowOf()).toMatchObject({ answers: start.answers + 1, owed: start.owed + 1 });
  });

  it('grows by nothing that is held already unless somebody says why', async () => {
    await brought('信用修复企业名单');
    const same = { title: '报送信用修复企业名单', requirement: '报名单。' };
    const id = await drafted(same);
    const refused = await told.move(id, 'send');
    expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'burden.held-already']);
    expect(refused.body).toContain('信用修复企业名单');
    const reasoned = await drafted({ ...same, fields: { duplicateReason: '名单有变，要新的。' } });
    expect((await told.move(reasoned, 'send')).statusCode).toBe(200);
    const other = await drafted(same, ['孙吴县']);
    expect((await told.move(other, 'send')).statusCode).toBe(200);
    const fresh = await drafted({ title: '报送联络员调整表', requirement: '报调整后的名单。' });
    expect((await told.move(fresh, 'send')).statusCode).toBe(200);
    const known = await drafted({ ...same, answer: 'none', dueAt: null });
    expect((await told.move(known, 'send')).statusCode).toBe(200);
  });

  it('is looked for in the months that are named; what is asked about something that has come is held by itself', async () => {
    await stage.handIn('逊克县');
    const sql = `SELECT o.id FROM obligation o JOIN unit u ON u.id = o.unit_id
      WHERE u.name = '逊克县' AND o.kind = 'monthly-report' AND o.period = '2022-05' AND o.group_id = ?`;
    const [report] = await stage.rows<{ id: string }>(sql, [stage.groupId]);
    told.at('2022-06-12T02:00:00.000Z');
    await Promise.all([told.notices(), told.notices(told.checker)]);
    told.at('2022-07-05T02:00:00.000Z');
    const due = { dueAt: '2022-07-25T10:00:00.000Z' };
    const refused = await told.move(await drafted({ ...due, title: '请报送5月月报', requirement: '请报来。' }), 'send');
    expect([codeOf(refused), refused.body.includes('月报')]).toEqual(['burden.held-already', true]);
    const vague = { ...due, title: '再补一份纸质件', requirement: '寄来。' };
    expect((await told.move(await drafted(vague), 'send')).statusCode).toBe(200);
    const linked = { ...vague, link: { kind: 'obligation', id: report!.id } };
    expect(codeOf(await told.move(await drafted(linked), 'send'))).toBe('burden.held-already');
    const id = await told.issued('slip', ['逊克县'], { ...AGAIN, ...vague });
    const correction = (await told.draft('slip', ['逊克县'], { ...AGAIN, ...vague }, id)).json<NoticeStanding>().id;
    expect((await told.move(correction, 'send')).statusCode).toBe(200);
    expect(codeOf(await told.move(await drafted(vague), 'send'))).toBe('burden.held-already');
  });

  it('finds what the report says under a heading, and before it came what it is going to say', async () => {
    const found = async () => (await look('报送5月“码上诚信”信用状况展示情况')).units[0]!.duplicates;
    expect(await found()).toMatchObject([{ source: 'heading', title: '月报（八）“码上诚信”', at: null }]);
    await stage.handIn('逊克县');
    expect(await found()).toMatchObject([{ source: 'heading', at: expect.any(String) as string }]);
  });

  it.each([
    ['报送5月月报', 'report'],
    ['请报送5月份月度工作推进情况', 'report'],
    ['报5月自查评分表', 'assessment'],
    ['报送联络员名单', 'directory'],
    ['报送分管领导姓名和电话', 'directory'],
    ['报送赋码户数', 'heading'],
  ])('finds what a unit hands in anyway or the product keeps: %s', async (ask, source) => {
    const [unit] = (await look(ask)).units;
    expect(unit!.duplicates.map((each) => each.source)).toEqual([source]);
  });

  it('finds the six ones in the ledger, the updates of the month, and what an order asks by its number', async () => {
    const asks = ['请报送“六个一”', '请报送5月工作动态', '报送督办单1号办理情况'];
    const found = async () => {
      const looks = await Promise.all(asks.map((ask) => look(ask)));
      return looks.map(({ units }) => units[0]!.duplicates.map(({ source, title }) => [source, title]));
    };
    expect(await found()).toEqual([[], [], []]);
    await importSamplePlan(stage.server, stage.groupId);
    const body = { title: '开展宣传', text: '进社区宣传3场。', evidence: [] };
    const sent = await stage.ask({ method: 'POST', url: '/api/work-updates', as: told.officer, body });
    expect(sent.statusCode).toBe(200);
    await told.issued('order', ['逊克县']);
    expect(await found()).toEqual([
      [['sixfold', '台账里的“六个一”']],
      [['update', '工作动态']],
      [['ticket', '督办单〔2022〕1号　“码上诚信”赋码进度滞后']],
    ]);
    const id = await drafted({ title: '请报送“六个一”', requirement: '报来。' });
    expect(codeOf(await told.move(id, 'send'))).toBe('burden.held-already');
  });

  it('finds what another notice asks for, answered or not, until that is withdrawn', async () => {
    const found = async () => (await look('再报一次信易贷典型案例')).units[0]!.duplicates.map(({ source }) => source);
    const asked = { ...AGAIN, title: '报送“信易贷”典型案例', requirement: '每县一篇。' };
    const id = await told.issued('slip', ['逊克县'], asked);
    expect(await found()).toEqual(['ticket']);
    expect((await told.move(id, 'void', told.writer, '不要了。')).statusCode).toBe(200);
    expect(await found()).toEqual([]);
  });

  it('stands on one sheet for every unit of the month, in the official order', async () => {
    const before = (await month()).rows;
    expect(before.map(({ unitName }) => unitName)).toContain('孙吴县');
    await brought('信用修复企业名单');
    const again = { ...AGAIN, title: '报送信用修复企业名单', fields: { duplicateReason: '名单有变。' } };
    await told.issued('slip', ['逊克县'], again);
    await told.issued('order', ['逊克县']);
    await scene.released({ method: 'on-site' });
    const row = (await month()).rows.find(({ unitName }) => unitName === '逊克县');
    const start = before.find(({ unitName }) => unitName === '逊克县');
    expect(row).toMatchObject({ notices: 3, materials: 2, repeats: 1, inspections: 1 });
    expect(row!.reports).toBe(start!.reports);
    expect(row!.owed).toBe(row!.reports + row!.answers + row!.materials);
    expect((await month('2022-07')).rows.every(({ notices, inspections }) => notices + inspections === 0)).toBe(true);
  });

  it('says of every number what is behind it, who asked and why again', async () => {
    await brought('信用修复企业名单');
    const again = { ...AGAIN, title: '报送信用修复企业名单', fields: { duplicateReason: '名单有变。' } };
    await told.issued('slip', ['逊克县'], again);
    const odd = { title: '"duplicateReason":"x"', requirement: '写明"duplicateReason":"x"。' };
    const [main, copied] = [await told.unitOf('逊克县'), await told.unitOf('孙吴县')];
    const addressees = [
      { unitId: main, part: 'main' },
      { unitId: copied, part: 'copy' },
    ];
    await told.issued('slip', [], { ...AGAIN, ...odd, addressees, fields: {} });
    await told.issued('order', ['逊克县']);
    await scene.released({ method: 'on-site' });
    await told.issued('instruction', ['逊克县'], {
      ground: 'leader-instruction',
      fields: { instruction: '限知悉的批示' },
      answer: 'receipt',
    });
    for (const row of (await month()).rows) {
      const { unitName, entries } = await behind(row.unitId);
      expect(unitName).toBe(row.unitName);
      const numbers = BURDEN_COLUMNS.map((column) => entries.filter(({ columns }) => columns.includes(column)).length);
      expect([unitName, numbers]).toEqual([unitName, BURDEN_COLUMNS.map((column) => row[column])]);
      expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort());
    }
    const { entries } = await behind(main);
    const repeats = entries.filter(({ columns }) => columns.includes('repeats'));
    expect(repeats).toMatchObject([
      {
        title: '工作提示单〔2022〕2号',
        matter: '报送信用修复企业名单',
        repeatReason: '名单有变。',
        by: expect.any(String) as string,
      },
    ]);
    expect(repeats[0]!.by).not.toBe('');
    const ticket = repeats[0]!.record!;
    expect((await stage.ask({ url: `/api/supervision/tickets/${ticket.id}`, as: told.writer })).statusCode).toBe(200);
    expect(entries.filter(({ columns }) => columns.includes('reports')).map(({ title }) => title)).toContain('5月月报');
    expect(JSON.stringify(entries)).not.toContain('批示');
    expect((await month()).rows.find(({ unitId }) => unitId === copied)).toMatchObject({ notices: 0, materials: 0 });
  });

  it('leaves for the files as a workbook with the rows behind the numbers, on record', async () => {
    await told.issued('slip', ['逊克县', '孙吴县'], { ...AGAIN, title: '=1+1', requirement: '报来。' });
    const url = '/api/burden/months/2022-05/export';
    const { rawPayload } = await stage.ask({ url, as: told.writer });
    const { default: readExcelFile } = await import('read-excel-file/node');
    const [sheet, behindIt] = (await readExcelFile(rawPayload)).map(({ data }) => data);
    const { rows } = await month();
    const numbersOf = (row: Readonly<Record<BurdenColumn, number>>) => BURDEN_COLUMNS.map((column) => row[column]);
    expect(sheet!.slice(2, rows.length + 3)).toEqual([
      ...rows.map((row) => [row.unitName, ...numbersOf(row)]),
      ['合计', ...numbersOf(burdenSums(rows))],
    ]);
    const entries = await Promise.all(rows.map(async ({ unitId }) => (await behind(unitId)).entries));
    expect(behindIt!.slice(2).map(([, , title, matter]) => [title, matter ?? ''])).toEqual(
      entries.flat().map(({ title, matter }) => [title, matter]),
    );
    expect(behindIt!.filter((row) => row[3] === '=1+1')).toHaveLength(4);
    const taken = await stage.rows<{ detail: string }>("SELECT detail FROM audit_entry WHERE action = 'file.download'");
    expect(taken.map(({ detail }) => (JSON.parse(detail) as { name: string }).name)).toEqual([
      '2022年5月减负账本.xlsx',
    ]);
  });

  it('is the lead unit’s sheet, and no unit’s', async () => {
    for (const as of [told.officer, await stage.as('逊克县', 'leader')]) {
      expect((await stage.ask({ url: '/api/burden/months/2022-05', as })).statusCode).toBe(403);
      expect((await stage.ask({ url: '/api/burden/look?units=&ask=', as })).statusCode).toBe(403);
      expect((await stage.ask({ url: '/api/burden/months/2022-05/export', as })).statusCode).toBe(403);
      const own = `/api/burden/months/2022-05/units/${await told.unitOf('逊克县')}`;
      expect((await stage.ask({ url: own, as })).statusCode).toBe(403);
    }
    for (const period of ['2022-13', '9999-12', '0000-01']) {
      expect((await stage.ask({ url: `/api/burden/months/${period}`, as: told.writer })).statusCode).toBe(422);
    }
    expect((await stage.ask({ url: '/api/burden/months/2999-12', as: told.writer })).statusCode).toBe(200);
    const [stranger] = await stage.rows<{ id: string }>('SELECT id FROM unit WHERE group_id <> ?', [stage.groupId]);
    for (const id of [stranger!.id, 'unknown', await told.unitOf('市专班牵头单位')]) {
      const answer = await stage.ask({ url: `/api/burden/months/2022-05/units/${id}`, as: told.writer });
      expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'burden.unit-not-found']);
    }
    const long = await stage.ask({ url: `/api/burden/look?units=&ask=${'a'.repeat(2_000)}`, as: told.writer });
    expect(long.statusCode).toBe(422);
  });
});
