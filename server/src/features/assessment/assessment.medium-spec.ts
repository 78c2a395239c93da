import { EMPTY_DRAFT, sheetPoints } from '@jiannuo/shared/assessment';
import { canonicalJson } from '@jiannuo/shared/kernel';
import { scoreMonth } from '@jiannuo/shared/scoring';
import { describeOnEachDatabase } from '../../../test/databases';
import { openAssessmentStage, type AssessmentStage } from '../../../test/assessment-stage';

const LATE = { subject: 'obligation', counts: false, reason: '当日平台故障' };

describeOnEachDatabase('A county’s month of assessment', (open) => {
  let stage: AssessmentStage;

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at('2022-05-22T02:00:00.000Z');
  });
  afterEach(() => stage.close());

  it('is begun once, whoever asks first, and has everything from the records (M1)', async () => {
    const ids = await Promise.all([stage.open('逊克县'), stage.open('逊克县'), stage.open('逊克县')]);
    expect(new Set(ids).size).toBe(1);
    const view = await stage.view(ids[0], stage.officer);
    expect(view).toMatchObject({ state: 'draft', actions: ['edit', 'submit'], sheet: null, review: null, scores: [] });
    expect(view.records.measures).toHaveLength(7);
    expect(view.draft.content).toEqual(EMPTY_DRAFT);
  });

  it('is handed in untouched, which meets the obligation and proves what was handed in', async () => {
    const id = await stage.handIn('逊克县');
    const view = await stage.view(id, stage.officer);
    expect(view).toMatchObject({ state: 'submitted', metAt: '2022-05-22T02:00:00.000Z', channel: 'app' });
    expect(view.actions).toEqual(['withdraw']);
    expect(view.sheet).toMatchObject({ number: 1, content: { total: sheetPoints(view.sheet!.content.month).total } });
    expect((await stage.list()).rows.find(({ unitName }) => unitName === '逊克县')).toMatchObject({
      state: 'submitted',
    });
  });

  it('is taken back before it is due, and owed again; not after', async () => {
    const id = await stage.handIn('逊克县');
    expect((await stage.post(id, 'withdraw', stage.officer)).statusCode).toBe(200);
    expect(await stage.view(id, stage.officer)).toMatchObject({ state: 'draft', metAt: null, sheet: null });
    await stage.handIn('逊克县');
    stage.at('2022-05-23T16:00:00.000Z');
    expect((await stage.post(id, 'withdraw', stage.officer)).json()).toMatchObject({ code: 'assessment.past-due' });
  });

  it('refuses a total that the records no longer give, and a device that is behind', async () => {
    const id = await stage.open('逊克县');
    const { draft } = await stage.view(id, stage.officer);
    const body = { revision: draft.revision, total: '70.00', content: EMPTY_DRAFT };
    expect((await stage.post(id, 'submit', stage.officer, body)).json()).toMatchObject({
      code: 'assessment.records-moved',
    });
    const behind = { ...body, revision: draft.revision + 1 };
    expect((await stage.post(id, 'submit', stage.officer, behind)).json()).toMatchObject({
      code: 'assessment.draft-behind',
    });
  });

  it.each([
    { part: { scores: { completion: '40.001' } }, code: 'scoring.too-many-places' },
    { part: { scores: { completion: '-1' } }, code: 'scoring.negative' },
    { part: { scores: { timeliness: '5.01' } }, code: 'scoring.too-high' },
    { part: { measures: [{ id: 'another', done: true }] }, code: 'assessment.measure-unknown' },
    { part: { remark: 'a'.repeat(501) }, code: 'assessment.text-too-long' },
  ])('refuses a mistaken or hostile sheet: $code', async ({ part, code }) => {
    const id = await stage.open('逊克县');
    const { draft } = await stage.view(id, stage.officer);
    const body = { revision: draft.revision, total: '0', content: { ...EMPTY_DRAFT, ...part } };
    expect((await stage.post(id, 'submit', stage.officer, body)).json()).toMatchObject({ code });
  });

  it('shows a county nothing of another, and no list of all', async () => {
    const id = await stage.handIn('逊克县');
    const other = await stage.as('孙吴县', 'liaison');
    expect((await stage.get(`/api/assessments/${id}`, other)).statusCode).toBe(404);
    expect((await stage.get('/api/assessments?period=2022-05', other)).statusCode).toBe(403);
    expect((await stage.post(id, 'withdraw', other)).statusCode).toBe(404);
  });

  it('is reviewed by verdicts, and a number that differs needs its reason (R50)', async () => {
    const id = await stage.handIn('逊克县', (view) => ({
      measures: [{ id: view.records.measures[0]!.id, done: true }],
    }));
    const before = await stage.view(id, stage.lead);
    const bare = { version: before.version, review: { verdicts: [], reasons: {} } };
    expect((await stage.post(id, 'confirm', stage.lead, bare)).json()).toMatchObject({
      code: 'assessment.reason-missing',
    });
    const review = { verdicts: [], reasons: { completion: '没有会议材料' } };
    expect((await stage.post(id, 'confirm', stage.lead, { ...bare, review })).statusCode).toBe(200);
    const view = await stage.view(id, stage.officer);
    expect(view).toMatchObject({
      state: 'reviewed',
      actions: ['agree', 'object'],
      objectionClosesAt: '2022-05-25T16:00:00.000Z',
      review: { isConfirmed: true, review },
    });
  });

  it('keeps a review from the county until it is confirmed', async () => {
    const id = await stage.handIn('逊克县');
    const { version } = await stage.view(id, stage.lead);
    const body = { version, review: { verdicts: [], reasons: { adjustment: '待核' } } };
    expect((await stage.put(id, 'review', stage.lead, body)).statusCode).toBe(200);
    expect((await stage.view(id, stage.officer)).review).toBeNull();
    expect((await stage.view(id, stage.lead)).review).toMatchObject({ isConfirmed: false });
    expect((await stage.list()).rows.filter(({ isUnderReview }) => isUnderReview)).toHaveLength(1);
  });

  it('loses nothing when the sheet was taken back, or another reviewed meanwhile', async () => {
    const id = await stage.handIn('逊克县');
    const { version } = await stage.view(id, stage.lead);
    const body = { version, review: { verdicts: [], reasons: {} } };
    await stage.post(id, 'withdraw', stage.officer);
    expect((await stage.post(id, 'confirm', stage.lead, body)).json()).toMatchObject({
      code: 'assessment.review-behind',
    });
    await stage.handIn('逊克县');
    const again = { ...body, version: (await stage.view(id, stage.lead)).version };
    const both = await Promise.all([
      stage.post(id, 'confirm', stage.lead, again),
      stage.post(id, 'confirm', stage.lead, again),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('is scored from the records when nothing came, once it was due', async () => {
    const id = await stage.open('逊克县');
    const { version } = await stage.view(id, stage.lead);
    const body = { version, review: { verdicts: [], reasons: {} } };
    expect((await stage.post(id, 'confirm', stage.lead, body)).json()).toMatchObject({ code: 'assessment.not-in-yet' });
    stage.at('2022-05-24T02:00:00.000Z');
    expect((await stage.post(id, 'confirm', stage.lead, body)).statusCode).toBe(200);
    const { review } = await stage.view(id, stage.lead);
    expect(scoreMonth(review!.month).raw.timeliness).toBe('3.00');
  });

  it('lets a late hand-in go for a reason, and asks for one', async () => {
    const id = await stage.handIn('逊克县');
    const view = await stage.view(id, stage.lead);
    const late = view.records.obligations.find(({ kind }) => kind === 'monthly-report')!;
    const without = {
      version: view.version,
      review: { verdicts: [{ ...LATE, id: late.id, reason: '' }], reasons: {} },
    };
    expect((await stage.post(id, 'confirm', stage.lead, without)).json()).toMatchObject({
      code: 'assessment.text-missing',
    });
    const verdicts = [{ ...LATE, id: late.id }];
    await stage.post(id, 'confirm', stage.lead, { ...without, review: { verdicts, reasons: {} } });
    await stage.agree(id, stage.officer);
    await stage.post(id, 'finalise', stage.lead);
    const [score] = (await stage.view(id, stage.officer)).scores;
    expect(scoreMonth(score!.month).raw.timeliness).toBe('5.00');
  });

  it('waits for the days of objection, hears an objection, and answers it (Q18)', async () => {
    const id = await stage.reviewed('逊克县');
    expect((await stage.post(id, 'finalise', stage.lead)).json()).toMatchObject({ code: 'assessment.objection-open' });
    const objection = { line: 'completion', text: '会议材料5月19日已经交过。' };
    expect((await stage.post(id, 'object', stage.officer, { ...objection, line: 'nothing' })).statusCode).toBe(422);
    expect((await stage.post(id, 'object', stage.officer, objection)).statusCode).toBe(200);
    expect((await stage.post(id, 'finalise', stage.lead)).statusCode).toBe(409);
    await stage.post(id, 'answer', stage.lead, { number: 1, isUpheld: true, reason: '材料找到了。' });
    expect(await stage.view(id, stage.lead)).toMatchObject({
      state: 'submitted',
      objections: [{ ...objection, answer: 'upheld', answerReason: '材料找到了。' }],
    });
  });

  it('takes no objection once the days have run, and can then be made final', async () => {
    const id = await stage.reviewed('逊克县');
    stage.at('2022-05-25T16:00:00.000Z');
    const objection = { line: 'completion', text: '晚了。' };
    expect((await stage.post(id, 'object', stage.officer, objection)).json()).toMatchObject({
      code: 'assessment.objection-closed',
    });
    expect((await stage.post(id, 'finalise', stage.lead)).statusCode).toBe(200);
  });

  it('is told for all counties at once, and only corrected from then on (R52, F77)', async () => {
    const names = (await stage.list()).rows.map(({ unitName }) => unitName);
    for (const name of names.slice(1)) await stage.final(name);
    expect((await stage.publish()).json()).toMatchObject({ code: 'assessment.not-all-final' });
    await stage.final(names[0]!);
    expect((await stage.publish()).json()).toEqual({ counties: 6, restated: 0 });
    expect((await stage.publish()).statusCode).toBe(409);
    const id = await stage.open('逊克县');
    const told = await stage.view(id, stage.lead);
    expect(told).toMatchObject({ state: 'published', actions: ['correct'] });
    const { measures } = told.scores[0]!.month;
    const verdicts = [{ subject: 'measure', id: measures[0]!.id, counts: true, reason: '材料补查到了' }];
    const order = { version: told.version, review: { verdicts, reasons: {} }, reason: '漏看一份会议材料' };
    const same = { ...order, review: { verdicts: [], reasons: {} } };
    expect((await stage.post(id, 'correct', stage.lead, same)).json()).toMatchObject({
      code: 'assessment.correction-same',
    });
    expect((await stage.post(id, 'correct', stage.officer, order)).statusCode).toBe(403);
    expect((await stage.post(id, 'correct', stage.lead, order)).statusCode).toBe(200);
    const after = await stage.view(id, stage.officer);
    expect(after.scores.map(({ kind }) => kind)).toEqual(['final', 'correction']);
    expect(after.scores[0]).toEqual(told.scores[0]);
    expect(after.scores[1]!.raw).not.toBe(told.scores[0]!.raw);
  });

  it('is made final for every county whose review stands, and leaves the others as they are (全部定稿)', async () => {
    expect((await stage.finaliseAll()).json()).toMatchObject({ code: 'assessment.none-to-finalise' });
    const agreed = await stage.reviewed('逊克县');
    await stage.agree(agreed, stage.officer);
    const waiting = await stage.reviewed('孙吴县');
    const unread = await stage.handIn('爱辉区');
    expect((await stage.finaliseAll(stage.officer)).statusCode).toBe(403);
    expect((await stage.finaliseAll()).json()).toEqual({ counties: 1, restated: 0, left: 5 });
    const states = async (): Promise<string[]> =>
      Promise.all([agreed, waiting, unread].map(async (id) => (await stage.view(id, stage.lead)).state));
    expect(await states()).toEqual(['final', 'reviewed', 'submitted']);
    stage.at('2022-05-25T16:00:00.000Z');
    expect((await stage.finaliseAll()).json()).toEqual({ counties: 1, restated: 0, left: 4 });
    expect(await states()).toEqual(['final', 'final', 'submitted']);
    const scores = await stage.rows<{ number: number }>('SELECT number FROM score');
    expect(scores.map(({ number }) => Number(number))).toEqual([1, 1]);
  });

  it('is made final once by those who do it at once, one by one or all together', async () => {
    const id = await stage.reviewed('逊克县');
    await stage.agree(id, stage.officer);
    const answers = await Promise.all([
      stage.finaliseAll(),
      stage.post(id, 'finalise', stage.lead),
      stage.finaliseAll(),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
    expect(await stage.rows('SELECT id FROM score')).toHaveLength(1);
  });

  it('keeps the case of every score, which gives the same bytes for ever', async () => {
    await stage.final('逊克县');
    const rows = await stage.rows<{ score_case: string; result: string }>('SELECT score_case, result FROM score');
    expect(rows).toHaveLength(1);
    for (const row of rows) expect(canonicalJson(scoreMonth(JSON.parse(row.score_case)))).toBe(row.result);
  });

  it('freezes the ledger’s month once its score is final (R21)', async () => {
    await stage.final('逊克县');
    const [row] = await stage.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM ledger_row r JOIN unit u ON u.id = r.unit_id
       WHERE u.name = '逊克县' AND r.period = '2022-05' AND r.is_scored = FALSE`,
    );
    expect(Number(row!.n)).toBe(0);
  });
});
