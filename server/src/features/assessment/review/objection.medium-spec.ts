import type { InboxView } from '@jiannuo/shared/notifications';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

const OBJECTION = { line: 'completion', text: '会议材料5月19日已经交过。' };
const OTHER = { line: 'timeliness', text: '月报是20日交的。' };

describeOnEachDatabase('Objections (异议) to a review (Q18)', (open) => {
  let stage: AssessmentStage;
  let id: string;

  const object = (objection: object) => stage.post(id, 'object', stage.officer, objection);
  const answer = (number: number, isUpheld: boolean) =>
    stage.post(id, 'answer', stage.lead, { number, isUpheld, reason: '核对过了。' });
  const inboxOf = async (reader: string) => (await stage.get('/api/inbox', reader)).json<InboxView>();
  const seen = () => stage.view(id, stage.officer);

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at('2022-05-22T02:00:00.000Z');
    id = await stage.reviewed('逊克县');
  });
  afterEach(() => stage.close());

  it('may be several: each is answered, and the month moves on with the last answer', async () => {
    expect((await object(OBJECTION)).statusCode).toBe(200);
    expect((await object(OTHER)).statusCode).toBe(200);
    expect((await answer(1, true)).statusCode).toBe(200);
    expect(await seen()).toMatchObject({
      state: 'objected',
      objections: [
        { ...OBJECTION, reviewNumber: 1, answer: 'upheld' },
        { ...OTHER, reviewNumber: 1, answer: null },
      ],
    });
    expect((await answer(2, false)).statusCode).toBe(200);
    expect((await seen()).state).toBe('submitted');
  });

  it('leave the days running when they are refused, so that the next point can still be raised', async () => {
    await object(OBJECTION);
    await answer(1, false);
    expect(await seen()).toMatchObject({ state: 'reviewed', actions: ['agree', 'object'] });
    expect((await object(OBJECTION)).json()).toMatchObject({ code: 'assessment.objected-already' });
    expect((await stage.post(id, 'finalise', stage.lead)).json()).toMatchObject({ code: 'assessment.objection-open' });
    expect((await object(OTHER)).statusCode).toBe(200);
    await answer(2, false);
    await stage.agree(id, stage.officer);
    expect((await stage.post(id, 'finalise', stage.lead)).statusCode).toBe(200);
  });

  it('are answered once when two officers answer at once, and the other reads that it was answered', async () => {
    await object(OBJECTION);
    const both = await Promise.all([answer(1, true), answer(1, false)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)!.json()).toMatchObject({
      code: 'assessment.objection-answered',
    });
  });

  it('are taken once for a line when a phone sends twice at once', async () => {
    const both = await Promise.all([object(OBJECTION), object(OBJECTION), object(OTHER)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 409]);
    expect((await seen()).objections.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('that were upheld are not confirmed away: the line concerned has other points, or another reason', async () => {
    await object(OBJECTION);
    await object(OTHER);
    await answer(1, true);
    await answer(2, false);
    const { version } = await stage.view(id, stage.lead);
    const confirm = (reasons: object) =>
      stage.post(id, 'confirm', stage.lead, { version, review: { verdicts: [], reasons } });
    const elsewhere = await confirm({ timeliness: '月报按收到的时间算' });
    expect(elsewhere.statusCode).toBe(422);
    expect(elsewhere.json()).toMatchObject({ code: 'assessment.upheld-unchanged' });
    expect((await confirm({ completion: '补看了会议材料，分数不变' })).statusCode).toBe(200);
  });

  it('are waited for before the county’s eyes: the number and until when, while neither it agreed nor the days ran out', async () => {
    const waiting = async () => (await inboxOf(stage.officer)).claims.filter(({ targets }) => targets[0].id === id);
    const { total } = (await seen()).sheet!.content;
    const claim = { title: `5月考评复核：${total}，和自评一样`, dueAt: '2022-05-25T16:00:00.000Z' };
    expect(await waiting()).toMatchObject([claim]);
    stage.at('2022-05-25T16:00:00.000Z');
    expect(await waiting()).toEqual([]);
    stage.at('2022-05-25T15:59:00.000Z');
    await object(OBJECTION);
    expect(await waiting()).toEqual([]);
    await answer(1, false);
    expect(await waiting()).toMatchObject([claim]);
    await stage.agree(id, stage.officer);
    expect(await waiting()).toEqual([]);
  });

  it('are told of with what was cut and until when, to the county alone', async () => {
    const remark = '信息报过两条';
    const cut = await stage.handIn('爱辉区', () => ({ scores: { information: '2.00' }, remark }));
    const { version, sheet } = await stage.view(cut, stage.lead);
    const review = { verdicts: [], reasons: { information: '没有收到' } };
    expect((await stage.post(cut, 'confirm', stage.lead, { version, review })).statusCode).toBe(200);
    await stage.deliver();
    const { claims, toKnow } = await inboxOf(await stage.as('爱辉区', 'liaison'));
    const words = `${(Number(sheet!.content.total) - 2).toFixed(2)}，比自评少2.00`;
    expect(claims).toContainEqual(expect.objectContaining({ title: `5月考评复核：${words}` }));
    const notice = toKnow.find(({ title }) => title === `5月考评复核好了：${words}`);
    expect(notice?.body).toBe('5月25日 周三 24:00前可以提异议，点开看每一项的分和理由。');
    for (const reader of [stage.lead, stage.officer]) {
      expect(JSON.stringify((await inboxOf(reader)).claims)).not.toContain(cut);
    }
  });

  it('are waited for before the lead unit’s eyes until the last is answered', async () => {
    const waiting = async (reader: string) =>
      (await inboxOf(reader)).claims.filter(({ targets }) => targets[0].kind === 'objection');
    await object(OBJECTION);
    await object(OTHER);
    const claim = { targets: [{ kind: 'objection', id }], title: '逊克县对5月复核提了2条异议' };
    expect(await waiting(stage.lead)).toMatchObject([claim]);
    expect(await waiting(stage.officer)).toEqual([]);
    await answer(1, false);
    expect(await waiting(stage.lead)).toMatchObject([{ ...claim, title: '逊克县对5月复核提了1条异议' }]);
    await answer(2, false);
    expect(await waiting(stage.lead)).toEqual([]);
  });

  it('are not the only thing that waits: what came in waits for review, counted by month, until it is confirmed', async () => {
    const waiting = async (reader: string) =>
      (await inboxOf(reader)).claims.filter(({ targets }) => targets[0].kind === 'review-month');
    expect(await waiting(stage.lead)).toEqual([]);
    await stage.handIn('爱辉区');
    await stage.handIn('孙吴县');
    const month = { kind: 'review-month', id: '2022-05' };
    expect(await waiting(stage.lead)).toMatchObject([
      { title: '5月自查评分：2个县等您复核', targets: [month, {}, {}] },
    ]);
    await stage.reviewed('孙吴县');
    expect(await waiting(stage.lead)).toMatchObject([{ title: '5月自查评分：1个县等您复核', targets: [month, {}] }]);
    expect(await waiting(stage.officer)).toEqual([]);
  });

  it('leave every review that was told readable, with its numbers and reasons', async () => {
    await object(OBJECTION);
    await answer(1, true);
    const { version } = await stage.view(id, stage.lead);
    const review = { verdicts: [], reasons: { completion: '补看了材料' } };
    await stage.put(id, 'review', stage.lead, { version, review });
    expect(await seen()).toMatchObject({ earlierReviews: [], review: { number: 1 } });
    await stage.post(id, 'confirm', stage.lead, { version: version + 1, review });
    expect(await seen()).toMatchObject({
      earlierReviews: [{ number: 1, isConfirmed: true, review: { verdicts: [], reasons: {} } }],
      review: { number: 2, review },
    });
  });
});
