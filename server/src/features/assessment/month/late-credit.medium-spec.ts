import type { LightMyRequestResponse } from 'fastify';
import type { AnnualView, AssessmentView } from '@jiannuo/shared/assessment';
import type { InboxView } from '@jiannuo/shared/notifications';
import { TASK, YES } from '../../../../test/application-stage';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

const COUNTY = '逊克县';
const MAY = '2022-05';

describeOnEachDatabase('What is credited only after the month was told to all (附件2四)', (open) => {
  let stage: AssessmentStage;
  let task: string;
  let first: string;
  let update: string;
  let id: string;

  const ask = (as: string, url: string, body: object): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url: `/api/${url}`, as, body });
  const made = async (url: string, body: object): Promise<string> =>
    (await ask(stage.officer, url, body)).json<{ id: string }>().id;
  const due = async (): Promise<readonly string[]> => {
    await stage.deliver();
    const { toDo } = (await stage.get('/api/inbox', stage.lead)).json<InboxView>();
    return toDo.filter(({ target }) => target.kind === 'correction').map(({ title }) => title);
  };
  const correct = async (subject: string, of: string): Promise<LightMyRequestResponse> => {
    const { version } = await stage.view(id, stage.lead);
    const verdicts = [{ subject, id: of, counts: true, reason: '通报后认定的' }];
    return stage.post(id, 'correct', stage.lead, { version, review: { verdicts, reasons: {} }, reason: '补记' });
  };
  const rawOf = ({ scores }: AssessmentView): number => Number(scores.at(-1)!.raw);

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    task = await made('applications', TASK);
    first = await made('applications', { ...TASK, kind: 'local-innovation', title: '信用进村', fromPeriod: null });
    update = await made('work-updates', { title: '赋码进村', text: '三个村都有了码。', evidence: [] });
    expect((await ask(stage.lead, `applications/${task}/decide`, YES)).statusCode).toBe(200);
    stage.at('2022-05-24T02:00:00.000Z');
    for (const { unitName } of (await stage.list()).rows) id = await stage.final(unitName);
    expect((await stage.publish()).statusCode).toBe(200);
    id = (await stage.list()).rows.find(({ unitName }) => unitName === COUNTY)!.assessmentId!;
  });
  afterEach(() => stage.close());

  it('is a fact beside the score: a month confirmed late leaves a 更正 to do, which counts it', async () => {
    const before = rawOf(await stage.view(id, stage.lead));
    const confirmed = { period: MAY, verdict: 'carried-out', reason: '' };
    expect((await ask(stage.lead, `applications/${task}/months`, confirmed)).statusCode).toBe(200);
    expect(await due()).toEqual([`5月${COUNTY}成绩要更正：落实了“‘信用+养老’试点”`]);
    const facts = (await stage.view(id, stage.lead)).correctionFacts;
    expect(facts).toMatchObject([{ part: 'adjustments', id: task }]);
    expect((await correct('adjustment', task)).statusCode).toBe(200);
    expect(rawOf(await stage.view(id, stage.lead)) - before).toBe(1);
    expect(await due()).toEqual([]);
  });

  it('is approved late, marked late, and each is let stand or counted', async () => {
    const before = rawOf(await stage.view(id, stage.lead));
    expect((await ask(stage.lead, `applications/${first}/decide`, YES)).statusCode).toBe(200);
    const mark = { kind: 'high-quality', version: 1, reason: '有数据，可学。' };
    expect((await ask(stage.lead, `work-updates/${update}/marks`, mark)).statusCode).toBe(200);
    expect(await due()).toEqual([expect.stringMatching(/，共2处$/u)]);
    const { correctionFacts } = await stage.view(id, stage.lead);
    expect(correctionFacts.map(({ part }) => part)).toEqual(['information', 'adjustments']);
    expect((await correct('information', update)).statusCode).toBe(200);
    // What the first 更正 did not speak of is still to be answered.
    expect(await due()).toEqual([`5月${COUNTY}成绩要更正：更正以后还有1处没照着算`]);
    expect((await stage.view(id, stage.lead)).correctionFacts).toMatchObject([{ part: 'adjustments', id: first }]);
    expect((await correct('adjustment', first)).statusCode).toBe(200);
    expect(rawOf(await stage.view(id, stage.lead)) - before).toBe(2);
    expect(await due()).toEqual([]);
  });

  it('is corrected or let stand before the year is made final', async () => {
    const year = async (): Promise<AnnualView> =>
      (await stage.get('/api/annual-results?year=2022', stage.lead)).json<AnnualView>();
    const waiting = async (): Promise<readonly unknown[]> => {
      const { hindrances } = await year();
      return hindrances.flatMap(({ code, facts }) => (code === 'assessment.annual-corrections-due' ? [facts] : []));
    };
    expect(await waiting()).toEqual([]);
    const confirmed = { period: MAY, verdict: 'carried-out', reason: '' };
    await ask(stage.lead, `applications/${task}/months`, confirmed);
    expect(await waiting()).toEqual([{ month: '5月', period: MAY, unit: COUNTY }]);
    const { seal } = await year();
    const refused = await ask(stage.lead, 'annual-results/finalise', { year: 2022, seal, missing: [] });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('逊克县5月的成绩要更正，更正了或写明不用更正，再定年度成绩。');
    expect((await correct('adjustment', task)).statusCode).toBe(200);
    expect(await waiting()).toEqual([]);
  });
});
