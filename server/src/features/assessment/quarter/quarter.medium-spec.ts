import type { QuartersView, QuarterView, ScoreHistoryView } from '@jiannuo/shared/assessment';
import type { InboxView } from '@jiannuo/shared/notifications';
import { describeOnEachDatabase } from '../../../../test/databases';
import { LEAD } from '../../../../test/ledger-stage';
import { COUNTIES, YearStage } from '../../../../test/year-stage';
import { insertRows } from '../../../platform/database';
import { OutboxDispatcher } from '../../../platform/outbox';
import { GroupYears } from '../../obligations';

const SECOND = ['2022-04', '2022-05', '2022-06'] as const;
const NEXT = ['2022-05-12', '2022-06-10', '2022-07-08'] as const;

describeOnEachDatabase('The counties’ quarter (每季度通报, art. 12)', (open) => {
  let year: YearStage;
  let id: string;

  /** A month from its opening to its 通报, reviewed from the records. */
  const tellMonth = async (index: number): Promise<void> => {
    const period = SECOND[index]!;
    year.at(`${period}-18T02:00:00.000Z`);
    await year.openMonth(period);
    year.at(`${period}-25T02:00:00.000Z`);
    for (const county of COUNTIES) id = await year.review(county, period);
    year.at(`${NEXT[index]!}T02:00:00.000Z`);
    await year.post(LEAD, '/api/assessments/finalise', { period });
    await year.post(LEAD, '/api/assessments/publish', { period });
  };
  const second = async (): Promise<QuarterView> =>
    (await year.get<QuartersView>(LEAD, '/api/quarters?year=2022')).quarters[0]!;
  /** The counties with an inbox line that begins so. */
  const heard = async (beginning: string): Promise<readonly unknown[]> => {
    const units = await year.server.database.rows<{ name: string }>(
      `SELECT DISTINCT u.name FROM notice n JOIN appointment p ON p.id = n.appointment_id JOIN unit u ON u.id = p.unit_id
       WHERE n.title LIKE ?`,
      [`${beginning}：%`],
    );
    return units.map(({ name }) => name).sort();
  };
  const ask = async (who: string, method: 'GET' | 'POST', url: string, body?: object) =>
    year.server.ask({ method, url, as: await year.as(who), ...(body === undefined ? {} : { body }) });
  const claimed = async (): Promise<readonly string[]> =>
    (await ask(LEAD, 'GET', '/api/inbox')).json<InboxView>().claims.map(({ title }) => title);
  const tell = (number = 0, quarter = 2) => ask(LEAD, 'POST', '/api/quarters/tell', { year: 2022, quarter, number });

  beforeEach(async () => {
    year = await YearStage.open(open);
  });
  afterEach(() => year.close());

  /** What stands over the table of the file. */
  const headOf = async (query: string): Promise<string> => {
    const file = (await ask(LEAD, 'GET', `/api/quarters/2022/2/export${query}`)).rawPayload;
    const { default: readExcelFile } = await import('read-excel-file/node');
    return String((await readExcelFile(file)).find(({ sheet }) => sheet === '二季度')!.data[1]?.[0]);
  };

  it('waits for its three months, and is told once, with its data, for every county', async () => {
    await tellMonth(0);
    await tellMonth(1);
    expect(await second()).toMatchObject({ toCome: ['2022-06'], told: null, mayTell: false });
    expect((await tell()).json()).toMatchObject({ code: 'assessment.quarter-to-come' });
    expect((await tell(1)).json()).toMatchObject({ code: 'assessment.quarter-to-come' });
    expect((await ask(LEAD, 'GET', '/api/quarters/2022/2/export')).statusCode).toBe(404);
    await tellMonth(2);
    const { rows, toCome, mayTell } = await second();
    expect([toCome, mayTell, rows.map(({ unitName }) => unitName)]).toEqual([[], true, [...COUNTIES]]);
    const [row] = rows;
    expect(row!.months.map(({ score }) => score)).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
    expect(await claimed()).toContain('二季度成绩可以通报了');
    expect((await tell()).json()).toEqual({ number: 1 });
    expect(await claimed()).not.toContain('二季度成绩可以通报了');
    expect((await second()).told).toMatchObject({ number: 1, rows });
    expect((await tell(1)).json()).toMatchObject({ code: 'assessment.quarter-told' });

    await year.server.app.get(OutboxDispatcher).drain();
    const { toKnow } = await year.get<InboxView>(COUNTIES[0], '/api/inbox');
    const scores = row!.months.map(({ score }) => score).join('、');
    const notice = toKnow.find(({ kind }) => kind === 'quarter-told');
    expect(notice?.title).toBe(`二季度成绩通报了：季平均${row!.mean ?? ''}（${scores}）`);
    expect(notice?.body).toContain(`季平均${row!.mean ?? ''}。`);

    const { default: readExcelFile } = await import('read-excel-file/node');
    const { quarters } = await year.get<ScoreHistoryView>(COUNTIES[0], '/api/scores/history');
    expect(quarters).toMatchObject([{ quarter: 2, number: 1, row }]);
    const book = (await ask(COUNTIES[0], 'GET', '/api/scores/history/export?year=2022')).rawPayload;
    const months = (await readExcelFile(book)).find(({ sheet }) => sheet === '得分')!.data;
    expect(months.find(([name]) => name === '二季度')).toEqual(
      expect.arrayContaining([Number(row!.mean), '第1次通报']),
    );

    const file = (await ask(LEAD, 'GET', '/api/quarters/2022/2/export')).rawPayload;
    const rowsOfFile = (await readExcelFile(file)).find(({ sheet }) => sheet === '二季度')!.data;
    expect(rowsOfFile[2]?.slice(0, 5)).toEqual(['县（市、区）', '4月', '5月', '6月', '季平均']);
    const numbers = [...row!.months.map(({ score }) => Number(score)), Number(row!.mean)];
    expect(rowsOfFile[3]?.slice(0, 5)).toEqual([row!.unitName, ...numbers]);
    const traces = (await readExcelFile(file)).find(({ sheet }) => sheet === '各月来由')!.data.map(([first]) => first);
    const heads = traces.filter((first) => String(first).startsWith(`${row!.unitName}　`));
    expect(heads.map((first) => String(first).split('　')[1])).toEqual(['2022年4月', '2022年5月', '2022年6月']);
  });

  it('is told anew beside what was told, once a month of it was corrected', async () => {
    for (const index of [0, 1, 2]) await tellMonth(index);
    await tell();
    const before = await second();
    const { version, records } = await year.assessment(LEAD, id);
    const undone = records.measures.find(({ done }) => !done)!;
    const verdicts = [{ subject: 'measure', id: undone.id, counts: true, reason: '材料补查到了' }];
    const order = { version, review: { verdicts, reasons: {} }, reason: '漏看一份材料' };
    await year.post(LEAD, `/api/assessments/${id}/correct`, order);
    await year.server.app.get(OutboxDispatcher).drain();
    const moved = await second();
    expect(moved).toMatchObject({ mayTell: true, told: { number: 1, rows: before.rows } });
    expect(await claimed()).toContain('二季度成绩可以再通报了');
    const both = await Promise.all([tell(1), tell(1)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await second()).told).toMatchObject({ number: 2, rows: moved.rows });
    await year.server.app.get(OutboxDispatcher).drain();
    expect(await heard('二季度成绩通报了')).toEqual([...COUNTIES].sort());
    expect(await heard('二季度成绩更正了')).toEqual([COUNTIES.at(-1)]);
    const rows = await year.server.database.rows('SELECT id FROM quarter_result');
    expect(rows).toHaveLength(2);
    expect((await second()).earlier).toMatchObject([{ number: 1 }]);
    expect(await headOf('?number=1')).toMatch(/第1次通报，之后6月有更正/u);
    expect(await headOf('?number=2')).not.toMatch(/更正/u);
    expect(await headOf('')).toMatch(/第2次通报/u);
    for (const [number, status] of [
      ['3', 404],
      ['0', 422],
      ['x', 422],
    ] as const) {
      const url = `/api/quarters/2022/2/export?number=${number}`;
      expect((await ask(LEAD, 'GET', url)).statusCode).toBe(status);
    }
    const last = COUNTIES.at(-1)!;
    const { quarters } = await year.get<ScoreHistoryView>(last, '/api/scores/history');
    const own = moved.rows.find(({ unitName }) => unitName === last);
    expect(quarters).toMatchObject([{ quarter: 2, number: 2, row: own }]);
  });

  it('is not told anew because a county was renamed', async () => {
    for (const index of [0, 1, 2]) await tellMonth(index);
    await tell();
    await year.server.database.rows('UPDATE unit SET name = ? WHERE name = ?', ['新爱辉区', COUNTIES[0]]);
    expect(await second()).toMatchObject({ mayTell: false });
    expect((await tell(1)).json()).toMatchObject({ code: 'assessment.quarter-told' });
  });

  it('does not wait for a past month in which nobody owed anything, and says that there is no mean', async () => {
    await tellMonth(1);
    await tellMonth(2);
    const { toCome, rows } = await second();
    expect([toCome, new Set(rows.map(({ mean }) => mean))]).toEqual([[], new Set([null])]);
    const [set] = await year.server.database.rows<{ settings: string; id: string }>(
      "SELECT * FROM group_year WHERE group_id = (SELECT group_id FROM unit WHERE name = '爱辉区')",
    );
    const next = { ...set!, id: 'next-year', year: 2023, settings: set!.settings.replaceAll('2022', '2023') };
    await year.server.transactions.run((tx) => insertRows(tx, 'group_year', [next]).then(() => null));
    year.server.app.get(GroupYears).forget();
    year.at('2023-05-17T02:00:00.000Z');
    expect(await claimed()).toContain('二季度成绩可以通报了');
    expect((await tell()).json()).toEqual({ number: 1 });
    const file = (await ask(LEAD, 'GET', '/api/quarters/2022/2/export')).rawPayload;
    const { default: readExcelFile } = await import('read-excel-file/node');
    const line = (await readExcelFile(file)).find(({ sheet }) => sheet === '二季度')!.data[3]!;
    expect([line[1], line[4], line[5]]).toEqual([null, null, '4月没有得分，不算季平均']);
  });

  it('is the lead unit’s to tell and to take out, and knows no quarter outside the cycle', async () => {
    for (const url of ['/api/quarters?year=2022', '/api/quarters/2022/2/export']) {
      expect((await ask(COUNTIES[0], 'GET', url)).statusCode).toBe(403);
    }
    expect((await tell(0, 1)).json()).toMatchObject({
      code: 'assessment.quarter-unknown',
      sentence: '一季度不在考评周期里，没有季度成绩。',
    });
    expect((await ask(LEAD, 'GET', '/api/quarters/2022/1/export')).json()).toMatchObject({
      code: 'assessment.quarter-unknown',
    });
    expect((await tell(0, 5)).statusCode).toBe(422);
  });
});
