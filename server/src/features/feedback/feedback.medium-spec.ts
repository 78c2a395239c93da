import type { LightMyRequestResponse } from 'fastify';
import type { FeedbackListView, FeedbackStanding, FeedbackView } from '@jiannuo/shared/feedback';
import type { InboxView } from '@jiannuo/shared/notifications';
import type { Role } from '@jiannuo/shared/people';
import { describeOnEachDatabase } from '../../../test/databases';
import { openReportStage, type ReportStage } from '../../../test/report-stage';

const LEAD = '市专班牵头单位';
const WRITTEN = { kind: 'complaint', text: '同一份材料要了两遍。', contact: '打办公室电话' };

describeOnEachDatabase('投诉建议, between its writer and the lead unit', (open) => {
  let stage: ReportStage;
  let writer: string;
  let lead: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    stage.at('2022-05-12T01:00:00.000Z');
    writer = await stage.as('逊克县', 'liaison');
    lead = await stage.as(LEAD, 'lead-officer');
  });
  afterEach(() => stage.close());

  const get = async <T>(as: string, url: string): Promise<T> => (await stage.ask({ url, as })).json<T>();
  const post = (as: string, url: string, body: object = {}): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url, as, body });
  const write = async (body: object = WRITTEN, as = writer): Promise<string> =>
    (await post(as, '/api/feedback', body)).json<FeedbackStanding>().feedbackId;
  const view = (as: string, id: string): Promise<FeedbackView> => get(as, `/api/feedback/${id}`);
  const feedbackNotices = async (as: string, list: 'toDo' | 'toKnow'): Promise<readonly object[]> =>
    (await get<InboxView>(as, '/api/inbox'))[list].filter(({ kind }) => kind === 'feedback');

  it('is written, answered, added to, answered again and closed, and every word stays', async () => {
    const id = await write();
    stage.at('2022-05-12T02:00:00.000Z');
    await post(lead, `/api/feedback/${id}/reply`, { text: '已告诉各处，只要一遍。' });
    stage.at('2022-05-12T03:00:00.000Z');
    await post(writer, `/api/feedback/${id}/add`, { text: '今天又要了一遍。' });
    expect(await view(writer, id)).toMatchObject({ state: 'received', actions: ['add'] });
    stage.at('2022-05-12T04:00:00.000Z');
    await post(lead, `/api/feedback/${id}/reply`, { text: '已当面说清。' });
    await post(lead, `/api/feedback/${id}/close`);
    expect(await view(writer, id)).toMatchObject({
      state: 'closed',
      contact: '打办公室电话',
      isOwn: true,
      actions: [],
      messages: [
        { party: 'writer', action: 'write', text: '同一份材料要了两遍。', byUnit: '逊克县' },
        { party: 'lead', action: 'reply', text: '已告诉各处，只要一遍。', byUnit: LEAD },
        { party: 'writer', action: 'add', text: '今天又要了一遍。' },
        { party: 'lead', action: 'reply', text: '已当面说清。' },
        { party: 'lead', action: 'close', text: '' },
      ],
    });
  });

  it('comes to the lead unit’s inbox, and the answer to the writer’s, each opening the entry', async () => {
    const id = await write();
    const target = { kind: 'feedback', id };
    expect(await feedbackNotices(lead, 'toDo')).toMatchObject([{ title: '有一件投诉要回复', from: '逊克县', target }]);
    expect(await feedbackNotices(writer, 'toKnow')).toEqual([]);
    await post(lead, `/api/feedback/${id}/reply`, { text: '收到，马上改。' });
    expect(await feedbackNotices(lead, 'toDo')).toEqual([]);
    expect(await feedbackNotices(writer, 'toKnow')).toMatchObject([{ title: '您的投诉有回复了', from: LEAD, target }]);
    stage.at('2022-05-12T05:00:00.000Z');
    await post(lead, `/api/feedback/${id}/close`);
    expect(await feedbackNotices(writer, 'toKnow')).toMatchObject([{ title: '您的投诉已办结', target }]);
  });

  it('shows the lead unit what waits for an answer first, the longest waiting at the top', async () => {
    const first = await write({ ...WRITTEN, text: '第一件' });
    stage.at('2022-05-13T01:00:00.000Z');
    const second = await write({ ...WRITTEN, text: '第二件' }, await stage.as('市司法局', 'leader'));
    stage.at('2022-05-14T01:00:00.000Z');
    const third = await write({ ...WRITTEN, kind: 'help', text: '第三件' });
    stage.at('2022-05-15T01:00:00.000Z');
    await post(lead, `/api/feedback/${first}/reply`, { text: '好' });
    const { rows } = await get<FeedbackListView>(lead, '/api/feedback/all');
    expect(rows.map(({ id }) => id)).toEqual([second, third, first]);
    expect(rows[0]).toMatchObject({ unitName: '市司法局', opening: '第二件', state: 'received' });
    const own = await get<FeedbackListView>(writer, '/api/feedback');
    expect(own.rows.map(({ id }) => id)).toEqual([first, third]);
  });

  it.each<readonly [string, string, Role]>([
    ['another liaison', '嫩江市', 'liaison'],
    ['the writer’s own leader', '逊克县', 'leader'],
    ['the administrator', LEAD, 'administrator'],
    ['the lead unit of another group', '市招商办', 'lead-officer'],
  ])('does not exist for %s', async (_who, unitName, role) => {
    const id = await write();
    const other = await stage.as(unitName, role);
    const never = await stage.ask({ url: '/api/feedback/01ARZ3NDEKTSV4RRFFQ69G5FAV', as: other });
    const hidden = await stage.ask({ url: `/api/feedback/${id}`, as: other });
    expect([hidden.statusCode, hidden.json().code]).toEqual([404, never.json().code]);
    expect((await get<FeedbackListView>(other, '/api/feedback')).rows).toEqual([]);
    const added = await post(other, `/api/feedback/${id}/add`, { text: '我也说一句' });
    expect(added.statusCode).toBe(404);
    const all = await stage.ask({ url: '/api/feedback/all', as: other });
    expect(all.statusCode === 403 || all.json<FeedbackListView>().rows.length === 0).toBe(true);
    expect(await stage.rows('SELECT id FROM feedback_message')).toHaveLength(1);
  });

  it('stays with its writer when the post is handed over', async () => {
    const id = await write();
    const [post] = await stage.rows<{ id: string; unit_id: string }>(
      "SELECT a.id, a.unit_id FROM appointment a JOIN unit u ON u.id = a.unit_id WHERE u.name = '逊克县' AND a.role = 'liaison'",
    );
    const next = { unitId: post!.unit_id, role: 'liaison', personName: '接手人', phone: '13800000166' };
    const body = {
      ...next,
      section: '信用科',
      post: '科长',
      isSectionHead: true,
      notHeadReason: null,
      replaces: post!.id,
    };
    expect((await stage.ask({ method: 'POST', url: '/api/appointments', as: lead, body })).statusCode).toBe(201);
    const successor = await stage.server.signInAs('逊克县', 'liaison');
    expect((await stage.ask({ url: `/api/feedback/${id}`, as: successor })).statusCode).toBe(404);
    expect((await get<FeedbackListView>(successor, '/api/feedback')).rows).toEqual([]);
    expect((await answer(id)).statusCode).toBe(200);
  });

  const answer = (id: string): Promise<LightMyRequestResponse> =>
    post(lead, `/api/feedback/${id}/reply`, { text: '好的' });

  it('is on record without its words', async () => {
    const id = await write();
    await answer(id);
    const entries = await stage.rows<{ action: string; detail: string }>(
      "SELECT action, detail FROM audit_entry WHERE subject_kind = 'feedback' ORDER BY id",
    );
    expect(entries.map(({ action }) => action)).toEqual(['feedback.write', 'feedback.reply']);
    expect(JSON.stringify(entries)).not.toMatch(/材料|好的|投诉|complaint/);
    expect(stage.server.logLines.join('')).not.toContain('同一份材料');
  });

  it('refuses what is none, closes nothing that was not answered, and adds nothing to what is closed', async () => {
    const bad = await post(writer, '/api/feedback', { kind: 'praise', text: ' ', contact: '' });
    expect([bad.statusCode, bad.json().code]).toEqual([422, 'feedback.kind-unknown']);
    const long = await post(writer, '/api/feedback', { ...WRITTEN, text: '字'.repeat(2001) });
    expect(long.json()).toMatchObject({ code: 'feedback.text-too-long' });
    expect((await post(writer, '/api/feedback', { ...WRITTEN, state: 'closed' })).statusCode).toBe(422);
    const id = await write({ kind: 'help', text: '𠮷😀'.repeat(1000) });
    expect((await view(writer, id)).messages[0]!.text).toBe('𠮷😀'.repeat(1000));
    const early = await post(lead, `/api/feedback/${id}/close`);
    expect([early.statusCode, early.json().code]).toEqual([409, 'feedback.not-answered']);
    expect((await post(writer, `/api/feedback/${id}/reply`, { text: '自己答' })).statusCode).toBe(403);
    await answer(id);
    await post(lead, `/api/feedback/${id}/close`);
    const late = await post(writer, `/api/feedback/${id}/add`, { text: '还有' });
    expect([late.statusCode, late.json().code]).toEqual([409, 'feedback.is-closed']);
  });

  it('keeps what is added while the lead unit closes: either it came first and waits, or it is refused', async () => {
    const id = await write();
    await answer(id);
    const [added, closed] = await Promise.all([
      post(writer, `/api/feedback/${id}/add`, { text: '还有一句' }),
      post(lead, `/api/feedback/${id}/close`),
    ]);
    expect([added.statusCode, closed.statusCode].sort()).toEqual([200, 409]);
    const { state, messages } = await view(writer, id);
    expect(state).toBe(added.statusCode === 200 ? 'received' : 'closed');
    expect(messages).toHaveLength(3);
  });
});
