import type { LightMyRequestResponse } from 'fastify';
import { canonicalJson } from '@jiannuo/shared/kernel';
import type { RegisterView } from '@jiannuo/shared/rulings';
import { scoreYear } from '@jiannuo/shared/scoring';
import { COUNTIES, CYCLE, HIGH, LOW, openAnnualStage, type AnnualStage } from '../../../../test/annual-stage';
import { AWARD } from '../../../../test/application-stage';
import { describeOnEachDatabase } from '../../../../test/databases';
import { OutboxDispatcher } from '../../../platform/outbox';

const codeOf = (answer: LightMyRequestResponse): string => answer.json<{ code: string }>().code;

describeOnEachDatabase('A year’s result (annex 2, 二（二）)', (open) => {
  let annual: AnnualStage;

  beforeEach(async () => {
    annual = await openAnnualStage(open);
  });
  afterEach(() => annual.stage.close());

  const apply = async (title = AWARD.title): Promise<string> => {
    const as = await annual.stage.as('孙吴县', 'liaison');
    const answer = await annual.stage.ask({ method: 'POST', url: '/api/applications', as, body: { ...AWARD, title } });
    return answer.json<{ id: string }>().id;
  };
  const decide = (id: string, decision: string): Promise<LightMyRequestResponse> => {
    const body = { decision, reason: '有正式通报。' };
    return annual.stage.ask({ method: 'POST', url: `/api/applications/${id}/decide`, as: annual.lead, body });
  };
  const closed = async (): Promise<void> => {
    await annual.tellAll();
    await annual.rule('annualReading', 'literal');
    expect((await annual.finalise()).statusCode).toBe(200);
  };
  const correction = async (change: object = {}): Promise<object> => {
    const { unitId, results } = await annual.row('孙吴县');
    return { year: 2022, unitId, number: results.length, uncounted: [], reason: '5月得分更正', ...change };
  };

  it('waits while Q1 has no ruling, and is final once it has (Q1)', async () => {
    await annual.tellAll();
    expect(await annual.view()).toMatchObject({
      state: 'open',
      hindrances: [{ code: 'assessment.annual-unruled', facts: { label: 'Q1' } }],
    });
    const refused = await annual.finalise();
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'assessment.annual-unruled']);
    expect(await annual.stage.rows('SELECT id FROM annual_year')).toEqual([]);
    await annual.rule('annualReading', 'literal');
    expect((await annual.finalise()).json()).toEqual({ counties: 6 });
    expect(await annual.view()).toMatchObject({ state: 'final', actions: ['publish', 'correct'], hindrances: [] });
  });

  it('comes to 36.85 and 36.95, as reckoned by hand: 65 × 0.7 × 0.7 + 5, and 55 × 0.7 × 0.7 + 10', async () => {
    for (const period of CYCLE) await annual.tell('孙吴县', period, LOW);
    await annual.tellAll(CYCLE.map((period) => `孙吴县 ${period}`));
    for (const title of ['信用进村', '信用进校']) await decide(await apply(title), 'approve');
    await annual.rule('annualReading', 'literal');
    await annual.finalise();
    const totals = (await annual.view()).rows.map(({ results }) => results[0]?.total);
    expect(totals).toEqual(['31.85', '31.85', '31.85', '31.85', '31.85', '36.95']);
    expect((await annual.row('孙吴县')).results).toMatchObject([{ number: 1, kind: 'final', innovation: '10.00' }]);
  });

  it('waits for every month that was begun, and for innovations that nobody decided', async () => {
    await annual.tellAll(['嫩江市 2022-12']);
    await annual.tell('嫩江市', '2022-12', HIGH, 'final');
    const id = await apply();
    await annual.rule('annualReading', 'literal');
    expect((await annual.view()).hindrances).toEqual([
      { code: 'assessment.annual-month-unfinished', facts: { month: '12月' } },
      { code: 'assessment.annual-undecided', facts: { count: 1 } },
    ]);
    expect((await annual.finalise()).statusCode).toBe(409);
    await decide(id, 'refuse');
    expect((await annual.view()).hindrances).toHaveLength(1);
  });

  it('counts a month 0 only once somebody has confirmed it with a reason (Q19)', async () => {
    await annual.tellAll(['嫩江市 2022-04', '嫩江市 2022-05']);
    await annual.rule('annualReading', 'literal');
    const { seal } = await annual.view();
    expect(codeOf(await annual.post('finalise', { year: 2022, seal, missing: [] }))).toBe('assessment.annual-missing');
    expect((await annual.finalise()).statusCode).toBe(200);
    const row = await annual.row('嫩江市');
    expect(row.missing).toEqual([
      { unitId: row.unitId, month: '2022-04', reason: '当月没有下达任务' },
      { unitId: row.unitId, month: '2022-05', reason: '当月没有下达任务' },
    ]);
    // 65 × 7 / 9 × 0.49 = 24.7722…
    expect(row.results).toMatchObject([{ total: '24.77' }]);
  });

  it('is fixed as it was looked at, or not at all', async () => {
    await annual.tellAll();
    await annual.rule('annualReading', 'literal');
    const { seal } = await annual.view();
    await annual.tell('孙吴县', '2022-05', LOW);
    expect(codeOf(await annual.post('finalise', { year: 2022, seal, missing: [] }))).toBe('assessment.annual-moved');
    expect((await annual.finalise()).statusCode).toBe(200);
  });

  it('is made final by one of two officers who do it at once', async () => {
    await annual.tellAll();
    await annual.rule('annualReading', 'literal');
    const answers = await Promise.all([annual.finalise(), annual.finalise(annual.second)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await annual.stage.rows('SELECT id FROM annual_result')).toHaveLength(6);
  });

  it('either counts an innovation that is decided at the same moment, or lets it come too late', async () => {
    await annual.tellAll();
    await annual.rule('annualReading', 'literal');
    const id = await apply();
    const [decided, final] = await Promise.all([decide(id, 'approve'), annual.finalise()]);
    if (final.statusCode === 200) {
      const counted = (await annual.row('孙吴县')).results[0]?.year.innovations.length;
      expect([decided.statusCode, counted]).toEqual([200, 1]);
    } else {
      expect(decided.statusCode).toBe(200);
    }
  });

  it('closes the year’s applications (annex 2)', async () => {
    await closed();
    const as = await annual.stage.as('孙吴县', 'liaison');
    const late = await annual.stage.ask({ method: 'POST', url: '/api/applications', as, body: AWARD });
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'applications.year-closed']);
  });

  it('is told to all at once, after it is final, and only once', async () => {
    expect(codeOf(await annual.post('publish', { year: 2022 }))).toBe('assessment.annual-not-possible-open');
    await closed();
    expect((await annual.post('publish', { year: 2022 })).json()).toEqual({ state: 'published' });
    const again = await annual.post('publish', { year: 2022 });
    expect([again.statusCode, codeOf(again)]).toEqual([409, 'assessment.annual-not-possible-published']);
    expect(await annual.view()).toMatchObject({ state: 'published', publishedAt: '2023-01-05T01:00:00.000Z' });
  });

  it('shows a county its own alone, and its result once it is final', async () => {
    await annual.tellAll();
    const before = await annual.view(annual.county);
    expect(before.rows.map(({ unitName }) => unitName)).toEqual(['逊克县']);
    expect(before).toMatchObject({ hindrances: [], seal: null, actions: [] });
    expect(before.rows[0]).toMatchObject({ preview: null, results: [] });
    await annual.rule('annualReading', 'literal');
    await annual.finalise();
    const after = await annual.view(annual.county);
    expect(after.rows).toMatchObject([{ unitName: '逊克县', results: [{ total: '31.85' }] }]);
    const department = await annual.stage.as('市司法局', 'liaison');
    expect((await annual.view(department)).rows).toEqual([]);
  });

  it('lists the counties in the official order, whatever their points (no live ranking)', async () => {
    await annual.tellAll(CYCLE.map((period) => `爱辉区 ${period}`));
    for (const period of CYCLE) await annual.tell('爱辉区', period, LOW);
    await annual.rule('annualReading', 'literal');
    await annual.finalise();
    expect((await annual.view()).rows.map(({ unitName }) => unitName)).toEqual(COUNTIES);
  });

  it('is the lead unit’s to make final, publish and correct, and of its own group', async () => {
    await closed();
    const body = await correction();
    for (const [what, order] of [
      ['finalise', { year: 2022, seal: 'a'.repeat(64), missing: [] }],
      ['publish', { year: 2022 }],
      ['correct', body],
    ] as const) {
      expect((await annual.post(what, order, annual.county)).statusCode).toBe(403);
    }
    const other = await annual.stage.server.signInAs('市招商办', 'lead-officer');
    expect((await annual.post('correct', body, other)).statusCode).toBe(409);
    expect((await annual.view(other)).state).toBe('open');
    expect(await annual.view(annual.lead, 2021)).toMatchObject({ code: 'assessment.year-not-scored' });
  });

  it('is corrected by a new result beside the old one, when a month was corrected since (F77)', async () => {
    await closed();
    const told = (await annual.row('孙吴县')).results;
    expect(codeOf(await annual.post('correct', await correction()))).toBe('assessment.correction-same');
    await annual.tell('孙吴县', '2022-05', LOW);
    const { moved, results } = await annual.row('孙吴县');
    expect([moved, results]).toEqual([['2022-05'], told]);
    expect((await annual.post('correct', await correction({ reason: ' ' }))).statusCode).toBe(422);
    expect((await annual.post('correct', await correction())).json()).toEqual({ number: 2 });
    const after = await annual.row('孙吴县');
    expect(after.results[0]).toEqual(told[0]);
    // (65 × 8 + 55) / 9 × 0.49 = 31.3055…
    expect(after).toMatchObject({
      moved: [],
      results: [{}, { kind: 'correction', total: '31.31', reason: '5月得分更正' }],
    });
    expect(codeOf(await annual.post('correct', await correction({ number: 1 })))).toBe('assessment.annual-behind');
  });

  it('takes an innovation out that counts no more, and takes none that was not there', async () => {
    const id = await apply();
    await decide(id, 'approve');
    await closed();
    expect(codeOf(await annual.post('correct', await correction({ uncounted: ['another'] })))).toBe(
      'assessment.annual-innovation-unknown',
    );
    await annual.post('correct', await correction({ uncounted: [id] }));
    expect((await annual.row('孙吴县')).results.map(({ total }) => total)).toEqual(['36.85', '31.85']);
  });

  it('is corrected by one of two officers who do it at once', async () => {
    await closed();
    await annual.tell('孙吴县', '2022-05', LOW);
    const body = await correction();
    const answers = await Promise.all([annual.post('correct', body), annual.post('correct', body, annual.second)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('takes each month by the factor that it was published with, whatever is ruled later (Q1)', async () => {
    const later = { ...HIGH, rulings: { monthlyFactor: '1' } };
    const periods = CYCLE.slice(2);
    await annual.tellAll(periods.map((period) => `逊克县 ${period}`));
    for (const period of periods) await annual.tell('逊克县', period, later);
    await annual.rule('monthlyFactor', '1');
    await annual.rule('annualReading', 'single');
    expect((await annual.finalise()).statusCode).toBe(200);
    // 65 × 0.7 twice and 65 seven times, by 9; and 65 × 0.7 nine times.
    expect((await annual.row('逊克县')).results.at(-1)?.taskPart).toBe('60.67');
    expect((await annual.row('孙吴县')).results.at(-1)?.taskPart).toBe('45.50');
  });

  it('keeps the ruling by which it was made final, whatever is ruled later, and the register says so', async () => {
    await closed();
    await annual.tell('孙吴县', '2022-05', LOW);
    const register = async (): Promise<RegisterView> =>
      (await annual.stage.ask({ url: '/api/rulings?year=2022', as: annual.lead })).json();
    expect((await register()).yearClosedAt).not.toBeNull();
    annual.stage.at('2023-01-05T02:00:00.000Z');
    const [first] = await annual.stage.rows<{ id: string }>('SELECT id FROM ruling');
    const words = { value: 'headings', text: '都不乘。', basis: '附则' };
    const body = { year: 2022, name: 'annualReading', fromPeriod: '2022-04', ...words };
    const order = { method: 'POST', as: annual.lead, body: { ...body, supersedes: first!.id } } as const;
    const { id } = (await annual.stage.ask({ ...order, url: '/api/rulings' })).json<{ id: string }>();
    await annual.stage.ask({ method: 'POST', url: `/api/rulings/${id}/check`, as: annual.second, body: {} });
    await annual.stage.server.app.get(OutboxDispatcher).drain();
    expect(await annual.stage.rows("SELECT id FROM notice WHERE title LIKE '解释口径第2号%'")).toEqual([]);
    expect((await register()).questions[0]).toMatchObject({
      ...{ name: 'annualReading', value: 'literal', finalBy: 1, standingId: id },
      rulings: [{ isTooLate: true }, { isTooLate: false }],
    });
    await annual.post('correct', await correction());
    expect((await annual.row('孙吴县')).results.map(({ total }) => total)).toEqual(['31.85', '31.31']);
  });

  it('keeps the case of every result, which gives the same bytes for ever', async () => {
    await closed();
    const rows = await annual.stage.rows<{ score_case: string; result: string; total_hundredths: number }>(
      'SELECT score_case, result, total_hundredths FROM annual_result',
    );
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      expect(canonicalJson(scoreYear(JSON.parse(row.score_case)))).toBe(row.result);
      expect(Number(row.total_hundredths)).toBe(3185);
    }
  });

  it('is on record with each step, and told to the counties it concerns', async () => {
    await closed();
    await annual.post('publish', { year: 2022 });
    await annual.tell('孙吴县', '2022-05', LOW);
    await annual.post('correct', await correction());
    const audited = await annual.stage.rows<{ action: string }>(
      "SELECT action FROM audit_entry WHERE subject_kind = 'annual-year' ORDER BY at, id",
    );
    expect(audited.map(({ action }) => action)).toEqual([
      'annual-result.finalise',
      'annual-result.publish',
      'annual-result.correct',
    ]);
    await annual.stage.server.app.get(OutboxDispatcher).drain();
    const notices = await annual.stage.rows<{ title: string; n: number }>(
      "SELECT title, COUNT(*) AS n FROM notice WHERE target_kind = 'annual-result' GROUP BY title ORDER BY title",
    );
    expect(notices.map(({ title, n }) => [title, Number(n)])).toEqual([
      ['2022年年度成绩公布了：31.85', 6],
      ['2022年年度成绩定稿了：31.85', 6],
      ['2022年年度成绩更正了：31.85改为31.31', 1],
    ]);
  });

  it('is replayed in the sandbox from the scores as they hold', async () => {
    await annual.tellAll();
    await annual.tell('孙吴县', '2022-12', LOW);
    await decide(await apply(), 'approve');
    const url = '/api/rulings/sandbox?year=2022&name=annualReading';
    const replayed = (await annual.stage.ask({ url, as: annual.lead })).json();
    expect(replayed.months).toEqual(CYCLE);
    expect(replayed.rows.map(({ unitName }: { unitName: string }) => unitName)).toEqual(COUNTIES);
    // 孙吴县: (65 × 8 + 55) / 9 = 63.888…; × 0.49 + 5, × 0.7 + 5, + 5.
    expect(replayed.rows.at(-1)).toMatchObject({ average: '63.89', totals: ['36.31', '49.72', '68.89'] });
    expect(replayed.stays[0]).toContain('12月已通报的月度成绩一个都不改');
  });
});
