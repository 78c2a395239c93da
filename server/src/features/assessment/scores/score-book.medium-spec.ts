import type { LightMyRequestResponse } from 'fastify';
import {
  linesOf,
  namesIn,
  numbersOf,
  toldNumber,
  type AssessmentView,
  type NumberKey,
  type ScoreHistoryView,
  type ScoreMatrixView,
} from '@jiannuo/shared/assessment';
import { tellTrace } from '@jiannuo/shared/scoring';
import type { DownloadsView } from '@jiannuo/shared/sheets';
import { openAnnualStage, type AnnualStage } from '../../../../test/annual-stage';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';
import { sheetsOf, type Rows } from '../../../../test/workbooks';
import { Database } from '../../../platform/database';
import { unzip } from '../../../platform/excel/zip-entries';

const HOSTILE = '=HYPERLINK("http://example.invalid","看这里")';
const GROUP = '黑河市政务守信践诺工作专班（样例）';

/** The parts of the file itself, as a spreadsheet would read them. */
function partsOf({ rawPayload }: LightMyRequestResponse, part: RegExp): string {
  const files = unzip(rawPayload, (name) => part.test(name), 16 * 1024 * 1024);
  return [...files.values()].map((file) => file.toString('utf8')).join('\n');
}

/** Every line that the screens open of a number: its title, its points, and the sentences of its trace. */
function shownOf(view: AssessmentView, key: NumberKey) {
  const names = namesIn(view);
  const told = toldNumber(view, key)!;
  return linesOf(told).map(({ title, points, node, readings }) => {
    const { counted, reckoned, article, rulings, changes } = tellTrace(node, { ...told, names, readings });
    const sentences = [counted, reckoned, [article], rulings, changes].map((lines) => lines.join('\n') || null);
    return [title, Number(points), ...sentences];
  });
}

/** The same of a line of the file: 满分 and 说明 left out. */
function printed(rows: Rows) {
  return rows.map(([title, points, , , ...sentences]) => [title, points, ...sentences]);
}

describeOnEachDatabase('Scores taken out as a workbook (annex 2, art. 12)', (open) => {
  let stage: AssessmentStage;

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at('2022-05-22T02:00:00.000Z');
  });
  afterEach(() => stage.close());

  const idOf = async (name: string): Promise<string> =>
    (await stage.rows<{ id: string }>('SELECT id FROM unit WHERE name = ?', [name]))[0]!.id;
  const downloads = async () => (await stage.get('/api/downloads', stage.lead)).json<DownloadsView>().rows;

  /** Corrects a fixed May of 逊克县 for a reason that would be a formula. */
  const correct = async (id: string): Promise<void> => {
    const { version, scores } = await stage.view(id, stage.lead);
    const undone = scores[0]!.month.measures.find(({ done }) => !done)!;
    const verdicts = [{ subject: 'measure', id: undone.id, counts: true, reason: HOSTILE }];
    const body = { version, review: { verdicts, reasons: {} }, reason: HOSTILE };
    expect((await stage.post(id, 'correct', stage.lead, body)).statusCode).toBe(200);
  };

  it('holds a month of all counties as on the screen, and each number with the very sentences that open there', async () => {
    const id = await stage.final('逊克县');
    await correct(id);
    const other = await stage.final('爱辉区');
    const sheets = await sheetsOf(await stage.get('/api/scores/export?period=2022-05', stage.lead));
    const table = sheets.get('各县得分')!;
    expect(table[0]![0]).toBe('2022年5月各县考评得分');
    expect(table[1]![0]).toBe(`${GROUP}　导出时间：2022年5月22日 10:00:00`);
    const { rows } = (await stage.get('/api/scores', stage.lead)).json<ScoreMatrixView>();
    for (const { unitName, cells } of rows) {
      const { raw, score } = cells.find(({ period }) => period === '2022-05')!;
      const line = table.find(([name]) => name === unitName)!;
      expect(line.slice(6, 8)).toEqual(raw === null ? [null, null] : [Number(raw), Number(score)]);
    }
    expect(table.slice(3).map(([name, ...line]) => [name, line.at(-1)])).toEqual([
      ['爱辉区', '已定稿'],
      ['北安市', '没报'],
      ['五大连池市', '没报'],
      ['嫩江市', '没报'],
      ['逊克县', '已定稿　有更正'],
      ['孙吴县', '没报'],
      ['按公文顺序排列，不排名次。月度得分已折算，有更正的按更正后的。', null],
    ]);
    const why = printed(sheets.get('各月来由')!);
    for (const [assessment, key] of [
      [id, 1],
      [id, 2],
      [other, 1],
    ] as const) {
      const shown = shownOf(await stage.view(assessment, stage.lead), key);
      expect(shown).toHaveLength(6);
      for (const line of shown) expect(why).toContainEqual(line);
    }
    expect(why.flat().join('\n')).toMatch(/当时多.*，多.*分。/);
    expect(await downloads()).toMatchObject([{ name: '2022年5月各县考评得分.xlsx' }]);
  });

  it('holds a year of all counties side by side, a corrected score as a number that says so', async () => {
    await correct(await stage.final('逊克县'));
    const answer = await stage.get('/api/scores/export?year=2022', stage.lead);
    const table = (await sheetsOf(answer)).get('各县得分')!;
    expect(table[2]).toEqual(['县（市、区）', ...[4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => `${String(month)}月`)]);
    const { rows } = (await stage.get('/api/scores', stage.lead)).json<ScoreMatrixView>();
    const score = rows.find(({ unitName }) => unitName === '逊克县')!.cells.find(({ number }) => number === 2)!.score;
    expect(table.find(([name]) => name === '逊克县')![2]).toBe(Number(score));
    expect(partsOf(answer, /styles\.xml$/)).toContain('formatCode="0.00&quot; 更正&quot;"');
  });

  it('holds a county’s own months, every number that it was told with its trace', async () => {
    const id = await stage.final('逊克县');
    await correct(id);
    const query = `?unitId=${await idOf('逊克县')}`;
    const { months } = (await stage.get('/api/scores/history', stage.officer)).json<ScoreHistoryView>();
    const numbers = numbersOf(months.find(({ assessmentId }) => assessmentId === id)!);
    for (const [reader, asked] of [
      [stage.officer, ''],
      [stage.lead, query],
    ] as const) {
      const sheets = await sheetsOf(await stage.get(`/api/scores/history/export${asked}`, reader));
      const table = sheets.get('得分')!;
      expect(table[2]).toEqual(['月份', ...numbers.map(({ label }) => label), '状态', '备注']);
      const line = table.find(([month]) => month === '5月')!;
      expect(line.slice(1, -2)).toEqual(numbers.map(({ value }) => Number(value)));
      const why = printed(sheets.get('各月来由')!);
      const view = await stage.view(id, reader);
      for (const key of ['self', 'reviewed', 1, 2] as const) {
        for (const shown of shownOf(view, key)) expect(why).toContainEqual(shown);
      }
    }
    const month = await sheetsOf(await stage.get('/api/scores/history/export?period=2022-05', stage.officer));
    expect(month.get('得分')![0]![0]).toBe('逊克县2022年5月考评得分');
    expect(month.get('得分')).toHaveLength(4);
  });

  it('holds beside the review that holds the one on which an earlier 定稿 stood', async () => {
    const id = await stage.final('逊克县');
    const reviewed = async (): Promise<number> => {
      const { months } = (await stage.get('/api/scores/history', stage.officer)).json<ScoreHistoryView>();
      return Number(months.find(({ assessmentId }) => assessmentId === id)!.reviewed);
    };
    const before = await reviewed();
    stage.at('2022-05-22T04:00:00.000Z');
    const words = { value: 'annex-3', text: '材料按附件3的表打分', basis: '附则', fromPeriod: '2022-05' };
    const body = { year: 2022, name: 'materials', ...words };
    const drafted = await stage.ask({ method: 'POST', url: '/api/rulings', as: stage.lead, body });
    const url = `/api/rulings/${drafted.json<{ id: string }>().id}/check`;
    await stage.ask({ method: 'POST', url, as: await stage.second(), body: {} });
    await stage.agree(id, stage.officer);
    await stage.post(id, 'finalise', stage.lead);
    const after = await reviewed();
    expect(after).not.toBe(before);
    const table = (await sheetsOf(await stage.get('/api/scores/history/export', stage.officer))).get('得分')!;
    const line = table.find(([month]) => month === '5月')!;
    const figures = ['原复核', '复核', '定稿', '按新口径定稿'].map((label) => line[table[2]!.indexOf(label)]);
    expect(figures).toEqual([before, after, before, after]);
  });

  it('keeps a reason that looks like a formula as plain text', async () => {
    await correct(await stage.final('逊克县'));
    for (const url of ['/api/scores/export', '/api/scores/history/export']) {
      const answer = await stage.get(url, url.includes('history') ? stage.officer : stage.lead);
      const texts = [...(await sheetsOf(answer)).values()]
        .flat(2)
        .filter((cell) => String(cell).includes('=HYPERLINK'));
      expect(texts.length).toBeGreaterThan(0);
      expect(partsOf(answer, /worksheets\/.*\.xml$/)).not.toContain('<f');
    }
  });

  it('reads the month of all counties in as many statements as that of one', async () => {
    await stage.final('逊克县');
    const statements = jest.spyOn(Database.prototype, 'rows');
    const countOf = async (): Promise<number> => {
      await stage.get('/api/scores/export', stage.lead);
      statements.mockClear();
      expect((await stage.get('/api/scores/export', stage.lead)).statusCode).toBe(200);
      return statements.mock.calls.length;
    };
    const one = await countOf();
    await stage.handIn('孙吴县');
    await stage.final('爱辉区');
    await stage.final('北安市');
    expect(await countOf()).toBe(one);
    expect(one).toBeLessThan(25);
    statements.mockRestore();
  });

  it('is refused for a unit that is not scored, instead of an empty table', async () => {
    const liaison = await stage.as('市教育局', 'liaison');
    const refused = [
      await stage.get('/api/scores/history/export', liaison),
      await stage.get(`/api/scores/history/export?unitId=${await idOf('市教育局')}`, stage.lead),
      await stage.get('/api/annual-results/export?year=2022', liaison),
    ];
    expect(refused.map((answer) => answer.json<{ code: string }>().code)).toEqual(
      Array<string>(3).fill('assessment.unit-not-scored'),
    );
    expect(await downloads()).toEqual([]);
  });

  it('tells a county nothing of others, nor of a review that is not confirmed, and what was refused is no download', async () => {
    const id = await stage.final('逊克县');
    const mine = await stage.handIn('孙吴县');
    const other = await stage.as('孙吴县', 'liaison');
    const { version } = await stage.view(mine, stage.lead);
    const review = { verdicts: [], reasons: { adjustment: '待核的话' } };
    await stage.put(mine, 'review', stage.lead, { version, review });
    const foreign = `/api/scores/history/export?unitId=${await idOf('逊克县')}`;
    expect((await stage.get(foreign, other)).statusCode).toBe(404);
    expect((await stage.get('/api/scores/export', other)).statusCode).toBe(403);
    expect((await stage.get('/api/scores/export?period=2022-02', stage.lead)).json()).toMatchObject({
      code: 'assessment.month-not-scored',
      sentence: '考评从4月到12月，2月不考评。',
    });
    expect((await stage.get('/api/scores/export?period=2022-13', stage.lead)).statusCode).toBe(422);
    expect(await downloads()).toEqual([]);
    const own = await sheetsOf(await stage.get('/api/scores/history/export', other));
    const texts = JSON.stringify([...own.values()]);
    expect(texts).not.toContain('逊克县');
    expect(texts).not.toContain('待核的话');
    expect(own.get('得分')![2]).toEqual(['月份', '自评', '状态', '备注']);
    expect((await stage.view(id, stage.lead)).scores).toHaveLength(1);
  });
});

describeOnEachDatabase('A year’s result taken out as a workbook (annex 2, 二（二）)', (open) => {
  let annual: AnnualStage;

  beforeEach(async () => {
    annual = await openAnnualStage(open);
  });
  afterEach(() => annual.stage.close());

  const book = async (as: string) =>
    sheetsOf(await annual.stage.ask({ url: '/api/annual-results/export?year=2022', as }));

  it('holds all counties for the lead unit, with the months and why, while the year is open and after', async () => {
    await annual.tellAll(['嫩江市 2022-04']);
    await annual.rule('annualReading', 'literal');
    const open = (await book(annual.lead)).get('年度成绩')!;
    expect(open[1]![0]).toContain(`${GROUP}　没定稿　导出时间：`);
    await annual.finalise();
    const sheets = await book(annual.lead);
    const table = sheets.get('年度成绩')!;
    expect(table[1]![0]).toContain('已定稿');
    const { rows } = await annual.view();
    for (const { unitName, results } of rows) {
      const { taskPart, innovation, total } = results[0]!;
      const line = table.find(([name]) => name === unitName)!;
      expect(line.slice(1, 4)).toEqual([Number(taskPart), Number(innovation), Number(total)]);
      expect(line[5]).toBe(65);
    }
    expect(table.find(([name]) => name === '嫩江市')![4]).toBe('没有得分，按0分：当月没有下达任务');
    const why = sheets.get('年度来由')!.flat().join('\n');
    expect(why).toContain('各月合计585.00分，按9个月平均，每月65.00分。');
    expect(sheets.get('各月来由')!.filter(([title]) => title === '定稿得分')).toHaveLength(53);
    expect(
      sheets
        .get('经过')!
        .slice(3)
        .map(([name, step]) => [name, step]),
    ).toContainEqual(['逊克县', '定稿']);
  });

  it('holds a county’s own year alone, and its result once it is final', async () => {
    await annual.tellAll();
    await annual.rule('annualReading', 'literal');
    const before = (await book(annual.county)).get('年度成绩')!;
    expect(before[3]!.slice(0, 4)).toEqual(['逊克县', null, null, null]);
    await annual.finalise();
    await annual.post('publish', { year: 2022 });
    const sheets = await book(annual.county);
    expect(sheets.get('年度成绩')![0]![0]).toBe('逊克县2022年度成绩');
    expect(sheets.get('年度成绩')![3]!.slice(0, 4)).toEqual(['逊克县', 31.85, 0, 31.85]);
    expect(JSON.stringify([...sheets.values()])).not.toMatch(/爱辉区|孙吴县/);
  });
});
