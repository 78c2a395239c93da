import type { LightMyRequestResponse } from 'fastify';
import type { InboxView, NoticeView } from '@jiannuo/shared/notifications';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { scoreMonth } from '@jiannuo/shared/scoring';
import { openAssessmentStage, type AssessmentStage } from '../../../../test/assessment-stage';
import { describeOnEachDatabase } from '../../../../test/databases';

const COUNTY = '逊克县';
/** The time for it ends with the 23rd. */
const LATE = '2022-05-24T00:30:00.000Z';
const IN_TIME = '2022-05-23T12:00:00.000Z';

describeOnEachDatabase('The true time of a self-assessment that was entered for a county (附件3说明1)', (open) => {
  let stage: AssessmentStage;
  let owed: string;

  beforeEach(async () => {
    stage = await openAssessmentStage(open);
    stage.at('2022-05-24T01:00:00.000Z');
    owed = (await stage.list()).rows.find(({ unitName }) => unitName === COUNTY)!.obligationId;
  });
  afterEach(() => stage.close());

  const ask = (url: string, body: object, as = stage.lead): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url: `/api/${url}`, as, body });
  /** 逊克县's annex 3 by e-mail, entered with a time that is late. */
  const enter = (scores: object | null = null): Promise<LightMyRequestResponse> => {
    const content = scores === null ? null : { scores, total: '' };
    const entry = { channel: 'email', receivedAt: LATE, basis: '邮箱收信时间', attachmentIds: [] };
    return ask('reports/enter-for', { obligationId: owed, content, ...entry });
  };
  const object = (text = '23日晚上就发了。', as = stage.officer): Promise<LightMyRequestResponse> =>
    ask(`entered-assessments/${owed}/object`, { text }, as);
  const correct = (receivedAt = IN_TIME, as = stage.lead): Promise<LightMyRequestResponse> =>
    ask(`entered-assessments/${owed}/correct-time`, { receivedAt, reason: '邮箱里另有一封' }, as);
  const receipt = async (as = stage.officer): Promise<ReceiptView> =>
    (await stage.get(`/api/entered-assessments/${owed}/receipt`, as)).json();
  const notices = async (as: string, kind: string, list: 'toDo' | 'toKnow'): Promise<readonly NoticeView[]> => {
    await stage.deliver();
    const inbox = (await stage.get('/api/inbox', as)).json<InboxView>();
    return inbox[list].filter((notice) => notice.kind === kind);
  };
  const timeliness = async (id: string): Promise<number> => {
    const { review } = await stage.view(id, stage.officer);
    return Number(scoreMonth(review!.month).raw.timeliness);
  };
  const confirm = async (id: string): Promise<LightMyRequestResponse> => {
    const { version } = await stage.view(id, stage.lead);
    return stage.post(id, 'confirm', stage.lead, { version, review: { verdicts: [], reasons: {} } });
  };

  it('opens with its receipt: the county objects, the lead unit puts it right, and both times stay on record', async () => {
    const entered = (await enter()).json<ReceiptView>();
    expect(await notices(stage.officer, 'entered', 'toKnow')).toMatchObject([
      {
        body: '市专班牵头单位已代您单位登记，真实收到时间是今天 08:30。请核对，5月27日 周五 24:00前可以提不同。',
        target: { kind: 'entered-receipt', id: owed },
      },
    ]);
    expect(await receipt()).toMatchObject({
      title: '自查评分',
      isOnTime: false,
      receiptNumber: entered.receiptNumber,
      contentHash: entered.contentHash,
      entry: {
        basis: '邮箱收信时间',
        until: '2022-05-27T16:00:00.000Z',
        mayObject: true,
        mayCorrect: false,
        notes: [],
      },
    });
    expect((await receipt(stage.lead)).entry).toMatchObject({ mayObject: false, mayCorrect: true });
    expect((await object()).statusCode).toBe(200);
    expect(await notices(stage.lead, 'objected', 'toDo')).toMatchObject([
      {
        title: '逊克县说5月自查评分代录的时间不对',
        body: '23日晚上就发了。',
        target: { kind: 'entered-time', id: owed },
      },
    ]);
    expect((await correct()).statusCode).toBe(200);
    const seen = await receipt();
    expect(seen).toMatchObject({ receivedAt: IN_TIME, isOnTime: true, contentHash: entered.contentHash });
    expect(seen.entry?.notes).toMatchObject([
      { kind: 'objection', text: '23日晚上就发了。', from: null, to: null },
      { kind: 'correction', text: '邮箱里另有一封', from: LATE, to: IN_TIME },
    ]);
    expect(await notices(stage.officer, 'time-corrected', 'toKnow')).toMatchObject([
      { title: '5月自查评分收到时间改为5月23日 20:00，算按时', target: { kind: 'entered-receipt', id: owed } },
    ]);
    expect(await notices(stage.lead, 'objected', 'toDo')).toEqual([]);
    const id = await stage.open(COUNTY);
    expect(await stage.view(id, stage.officer)).toMatchObject({ metAt: IN_TIME, channel: 'email' });
  });

  it('stands beside the copied scores also after the county put these right, and the copy keeps its hash', async () => {
    const entered = (await enter({ completion: '40' })).json<ReceiptView>();
    expect((await correct()).statusCode).toBe(200);
    const id = await stage.open(COUNTY);
    const { sheet, draft } = await stage.view(id, stage.officer);
    expect(sheet?.content.total).toBe('40.00');
    expect(sheet).toMatchObject({ receivedAt: IN_TIME, entry: { channel: 'email' } });
    expect((await receipt()).contentHash).toBe(entered.contentHash);
    const scores = { completion: '39', timeliness: '4', information: '0', adjustment: '0' };
    const content = { measures: [], scores, remark: '原件是39分' };
    const body = { revision: draft.revision, content, total: '43.00' };
    expect((await stage.post(id, 'submit', stage.officer, body)).json()).toEqual({ number: 2 });
    expect((await object()).statusCode).toBe(200);
    expect((await correct(LATE)).statusCode).toBe(200);
    expect(await stage.view(id, stage.lead)).toMatchObject({
      metAt: LATE,
      sheet: { number: 2, content: { total: '43.00' } },
      earlierSheets: [{ receivedAt: LATE, content: { total: '40.00' } }],
    });
    expect((await receipt()).contentHash).toBe(entered.contentHash);
  });

  it('moves the score of a month that is reviewed: the county is told, and a final score is taken back', async () => {
    await enter();
    const id = await stage.reviewed(COUNTY);
    const before = await timeliness(id);
    expect((await correct()).statusCode).toBe(200);
    expect(await timeliness(id)).toBe(before + 1);
    expect((await stage.view(id, stage.lead)).state).toBe('reviewed');
    const [told] = await notices(stage.officer, 'assessment-restate', 'toKnow');
    expect(told?.body).toMatch(/^自查评分收到的时间记为5月23日 20:00。异议期重新算/);
    expect((await stage.agree(id, stage.officer)).statusCode).toBe(200);
    expect((await stage.post(id, 'finalise', stage.lead)).statusCode).toBe(200);
    expect((await correct(LATE)).statusCode).toBe(200);
    expect((await stage.view(id, stage.lead)).state).toBe('reviewed');
    expect(await timeliness(id)).toBe(before);
  });

  it('stands as a fact beside a published month, whose correction the lead unit then has to do', async () => {
    await enter();
    for (const { unitName } of (await stage.list()).rows) await stage.final(unitName);
    expect((await stage.publish()).statusCode).toBe(200);
    expect((await correct()).statusCode).toBe(200);
    const id = await stage.open(COUNTY);
    expect(await stage.view(id, stage.lead)).toMatchObject({ state: 'published', scores: [{ kind: 'final' }] });
    expect(await notices(stage.lead, 'correction-due', 'toDo')).toMatchObject([
      { title: '5月逊克县成绩要更正：自查评分收到的时间记为5月23日 20:00', target: { kind: 'correction', id } },
    ]);
    // What it was before counts again: nothing is left to correct.
    expect((await correct(LATE)).statusCode).toBe(200);
    expect(await notices(stage.lead, 'correction-due', 'toDo')).toEqual([]);
  });

  it('keeps an objection to be answered when the month is reviewed meanwhile', async () => {
    await enter();
    await object();
    expect(await notices(stage.lead, 'objected', 'toDo')).toHaveLength(1);
    await stage.reviewed(COUNTY);
    expect(await notices(stage.lead, 'objected', 'toDo')).toHaveLength(1);
  });

  it('is put right by one of two who do it at once, and is in the review that is confirmed at the same moment', async () => {
    await enter();
    const both = await Promise.all([correct(IN_TIME), correct(IN_TIME, await stage.second())]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
    expect((await receipt()).entry?.notes).toHaveLength(1);
    const objections = await Promise.all([object('第一次'), object('第二次')]);
    expect(objections.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const id = await stage.open(COUNTY);
    const [confirmed, corrected] = await Promise.all([confirm(id), correct(LATE)]);
    expect([confirmed.statusCode, corrected.statusCode]).toEqual([200, 200]);
    const { review, metAt } = await stage.view(id, stage.officer);
    expect(metAt).toBe(LATE);
    expect(review!.month.obligations.find((each) => each.id === owed)).toMatchObject({ metAt: LATE });
  });

  it('is refused by a clear sentence where there is none, where the county handed in itself, and to others', async () => {
    const nothing = { code: 'reporting.nothing-in', sentence: '这一项还没有收到，没有收到时间可以核对。' };
    expect([(await correct()).statusCode, (await correct()).json()]).toEqual([409, expect.objectContaining(nothing)]);
    await enter();
    const other = await stage.as('嫩江市', 'liaison');
    expect((await object('不同意', other)).statusCode).toBe(404);
    expect((await stage.get(`/api/entered-assessments/${owed}/receipt`, other)).statusCode).toBe(404);
    expect((await correct(IN_TIME, stage.officer)).statusCode).toBe(403);
    expect((await correct(LATE)).json()).toMatchObject({ code: 'reporting.received-same' });
    expect((await correct('2022-05-24T01:00:00.001Z')).json()).toMatchObject({ code: 'reporting.received-in-future' });
    stage.at('2022-05-27T16:00:00.000Z');
    expect((await object()).json()).toMatchObject({ code: 'reporting.objection-too-late' });
    stage.at('2022-05-22T01:00:00.000Z');
    await stage.handIn('北安市');
    const own = (await stage.list()).rows.find(({ unitName }) => unitName === '北安市')!.obligationId;
    const body = { receivedAt: '2022-05-21T01:00:00.000Z', reason: '早一天' };
    const refused = await ask(`entered-assessments/${own}/correct-time`, body);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'reporting.not-entered']);
    const asked = await stage.get(`/api/entered-assessments/${own}/receipt`, await stage.as('北安市', 'liaison'));
    expect(asked.json()).toMatchObject({ code: 'reporting.not-entered' });
  });
});
