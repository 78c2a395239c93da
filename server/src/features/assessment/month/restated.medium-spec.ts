import type { LightMyRequestResponse } from 'fastify';
import { historyNotes, type ScoreHistoryView } from '@jiannuo/shared/assessment';
import type { InboxView } from '@jiannuo/shared/notifications';
import { scoreMonth } from '@jiannuo/shared/scoring';
import type { FindingListView } from '@jiannuo/shared/spot-checks';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { TASK, YES } from '../../../../test/application-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

const MAY = '2022-05';

type CheckedUnit = FindingListView['units'][number];

describeOnEachDatabase('A finding or a ruling about a month that is not published yet (Q16, Q18)', (open) => {
  let stage: AssessmentStage;
  let drawn: CheckedUnit;
  let id: string;

  const ask = (url: string, body: object): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url: `/api/${url}`, as: stage.lead, body });
  const find = (verdict = 'undone', place = 0): Promise<LightMyRequestResponse> => {
    const { measureId } = drawn.measures.filter(({ state }) => state === 'done')[place]!;
    const text = '现场没有看到公示栏。';
    return ask('spot-checks/findings', {
      period: MAY,
      unitId: drawn.unitId,
      measureId,
      verdict,
      text,
      attachmentIds: [],
    });
  };
  const idOf = (answer: LightMyRequestResponse): string => answer.json<{ id: string }>().id;
  const withdraw = (finding: string): Promise<LightMyRequestResponse> =>
    ask(`spot-checks/findings/${finding}/withdraw`, { reason: '看错了地方' });
  const county = (): Promise<string> => stage.as(drawn.unitName, 'liaison');
  const agree = async (): Promise<LightMyRequestResponse> => stage.agree(id, await county());
  const finalise = (): Promise<LightMyRequestResponse> => stage.post(id, 'finalise', stage.lead);
  /** The total and deduction of the review as the county reads it. */
  const told = async (): Promise<readonly [string, string]> => {
    const { raw } = scoreMonth((await stage.view(id, await county())).review!.month);
    return [raw.total, raw.deduction];
  };

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at('2022-04-29T02:00:00.000Z');
    await ask('spot-checks/announce', { period: MAY });
    stage.at('2022-05-24T02:00:00.000Z');
    await ask('spot-checks/draw', { period: MAY });
    const list = async (): Promise<FindingListView> =>
      (await stage.get(`/api/spot-checks/findings?period=${MAY}`, stage.lead)).json();
    await stage.markDone((await list()).units[0]!.unitName, 1);
    drawn = (await list()).units[0]!;
    await stage.handIn(drawn.unitName);
    id = await stage.reviewed(drawn.unitName);
  });
  afterEach(() => stage.close());

  it('is in the review at once, and takes the county’s agreement back with its days of objection', async () => {
    const [before] = await told();
    const { version } = await stage.view(id, await county());
    await agree();
    stage.at('2022-05-30T02:00:00.000Z');
    expect((await find()).statusCode).toBe(200);
    const view = await stage.view(id, await county());
    const stale = await stage.post(id, 'agree', await county(), { version });
    expect([stale.statusCode, stale.json()]).toMatchObject([409, { code: 'assessment.reviewed-anew' }]);
    expect(view).toMatchObject({ state: 'reviewed', objectionClosesAt: '2022-06-02T16:00:00.000Z' });
    expect(view.actions).toEqual(['agree', 'object']);
    const [after, deduction] = await told();
    expect([deduction, Number(before) - Number(after)]).toEqual(['-5.71', expect.closeTo(5.71, 1)]);
    expect((await finalise()).json()).toMatchObject({ code: 'assessment.objection-open' });
    await stage.agree(id, await county());
    expect((await finalise()).statusCode).toBe(200);
    expect((await stage.view(id, stage.lead)).scores.map(({ raw }) => raw)).toEqual([after]);
  });

  it('takes a final score back: it stays on record, and the next one has the number that the findings give', async () => {
    const first = idOf(await find());
    await agree();
    await finalise();
    await withdraw(first);
    await find('undone', 1);
    expect((await stage.view(id, stage.lead)).state).toBe('reviewed');
    expect((await ask('assessments/publish', { period: MAY })).json()).toMatchObject({
      code: 'assessment.not-all-final',
    });
    await agree();
    await finalise();
    const { scores, records } = await stage.view(id, stage.lead);
    expect(scores.map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'final'],
      [2, 'final'],
    ]);
    const failedIn = (index: number): readonly string[] =>
      scores[index]!.month.measures.filter(({ failedSpotCheck }) => failedSpotCheck).map((each) => each.id);
    expect(failedIn(1)).toEqual(records.failedMeasures);
    expect(failedIn(0)).not.toEqual(failedIn(1));
  });

  it('keeps what was corrected before the finding', async () => {
    await agree();
    await finalise();
    const { version, scores } = await stage.view(id, stage.lead);
    const undone = scores[0]!.month.measures.find(({ done }) => !done)!;
    const verdicts = [{ subject: 'measure', id: undone.id, counts: true, reason: '补查到了' }];
    await stage.post(id, 'correct', stage.lead, { version, review: { verdicts, reasons: {} }, reason: '漏看一份材料' });
    await find();
    await agree();
    await finalise();
    const last = (await stage.view(id, stage.lead)).scores.at(-1)!;
    expect(last.month.measures.find((each) => each.id === undone.id)).toMatchObject({ done: true });
    expect(scoreMonth(last.month).raw.deduction).toBe('-5.71');
  });

  it('asks nobody again when it changes no number', async () => {
    await agree();
    await find('done');
    expect((await stage.view(id, stage.lead)).state).toBe('settled');
  });

  it('tells the county the number before and after, and that it may object again (Q18)', async () => {
    const [before] = await told();
    await stage.deliver();
    stage.at('2022-05-30T02:00:00.000Z');
    await find();
    const [after] = await told();
    await stage.deliver();
    const { toKnow } = (await stage.get('/api/inbox', await county())).json<InboxView>();
    const notice = toKnow.find(({ title }) => title === `5月考评的分从${before}改为${after}`);
    expect(notice?.body).toContain('异议期重新算');
  });

  it('is objected to by itself; once that is upheld and the finding withdrawn, the new review takes nothing off', async () => {
    const finding = idOf(await find());
    const objection = { line: 'deduction', text: '公示栏在二楼，现场人员没上去。' };
    expect((await stage.post(id, 'object', await county(), objection)).statusCode).toBe(200);
    expect((await stage.view(id, stage.lead)).objections).toMatchObject([{ ...objection, answer: null }]);
    await stage.post(id, 'answer', stage.lead, { number: 1, isUpheld: true, reason: '复查看到了。' });
    await withdraw(finding);
    const { version } = await stage.view(id, stage.lead);
    const review = { verdicts: [], reasons: {} };
    expect((await stage.post(id, 'confirm', stage.lead, { version, review })).statusCode).toBe(200);
    expect((await told())[1]).toBe('0.00');
  });

  it('waits for the answer to an objection, and is told with it', async () => {
    await stage.post(id, 'object', await county(), { line: 'completion', text: '材料19日已经交过。' });
    await find();
    expect((await stage.view(id, stage.lead)).state).toBe('objected');
    await stage.post(id, 'answer', stage.lead, { number: 1, isUpheld: false, reason: '与会议无关。' });
    expect((await stage.view(id, stage.lead)).state).toBe('reviewed');
    expect((await told())[1]).toBe('-5.71');
  });

  it('states a reviewed month anew when a ruling changes it', async () => {
    const [before] = await told();
    await agree();
    const ruling = { year: 2022, name: 'materials', value: 'annex-3', text: '材料按附件3的表', basis: '附则' };
    const draft = idOf(await ask('rulings', { ...ruling, fromPeriod: MAY }));
    const checker = await stage.second();
    await stage.ask({ method: 'POST', url: `/api/rulings/${draft}/check`, as: checker, body: {} });
    const view = await stage.view(id, await county());
    expect(view.state).toBe('reviewed');
    expect(view.review?.reason).toBe('5月24日定了口径（材料报送5加5，还是2.5加2.5）：材料按附件3的表');
    expect(view.earlierReviews.map(({ reason }) => reason)).toEqual(['']);
    const [after] = await told();
    expect(after).not.toBe(before);
    const inbox = (await stage.get('/api/inbox', await county())).json<InboxView>();
    expect(inbox.claims).toContainEqual(
      expect.objectContaining({
        title: `5月考评复核：${after}，重算前${before}`,
        about: '5月24日定了口径（材料报送5加5，还是2.5加2.5），不同意可以提异议',
      }),
    );
  });

  it('tells the numbers after the factor where a ruling moves the factor alone', async () => {
    await agree();
    await finalise();
    const before = scoreMonth((await stage.view(id, await county())).review!.month).score;
    const ruling = { year: 2022, name: 'monthlyFactor', value: '0.8', text: '月度得分乘0.8', basis: '附则' };
    const draft = idOf(await ask('rulings', { ...ruling, fromPeriod: MAY }));
    const checker = await stage.second();
    await stage.ask({ method: 'POST', url: `/api/rulings/${draft}/check`, as: checker, body: {} });
    const after = scoreMonth((await stage.view(id, await county())).review!.month).score;
    expect(after).not.toBe(before);
    await stage.deliver();
    const { toKnow, claims } = (await stage.get('/api/inbox', await county())).json<InboxView>();
    expect(toKnow.map(({ title }) => title)).toContain(`5月考评的分从${before}改为${after}（折算后）`);
    expect(claims.map(({ title }) => title)).toContain(`5月考评复核：折算后${after}，重算前${before}`);
    await agree();
    await finalise();
    const { months } = (await stage.get('/api/scores/history', await county())).json<ScoreHistoryView>();
    const month = months.find(({ assessmentId }) => assessmentId === id)!;
    expect(historyNotes(month)[0]).toContain(`定稿${before}，按新口径重新定稿${after}（折算后）`);
  });

  it('counts an adjustment that is confirmed after the review, and no more once that is taken back', async () => {
    const as = await county();
    const apply = await stage.ask({ method: 'POST', url: '/api/applications', as, body: TASK });
    await ask(`applications/${idOf(apply)}/decide`, YES);
    const { adjustments } = (await stage.view(id, stage.lead)).records;
    expect(adjustments.filter(({ approved }) => !approved)).toMatchObject([
      { id: idOf(apply), standing: 'unconfirmed' },
    ]);
    const [before] = await told();
    await agree();
    const confirm = (verdict: string, reason: string): Promise<LightMyRequestResponse> =>
      ask(`applications/${idOf(apply)}/months`, { period: MAY, verdict, reason });
    expect((await confirm('carried-out', '')).statusCode).toBe(200);
    expect((await stage.view(id, stage.lead)).state).toBe('reviewed');
    expect(Number((await told())[0]) - Number(before)).toBe(1);
    await agree();
    await finalise();
    expect((await confirm('not-carried-out', '没开展。')).statusCode).toBe(200);
    expect((await stage.view(id, stage.lead)).state).toBe('reviewed');
    expect((await told())[0]).toBe(before);
  });

  it('counts an adjustment no more that is ended from the month on, and tells the county its number anew', async () => {
    const body = { ...TASK, fromPeriod: '2022-04' };
    const apply = await stage.ask({ method: 'POST', url: '/api/applications', as: await county(), body });
    await ask(`applications/${idOf(apply)}/decide`, YES);
    const [before] = await told();
    await ask(`applications/${idOf(apply)}/months`, { period: MAY, verdict: 'carried-out', reason: '' });
    expect(Number((await told())[0]) - Number(before)).toBe(1);
    await agree();
    await finalise();
    const ended = await ask(`applications/${idOf(apply)}/end`, { fromPeriod: MAY, reason: '上级任务取消了。' });
    expect(ended.statusCode).toBe(200);
    expect([(await stage.view(id, stage.lead)).state, (await told())[0]]).toEqual(['reviewed', before]);
  });

  describe('once the month is published', () => {
    const correct = async (verdict: object): Promise<LightMyRequestResponse> => {
      const { version } = await stage.view(id, stage.lead);
      const review = { verdicts: [{ reason: '复查时看到了', ...verdict }], reasons: {} };
      return stage.post(id, 'correct', stage.lead, { version, review, reason: '复查结果不同' });
    };
    const last = async (): Promise<string> => (await stage.view(id, stage.lead)).scores.at(-1)!.raw;
    const publish = async (): Promise<void> => {
      for (const { unitName } of (await stage.list()).rows) await stage.final(unitName);
      expect((await stage.publish()).statusCode).toBe(200);
    };

    it('is made and withdrawn by a correction with its reason, and by nothing else', async () => {
      const { isDrawn, records } = await stage.view(id, stage.lead);
      expect(isDrawn).toBe(true);
      const subject = 'finding';
      const measure = records.measures.find(({ done }) => done)!.id;
      expect((await correct({ subject, id: measure, counts: true })).statusCode).toBe(409);
      await publish();
      const full = await last();
      expect((await find()).json()).toMatchObject({ code: 'information.month-published' });
      expect((await correct({ subject, id: measure, counts: true, reason: '' })).statusCode).toBe(422);
      expect((await correct({ subject, id: measure, counts: true })).statusCode).toBe(200);
      expect(Number(full) - Number(await last())).toBeCloseTo(5.71, 1);
      expect((await stage.view(id, stage.lead)).records.failedMeasures).toEqual([measure]);
      expect((await correct({ subject, id: measure, counts: false })).statusCode).toBe(200);
      expect(await last()).toBe(full);
      const rows = await stage.rows<{ n: number }>('SELECT COUNT(*) AS n FROM spot_check_finding');
      expect(Number(rows[0]!.n)).toBe(2);
    });

    it('does not accept as done what a finding says is undone, until that is withdrawn', async () => {
      const { records } = await stage.view(id, stage.lead);
      const undone = records.measures.find(({ done }) => !done)!.id;
      const { measureId } = drawn.measures.find(({ state }) => state !== 'done')!;
      const finding = { period: MAY, unitId: drawn.unitId, measureId, verdict: 'undone', text: '没有看到。' };
      await ask('spot-checks/findings', { ...finding, attachmentIds: [] });
      await publish();
      const against = { subject: 'measure', id: undone, counts: true };
      expect((await correct(against)).json()).toMatchObject({ code: 'assessment.finding-stands' });
      const { version } = await stage.view(id, stage.lead);
      const reason = '复查时看到了';
      const verdicts = [
        { ...against, reason },
        { subject: 'finding', id: undone, counts: false, reason },
      ];
      const order = { version, review: { verdicts, reasons: {} }, reason: '复查结果不同' };
      expect((await stage.post(id, 'correct', stage.lead, order)).statusCode).toBe(200);
      const { month } = (await stage.view(id, stage.lead)).scores.at(-1)!;
      expect(month.measures.find((each) => each.id === undone)).toMatchObject({ done: true, failedSpotCheck: false });
    });
  });

  it('is either in the final score or takes it back, whatever comes first', async () => {
    await agree();
    const [found] = await Promise.all([find(), finalise()]);
    expect(found.statusCode).toBe(200);
    expect((await stage.view(id, stage.lead)).state).toBe('reviewed');
    expect((await told())[1]).toBe('-5.71');
  });
});
