import type { ScoreHistoryView, ScoreMatrixView } from '@jiannuo/shared/assessment';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

const OFFICIAL_ORDER = ['爱辉区', '北安市', '五大连池市', '嫩江市', '逊克县', '孙吴县'];

describeOnEachDatabase('Scores over time and side by side (art. 12)', (open) => {
  let stage: AssessmentStage;

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at('2022-05-22T02:00:00.000Z');
  });
  afterEach(() => stage.close());

  const history = async (as: string, query = ''): Promise<ScoreHistoryView> =>
    (await stage.get(`/api/scores/history${query}`, as)).json();
  const may = async (as: string, query = '') =>
    (await history(as, query)).months.find(({ period }) => period === '2022-05')!;
  const matrix = async (query = ''): Promise<ScoreMatrixView> =>
    (await stage.get(`/api/scores${query}`, stage.lead)).json();
  const idOf = async (name: string): Promise<string> =>
    (await stage.rows<{ id: string }>('SELECT id FROM unit WHERE name = ?', [name]))[0]!.id;

  /** Corrects a fixed May of 逊克县: a measure counts after all. */
  const correct = async (id: string): Promise<void> => {
    const { version, scores } = await stage.view(id, stage.lead);
    const undone = scores[0]!.month.measures.find(({ done }) => !done)!;
    const verdicts = [{ subject: 'measure', id: undone.id, counts: true, reason: '材料补查到了' }];
    await stage.post(id, 'correct', stage.lead, { version, review: { verdicts, reasons: {} }, reason: '漏看一份材料' });
  };

  it('follow a county’s month from its self-assessment to its correction, each number kept', async () => {
    expect(await may(stage.officer)).toMatchObject({ state: 'draft', metAt: null, self: null, scores: [] });
    const id = await stage.handIn('逊克县');
    const { sheet } = await stage.view(id, stage.officer);
    const self = sheet!.content.total;
    expect(await may(stage.officer)).toMatchObject({ assessmentId: id, state: 'submitted', self, reviewed: null });
    await stage.reviewed('逊克县');
    const reviewed = await may(stage.officer);
    expect(reviewed).toMatchObject({ state: 'reviewed', metAt: '2022-05-22T02:00:00.000Z', self, scores: [] });
    expect(reviewed.reviewed).toMatch(/^\d+\.\d\d$/);
    await stage.agree(id, stage.officer);
    await stage.post(id, 'finalise', stage.lead);
    await correct(id);
    const { scores } = await may(stage.officer);
    expect(scores).toMatchObject([
      { number: 1, kind: 'final', raw: reviewed.reviewed, reason: '' },
      { number: 2, kind: 'correction', reason: '漏看一份材料', byUnit: '市专班牵头单位' },
    ]);
    const fixed = (await stage.view(id, stage.officer)).scores;
    expect(scores.map(({ raw, score }) => [raw, score])).toEqual(fixed.map(({ raw, score }) => [raw, score]));
    expect(scores[1]!.raw).not.toBe(scores[0]!.raw);
  });

  it('show a county nothing of a review before it is confirmed, nor of one that was given up', async () => {
    const id = await stage.handIn('逊克县');
    const { version } = await stage.view(id, stage.lead);
    await stage.put(id, 'review', stage.lead, { version, review: { verdicts: [], reasons: { adjustment: '待核' } } });
    expect((await may(stage.officer)).reviewed).toBeNull();
    await stage.reviewed('逊克县');
    expect((await may(stage.officer)).reviewed).not.toBeNull();
    await stage.post(id, 'object', stage.officer, { line: 'completion', text: '材料交过。' });
    await stage.post(id, 'answer', stage.lead, { number: 1, isUpheld: true, reason: '找到了。' });
    expect(await may(stage.officer)).toMatchObject({ state: 'submitted', reviewed: null });
  });

  it('are a county’s own only; a unit outside is as if it were not there', async () => {
    await stage.final('逊克县');
    const other = await stage.as('孙吴县', 'liaison');
    const query = `?unitId=${await idOf('逊克县')}`;
    expect((await stage.get(`/api/scores/history${query}`, other)).json()).toMatchObject({
      code: 'assessment.unit-not-found',
    });
    expect((await stage.get('/api/scores/history?unitId=nobody', other)).statusCode).toBe(404);
    expect((await stage.get('/api/scores', other)).statusCode).toBe(403);
    expect((await may(other)).scores).toEqual([]);
    expect((await may(stage.lead, query)).scores).toHaveLength(1);
    expect((await stage.get('/api/scores/history', stage.lead)).statusCode).toBe(404);
  });

  it('stand side by side in the official order whatever they are (no live ranking), the latest number each', async () => {
    const id = await stage.final('逊克县');
    await correct(id);
    await stage.final('爱辉区');
    await stage.handIn('孙吴县');
    const view = await matrix();
    expect(view.rows.map(({ unitName }) => unitName)).toEqual(OFFICIAL_ORDER);
    expect(view).toMatchObject({ year: 2022, previousYear: null, nextYear: null, currentPeriod: '2022-05' });
    expect(view.periods).toHaveLength(9);
    const cellOf = (name: string) =>
      view.rows.find(({ unitName }) => unitName === name)!.cells.find(({ period }) => period === '2022-05')!;
    const latest = (await may(stage.officer)).scores.at(-1)!;
    expect(cellOf('逊克县')).toMatchObject({
      assessmentId: id,
      state: 'final',
      raw: latest.raw,
      score: latest.score,
      isCorrected: true,
    });
    expect(cellOf('爱辉区')).toMatchObject({ state: 'final', isCorrected: false });
    expect(cellOf('孙吴县')).toMatchObject({ state: 'submitted', raw: null, score: null });
    expect(cellOf('北安市')).toMatchObject({ assessmentId: null, state: 'draft', raw: null });
  });

  it('are of a year that is scored, and of a year that can be', async () => {
    expect((await stage.get('/api/scores?year=2031', stage.lead)).json()).toMatchObject({
      code: 'assessment.year-not-scored',
    });
    expect((await stage.get('/api/scores?year=twenty', stage.lead)).statusCode).toBe(422);
    expect((await history(await stage.as('市司法局', 'liaison'))).months).toEqual([]);
  });
});
