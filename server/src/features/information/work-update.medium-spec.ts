import type { LightMyRequestResponse } from 'fastify';
import type { MarkUpdateRequest, WorkUpdateListView, WorkUpdateView } from '@jiannuo/shared/information';
import type { InboxView } from '@jiannuo/shared/notifications';
import { CreditQueries } from '.';
import { describeOnEachDatabase } from '../../../test/databases';
import { aForm, aWordFile } from '../../../test/files';
import { MAY, openReportStage, type ReportStage } from '../../../test/report-stage';
import { OutboxDispatcher } from '../../platform/outbox';

const LEAD = '市专班牵头单位';
const UPDATE = { title: '乡镇集中赋码现场办公3场', text: '三个乡镇各办一场，当天赋码212户。', evidence: [] };
const QUALITY = { kind: 'high-quality', version: 1, reason: '有数据，有做法，可学。' } as const;
const ADOPTED = {
  kind: 'adopted',
  version: 1,
  reason: '',
  adopter: 'leading-group-office',
  confirmedOn: '2022-05-18',
} as const;

describeOnEachDatabase('A work update (art. 8)', (open) => {
  let stage: ReportStage;
  let officer: string;
  let lead: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    officer = await stage.as('逊克县', 'liaison');
    lead = await stage.as(LEAD, 'lead-officer');
    stage.at('2022-05-18T01:00:00.000Z');
  });
  afterEach(() => stage.close());

  const post = (as: string, path: string, body: object = {}): Promise<LightMyRequestResponse> =>
    stage.ask({ method: 'POST', url: `/api/work-updates${path}`, as, body });
  const send = async (body: object = UPDATE, as = officer): Promise<string> =>
    (await post(as, '', body)).json<{ id: string }>().id;
  const mark = (id: string, body: MarkUpdateRequest): Promise<LightMyRequestResponse> =>
    post(lead, `/${id}/marks`, body);
  const list = async (as: string, period = MAY): Promise<WorkUpdateListView> =>
    (await stage.ask({ url: `/api/work-updates?period=${period}`, as })).json();
  const view = async (as: string, id: string): Promise<WorkUpdateView> =>
    (await stage.ask({ url: `/api/work-updates/${id}`, as })).json();
  const credits = async (period = MAY): Promise<object> => {
    const all = await stage.server.app.get(CreditQueries).of({ groupId: stage.groupId, unitId: null }, period);
    return Object.fromEntries(all);
  };
  const unitOf = async (name: string): Promise<string> =>
    (await stage.rows<{ id: string }>('SELECT id FROM unit WHERE name = ?', [name]))[0]!.id;

  it('is sent at any time, dated by the server, and stands unread before the lead unit', async () => {
    const id = await send();
    expect((await list(officer)).rows).toMatchObject([{ id, state: 'received', sentAt: '2022-05-18T01:00:00.000Z' }]);
    expect((await list(lead)).rows).toMatchObject([{ id, unitName: '逊克县', isUnread: true }]);
    expect((await post(lead, `/${id}/open`)).statusCode).toBe(200);
    expect((await list(lead)).rows).toMatchObject([{ id, isUnread: false }]);
    expect((await list(await stage.as('孙吴县', 'liaison'))).rows).toEqual([]);
    expect((await view(lead, id)).actions).toEqual(['not-choose', 'choose', 'mark-high-quality', 'record-adoption']);
  });

  it('puts what nobody has opened before what came later', async () => {
    const first = await send();
    stage.at('2022-05-18T02:00:00.000Z');
    const second = await send();
    await post(lead, `/${second}/open`);
    expect((await list(lead)).rows.map(({ id }) => id)).toEqual([first, second]);
    expect((await list(officer)).rows.map(({ id }) => id)).toEqual([second, first]);
  });

  it('is taken back, unseen by the lead unit, and sent again as its next version with the date of then', async () => {
    const id = await send();
    await post(lead, `/${id}/open`);
    expect((await post(officer, `/${id}/take-back`)).json()).toMatchObject({ state: 'taken-back' });
    expect((await list(lead)).rows).toEqual([]);
    expect((await stage.ask({ url: `/api/work-updates/${id}`, as: lead })).statusCode).toBe(404);
    expect(await view(officer, id)).toMatchObject({ text: UPDATE.text, actions: ['send'] });
    stage.at('2022-06-01T01:00:00.000Z');
    expect((await post(officer, `/${id}/send`, { ...UPDATE, title: '改过的标题' })).json()).toMatchObject({
      version: 2,
    });
    lead = await stage.as(LEAD, 'lead-officer');
    expect((await list(lead, '2022-06')).rows).toMatchObject([{ id, title: '改过的标题', isUnread: true, version: 2 }]);
    const versions = await stage.rows('SELECT number, title FROM work_update_version ORDER BY number');
    expect(versions).toEqual([
      { number: 1, title: UPDATE.title },
      { number: 2, title: '改过的标题' },
    ]);
  });

  it('is not taken back once it was judged', async () => {
    const id = await send();
    await mark(id, QUALITY);
    const answer = await post(officer, `/${id}/take-back`);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      409,
      'information.not-possible-high-quality',
    ]);
  });

  it('is called high quality with a reason (Q13), which the unit reads and hears of', async () => {
    const id = await send();
    expect((await mark(id, { ...QUALITY, reason: ' \u200B' })).statusCode).toBe(422);
    expect((await mark(id, QUALITY)).json()).toMatchObject({ state: 'high-quality' });
    expect(await list(officer)).toMatchObject({
      rows: [{ state: 'high-quality', marks: [{ reason: QUALITY.reason, creditedPeriod: MAY }] }],
      points: { total: 1, highQuality: { count: 1, left: 2 } },
    });
    await stage.server.app.get(OutboxDispatcher).drain();
    const inbox = (await stage.ask({ url: '/api/inbox', as: officer })).json<InboxView>();
    expect(inbox.toKnow).toMatchObject([
      { kind: 'high-quality', body: `理由：${QUALITY.reason}`, target: { kind: 'work-update', id } },
    ]);
  });

  it('that is not chosen says why, and can be taken up again when that is withdrawn', async () => {
    const id = await send();
    await mark(id, { kind: 'not-chosen', version: 1, reason: '例会消息不单独编。' });
    expect(await view(officer, id)).toMatchObject({ state: 'not-chosen', marks: [{ reason: '例会消息不单独编。' }] });
    expect((await mark(id, QUALITY)).statusCode).toBe(409);
    const markId = (await view(lead, id)).marks[0]!.id;
    const answer = await post(lead, `/${id}/marks/${markId}/withdraw`, { reason: '看错了。' });
    expect(answer.json()).toMatchObject({ state: 'received' });
    expect((await view(lead, id)).history).toMatchObject([{ kind: 'not-chosen', withdrawal: { reason: '看错了。' } }]);
  });

  it('counts for quality and for adoption, and two adopters count once (annex 2, Q14)', async () => {
    const id = await send();
    await mark(id, QUALITY);
    await mark(id, ADOPTED);
    const second = { ...ADOPTED, adopter: 'provincial-group', confirmedOn: '2022-05-18' } as const;
    expect((await mark(id, second)).json()).toMatchObject({ state: 'adopted' });
    expect(await credits()).toEqual({ [await unitOf('逊克县')]: [{ id, highQuality: true, adopted: true }] });
    expect((await list(officer)).points).toMatchObject({ total: 2, adopted: { count: 1, left: 1 } });
  });

  it('counts an adoption in the month in which it was confirmed (Q14)', async () => {
    const id = await send();
    stage.at('2022-06-03T01:00:00.000Z');
    lead = await stage.as(LEAD, 'lead-officer');
    await mark(id, QUALITY);
    await mark(id, { ...ADOPTED, confirmedOn: '2022-06-02' });
    const unit = await unitOf('逊克县');
    expect(await credits()).toEqual({ [unit]: [{ id, highQuality: true, adopted: false }] });
    expect(await credits('2022-06')).toEqual({ [unit]: [{ id, highQuality: false, adopted: true }] });
  });

  it('refuses an adoption that is dated ahead, or before the work update', async () => {
    const id = await send();
    const codes = [];
    for (const confirmedOn of ['2022-05-19', '2022-05-17', '2022-02-30']) {
      codes.push((await mark(id, { ...ADOPTED, confirmedOn })).json<{ code: string }>().code);
    }
    expect(codes).toEqual(['information.day-ahead', 'information.day-before-sent', 'information.day-unreadable']);
  });

  it('is judged by one of two officers who mark at once, and by neither twice', async () => {
    const id = await send();
    const answers = await Promise.all([mark(id, QUALITY), mark(id, { ...QUALITY, reason: '另一位也觉得好。' })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const mixed = await send();
    const two = await Promise.all([
      mark(mixed, QUALITY),
      mark(mixed, { kind: 'not-chosen', version: 1, reason: '没有数据。' }),
    ]);
    expect(two.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await stage.rows('SELECT id FROM work_update_mark')).toHaveLength(2);
  });

  it('is either taken back or marked when both happen at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await send();
      const [taken, marked] = await Promise.all([post(officer, `/${id}/take-back`), mark(id, QUALITY)]);
      expect([taken.statusCode, marked.statusCode].sort()).toEqual([200, 409]);
      const state = (await view(officer, id)).state;
      expect(state).toBe(taken.statusCode === 200 ? 'taken-back' : 'high-quality');
    }
  });

  it('is not judged by somebody who read an older version', async () => {
    const id = await send();
    await post(officer, `/${id}/take-back`);
    await post(officer, `/${id}/send`, UPDATE);
    const answer = await mark(id, QUALITY);
    expect(answer.json<{ code: string }>().code).toBe('information.version-behind');
  });

  it('of the lead unit’s own is judged by nobody there', async () => {
    const [mine] = await stage.rows<{ id: string }>('SELECT id FROM unit WHERE name = ?', [LEAD]);
    const id = await send();
    await stage.server.transactions.run(async (tx) => {
      await tx.query('UPDATE work_update SET unit_id = ? WHERE id = ?', [mine!.id, id]);
      return null;
    });
    const answer = await mark(id, QUALITY);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'information.own-update']);
  });

  it('is for its own unit and the lead unit: others do not find it, and a liaison cannot mark', async () => {
    const id = await send();
    const neighbour = await stage.as('孙吴县', 'liaison');
    expect((await stage.ask({ url: `/api/work-updates/${id}`, as: neighbour })).statusCode).toBe(404);
    expect((await post(neighbour, `/${id}/take-back`)).statusCode).toBe(404);
    expect((await post(officer, `/${id}/marks`, QUALITY)).statusCode).toBe(403);
    expect((await post(lead, '', UPDATE)).statusCode).toBe(403);
  });

  it('shows the lead unit its files from the moment it is sent', async () => {
    const { headers, payload } = aForm('通知.docx', aWordFile());
    const upload = await stage.ask({ method: 'POST', url: '/api/attachments', as: officer, body: payload, headers });
    const attachmentId = upload.json<{ id: string }>().id;
    const url = `/api/attachments/${attachmentId}`;
    expect((await stage.ask({ url, as: lead })).statusCode).toBe(404);
    await send({ ...UPDATE, evidence: [{ id: 'e1', title: '通知', kind: 'document', attachmentId }] });
    expect((await stage.ask({ url, as: lead })).statusCode).toBe(200);
  });

  it('keeps hostile text as text, and refuses what is none', async () => {
    const title = "<img src=x onerror=alert(1)>'; DROP TABLE work_update; --";
    const id = await send({ ...UPDATE, title: `  ${title}\u202E\n`, text: '一\u0000二😀\r\n三' });
    expect(await view(lead, id)).toMatchObject({ title, text: '一二😀\n三', characters: 5 });
    const bad = [
      { ...UPDATE, title: '' },
      { ...UPDATE, title: '长'.repeat(61) },
      { ...UPDATE, text: '长'.repeat(5_001) },
      { ...UPDATE, evidence: [{ id: 'e1', title: '通知', kind: 'virus', attachmentId: null }] },
      {
        ...UPDATE,
        evidence: [{ id: 'e1', title: '通知', kind: 'document', attachmentId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }],
      },
      { ...UPDATE, evidence: { length: 3 } },
      { ...UPDATE, unitId: 'another' },
      { ...UPDATE, text: { $gt: '' } },
    ];
    for (const body of bad) {
      const answer = await post(officer, '', body);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
    }
    expect((await list(officer)).rows).toHaveLength(1);
  });

  it('sent twice under one key is one', async () => {
    const body = UPDATE;
    const request = { method: 'POST', url: '/api/work-updates', as: officer, body, key: 'from-a-lift-1' } as const;
    const answers = await Promise.all([stage.ask(request), stage.ask(request)]);
    expect(answers[0].json()).toEqual(answers[1].json());
    expect((await list(officer)).rows).toHaveLength(1);
  });

  it('is judged by the criteria of the year, which the lead unit writes and every unit reads (Q13)', async () => {
    const body = { year: 2022, criteria: '有做法，有数据，有对比。' };
    await stage.ask({ method: 'PUT', url: '/api/information-year', as: lead, body });
    expect((await list(officer)).criteria).toBe(body.criteria);
    expect((await list(officer)).points).toMatchObject({ total: 0 });
    expect(await stage.rows('SELECT number FROM information_year WHERE group_id = ?', [stage.groupId])).toHaveLength(2);
  });
});
