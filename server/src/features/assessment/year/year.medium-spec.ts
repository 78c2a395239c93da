import type { AnnualView } from '@jiannuo/shared/assessment';
import { canonicalJson } from '@jiannuo/shared/kernel';
import type { Replay } from '@jiannuo/shared/rulings';
import { scoreMonth, scoreYear, type MonthScore } from '@jiannuo/shared/scoring';
import { AWARD, FIRST, NO, TASK } from '../../../../test/application-stage';
import { describeOnEachDatabase } from '../../../../test/databases';
import { LEAD } from '../../../../test/ledger-stage';
import { COUNTIES, CYCLE, YearStage, type Finding } from '../../../../test/year-stage';

// The year as it was made up, counties and months counted from 0. Everything below is reckoned from this page alone.
const [APRIL, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER] = [0, 2, 3, 4, 5, 6, 7];
const [AIHUI, BEIAN, WUDALIANCHI, NENJIANG, XUNKE, SUNWU] = [0, 1, 2, 3, 4, 5];
const listed = (month: number): number => (month >= NOVEMBER ? 6 : 7);
const undone = (county: number, month: number): number => (county + month) % 3;
const isLate = (county: number, month: number): boolean => county === month % 6;
const hasNoReport = (county: number, month: number): boolean => county === SUNWU && month === JULY;
const hasNoSheet = (county: number, month: number): boolean => county === BEIAN && month === OCTOBER;
const informs = (county: number, month: number): boolean => (county + month) % 4 === 0;
const isAdopted = (county: number): boolean => county % 2 === 0;
const adjustments = (county: number, month: number): number => {
  if (county === XUNKE) return month <= AUGUST ? 1 : 0;
  return county === AIHUI && month === JUNE ? 1 : 0;
};
const INNOVATIONS = [1, 0, 0, 0, 0, 2];

/** A month's points before the factor in 84ths, which sevenths, sixths and halves all are. */
function points84(county: number, month: number, findings: readonly Finding[]): number {
  const share = (84 * 40) / listed(month);
  const failed = findings.some((each) => each.county === county && each.month === month) ? 1 : 0;
  const accepted = county === NENJIANG && month === AUGUST ? 1 : 0;
  const done = listed(month) - undone(county, month) + accepted - failed;
  const missed = [isLate, hasNoReport, hasNoSheet].filter((fails) => fails(county, month)).length;
  const information = informs(county, month) ? 1 + Number(isAdopted(county)) : 0;
  // Annex 3 from October on: what was published before keeps annex 2.
  const isAnnex3 = month >= OCTOBER;
  const timeliness = Math.max(0, (isAnnex3 ? 2.5 : 5) - missed);
  return share * done + 84 * (timeliness + information + adjustments(county, month));
}

function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

interface ScoreRow {
  readonly name: string;
  readonly period: string;
  readonly number: number;
  readonly score_case: string;
  readonly result: string;
  readonly raw_hundredths: number;
  readonly score_hundredths: number;
}

describeOnEachDatabase('A whole year, April to December, of the six counties', (open) => {
  let year: YearStage;
  const findings: Finding[] = [];

  beforeEach(async () => {
    findings.length = 0;
    year = await YearStage.open(open);
  });
  afterEach(() => year.close());

  const scores = (): Promise<ScoreRow[]> =>
    year.server.database.rows<ScoreRow>(
      `SELECT u.name, s.period, s.number, s.score_case, s.result, s.raw_hundredths, s.score_hundredths
       FROM score s JOIN unit u ON u.id = s.unit_id ORDER BY s.period, u.number, s.number`,
    );
  const eachCounty = async (work: (name: string, county: number) => Promise<unknown>): Promise<void> => {
    for (const [county, name] of COUNTIES.entries()) await work(name, county);
  };

  const work = async (month: number, task: string): Promise<void> => {
    const period = CYCLE[month]!;
    if (month > APRIL) year.at(`${period}-12T02:00:00.000Z`);
    await year.openMonth(period);
    if (month > APRIL) {
      await eachCounty(async (name, county) => {
        if (informs(county, month)) await year.inform(name, period, isAdopted(county));
      });
    }
    year.at(`${period}-19T01:00:00.000Z`);
    await eachCounty((name, county) => year.markDone(name, period, undone(county, month)));
    await confirm(month, task);
    year.at(`${period}-20T01:00:00.000Z`);
    await eachCounty(async (name, county) => {
      if (!isLate(county, month) && !hasNoReport(county, month)) await year.report(name, period);
    });
    year.at(`${period}-21T01:00:00.000Z`);
    await eachCounty(async (name, county) => {
      if (isLate(county, month)) await year.report(name, period);
    });
    year.at(`${period}-22T02:00:00.000Z`);
    await eachCounty(async (name, county) => {
      if (!hasNoSheet(county, month)) await year.assess(name, period);
    });
  };

  /** Whether the added task of 逊克县 was carried out, and the one thing that 爱辉区 was the first to do. */
  const confirm = async (month: number, task: string): Promise<void> => {
    const isDone = month <= AUGUST;
    const verdict = isDone
      ? { verdict: 'carried-out', reason: '' }
      : { verdict: 'not-carried-out', reason: '没开展。' };
    await year.post(LEAD, `/api/applications/${task}/months`, { period: CYCLE[month], ...verdict });
    if (month === JUNE) await year.apply(COUNTIES[AIHUI]!, FIRST);
  };

  const close = async (month: number): Promise<void> => {
    const period = CYCLE[month]!;
    year.at(`${period}-24T02:00:00.000Z`);
    const ids: string[] = [];
    await eachCounty(async (name, county) => {
      ids.push(await year.review(name, period, county === WUDALIANCHI && month === JUNE));
    });
    if (month === JUNE) await object(ids[WUDALIANCHI]!, period);
    year.at(`${period}-25T02:00:00.000Z`);
    for (const county of [AIHUI, XUNKE]) await year.agree(COUNTIES[county]!, ids[county]!);
    if (month > APRIL) {
      await expect(year.post(LEAD, '/api/assessments/finalise', { period })).rejects.toThrow('assessment.draw-first');
      const found = await year.spotCheck(month);
      findings.push(...found);
      // What was found took their agreement back: they are told the number before and after, and agree to that (Q18).
      for (const { county } of found) await year.agree(COUNTIES[county]!, ids[county]!);
    }
    const next = CYCLE[month + 1];
    year.at(`${period}-29T02:00:00.000Z`);
    if (next !== undefined) await year.post(LEAD, '/api/spot-checks/announce', { period: next });
    year.at(`${period}-30T02:00:00.000Z`);
    expect(await year.post(LEAD, '/api/assessments/finalise', { period })).toEqual({
      counties: 6,
      restated: 0,
      left: 0,
    });
    expect(await year.post(LEAD, '/api/assessments/publish', { period })).toEqual({ counties: 6, restated: 0 });
  };

  /** The one objection: the lead unit finds the county right, and reviews anew. */
  const object = async (id: string, period: string): Promise<void> => {
    const name = COUNTIES[WUDALIANCHI]!;
    await year.post(name, `/api/assessments/${id}/object`, { line: 'completion', text: '签到表19日已经交过。' });
    await year.post(LEAD, `/api/assessments/${id}/answer`, { number: 1, isUpheld: true, reason: '签到表找到了。' });
    await year.review(name, period);
  };

  /** The one correction after publication (更正): a measure is accepted after all. */
  const correct = async (): Promise<void> => {
    const id = await year.begin(LEAD, CYCLE[AUGUST]!, COUNTIES[NENJIANG]);
    const {
      version,
      scores: [told],
    } = await year.assessment(LEAD, id);
    const undoneId = told!.month.measures.find(({ done }) => !done)!.id;
    const verdicts = [{ subject: 'measure', id: undoneId, counts: true, reason: '材料补查到了' }];
    const order = { version, review: { verdicts, reasons: {} }, reason: '漏看一份材料' };
    await year.post(LEAD, `/api/assessments/${id}/correct`, order);
  };

  /** The one change of ruling: tried out in the sandbox, then ruled from August, which keeps what is published. */
  const change = async (): Promise<void> => {
    const sandbox = await year.get<Replay>(LEAD, '/api/rulings/sandbox?year=2022&name=materials');
    expect(sandbox.months).toEqual(CYCLE.slice(0, OCTOBER));
    expect(sandbox.moves.map(({ head }) => head).join('')).toContain('36个月度得分会变');
    const ruling = { year: 2022, name: 'materials', value: 'annex-3', text: '材料按附件3的表。', basis: '附则' };
    const { keptPeriods } = await year.rule({ ...ruling, fromPeriod: CYCLE[AUGUST] });
    expect(keptPeriods).toEqual([CYCLE[AUGUST], CYCLE[SEPTEMBER]]);
  };

  const apply = async (): Promise<void> => {
    for (const [county, count] of INNOVATIONS.entries()) {
      for (let made = 0; made < count; made += 1) {
        await year.apply(
          COUNTIES[county]!,
          { ...AWARD, title: `第${String(made + 1)}项` },
          { decision: 'approve', reason: '有通报。' },
        );
      }
    }
    await year.apply(COUNTIES[SUNWU]!, { ...AWARD, title: '不算的一项' }, NO);
  };

  it('runs from the ledger to the annual result, and every number is what this page reckons', async () => {
    year.at('2022-04-18T02:00:00.000Z');
    const task = await year.apply(COUNTIES[XUNKE]!, {
      ...TASK,
      basis: { ...TASK.basis, date: '2022-04-15' },
      fromPeriod: CYCLE[APRIL],
    });
    await eachCounty(async (name, county) => {
      if (informs(county, APRIL)) await year.inform(name, CYCLE[APRIL]!, isAdopted(county));
    });
    let told: readonly ScoreRow[] = [];
    for (const month of CYCLE.keys()) {
      await work(month, task);
      await close(month);
      if (month !== SEPTEMBER) continue;
      year.at('2022-10-05T02:00:00.000Z');
      await correct();
      told = await scores();
      await change();
      await apply();
    }

    expect(findings.length).toBeGreaterThanOrEqual(2 * 8);
    const all = await scores();
    expect(all).toHaveLength(6 * 9 + 1);
    expect(all.slice(0, told.length)).toEqual(told);
    for (const { score_case, result } of all) {
      expect(canonicalJson(scoreMonth(JSON.parse(score_case)))).toBe(result);
    }
    const holding = new Map(all.map((row) => [`${row.name} ${row.period}`, row]));
    for (const [county, name] of COUNTIES.entries()) {
      for (const [month, period] of CYCLE.entries()) {
        const row = holding.get(`${name} ${period}`)!;
        const points = points84(county, month, findings);
        expect([name, period, Number(row.raw_hundredths), Number(row.score_hundredths)]).toEqual([
          name,
          period,
          halfUp(points * 100, 84),
          halfUp(points * 70, 84),
        ]);
      }
    }
    const raw = (name: string, period: string): MonthScore['raw'] =>
      (JSON.parse(holding.get(`${name} ${period}`)!.result) as MonthScore).raw;
    // By hand: 6 of 7 measures, nothing late, one update of quality and adopted, one added task. 40 × 6/7 = 34.2857…
    expect(raw('逊克县', '2022-04')).toEqual({
      completion: '34.29',
      deduction: '0.00',
      timeliness: '5.00',
      information: '2.00',
      adjustment: '1.00',
      total: '42.29',
    });
    // By hand, under annex 3: nothing came, so the sheet is missing: 2.5 − 1. (1 + 6) % 3 = 1 of 7 measures undone.
    expect(raw('北安市', '2022-10')).toMatchObject({ completion: '34.29', timeliness: '1.50', information: '0.00' });
    // By hand: nothing undone, no report in July.
    expect(raw('孙吴县', '2022-07')).toMatchObject({ completion: '28.57', timeliness: '4.00', information: '1.00' });

    year.at('2023-01-05T02:00:00.000Z');
    const view = (): Promise<AnnualView> => year.get(LEAD, '/api/annual-results?year=2022');
    const before = await view();
    expect(before.hindrances).toEqual([{ code: 'assessment.annual-unruled', facts: { label: 'Q1' } }]);
    const literal = { year: 2022, name: 'annualReading', value: 'literal', text: '按字面各乘一次。', basis: '附则' };
    await year.rule({ ...literal, fromPeriod: CYCLE[APRIL] });
    const order = { year: 2022, seal: (await view()).seal, missing: [] };
    expect(await year.post(LEAD, '/api/annual-results/finalise', order)).toEqual({ counties: 6 });
    await year.post(LEAD, '/api/annual-results/publish', { year: 2022 });
    const { rows, state } = await view();
    expect(state).toBe('published');
    const totals = COUNTIES.map((name, county) => {
      const sum = CYCLE.reduce((points, _, month) => points + points84(county, month, findings), 0);
      // Hundredths of sum / 84 / 9 × 0.49, and 5 for each innovation.
      const total = halfUp(sum * 49, 84 * 9) + 500 * INNOVATIONS[county]!;
      return [name, (total / 100).toFixed(2)];
    });
    expect(rows.map(({ unitName, results }) => [unitName, results.at(-1)?.total])).toEqual(totals);
    for (const { results } of rows) expect(scoreYear(results[0]!.year).total).toBe(results[0]!.total);
    expect(await scores()).toEqual(all);
    const own = await year.get<AnnualView>('逊克县', '/api/annual-results');
    expect(own.rows).toMatchObject([{ unitName: '逊克县', results: [{ total: totals[XUNKE]![1] }] }]);
  }, 240_000);
});
