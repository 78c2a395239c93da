import type { ApplicationMonthView } from '@jiannuo/shared/applications';
import type { InboxView } from '@jiannuo/shared/notifications';
import { ApplicationQueries, ClosedYears } from '.';
import {
  AWARD,
  codeOf,
  FIRST,
  LEAD,
  NO,
  openApplicationStage,
  TASK,
  YES,
  type ApplicationStage,
} from '../../../test/application-stage';
import { describeOnEachDatabase } from '../../../test/databases';
import { MAY, type ReportStage } from '../../../test/report-stage';
import { OutboxDispatcher } from '../../platform/outbox';
import { PublishedMonths } from '../information';

describeOnEachDatabase('An application (申报, annex 2)', (open) => {
  let told: ApplicationStage;
  let stage: ReportStage;
  let officer: string;
  let lead: string;

  beforeEach(async () => {
    told = await openApplicationStage(open);
    ({ stage, officer, lead } = told);
  });
  afterEach(() => stage.close());

  const publish = (...periods: string[]): void => {
    stage.server.app.get(PublishedMonths).register((_, __, period) => Promise.resolve(periods.includes(period)));
  };

  it('is made by a county with its document, and stands before the lead unit to be decided', async () => {
    expect(await told.list()).toMatchObject({ year: 2022, rows: [], mayApply: true });
    const id = await told.submit();
    expect(await told.list(lead)).toMatchObject({
      mayApply: false,
      rows: [{ id, unitName: '逊克县', state: 'submitted', kindTitle: '增加工作任务', fromPeriod: MAY }],
    });
    expect(await told.view(id, lead)).toMatchObject({
      text: TASK.text,
      basis: TASK.basis,
      article: '附件2 二（一）3（1）',
      actions: ['approve', 'refuse'],
      history: [{ kind: 'submitted', period: MAY }],
    });
  });

  it('begins with no month that is published already, and says so at once', async () => {
    publish(MAY);
    const refused = await told.post(officer, '', TASK);
    expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'applications.from-published']);
    expect(refused.json()).toMatchObject({ sentence: '5月已通报，加不进去了。请从后面的月份选起。' });
    expect((await told.list()).rows).toEqual([]);
  });

  it('is approved, and the unit hears of it', async () => {
    const id = await told.submit(FIRST);
    expect((await told.decide(id)).json()).toEqual({ id, state: 'approved' });
    expect(await told.view(id)).toMatchObject({ state: 'approved', creditedPeriods: [MAY], actions: [] });
    await stage.server.app.get(OutboxDispatcher).drain();
    const inbox = (await stage.ask({ url: '/api/inbox', as: officer })).json<InboxView>();
    expect(inbox.toKnow).toMatchObject([
      { title: '申报认定了：信用进村', body: '记在5月。', target: { kind: 'application', id } },
    ]);
    await told.approved();
    await stage.server.app.get(OutboxDispatcher).drain();
    const both = (await stage.ask({ url: '/api/inbox', as: officer })).json<InboxView>();
    expect(both.toKnow.map(({ body }) => body).sort()).toEqual(['已纳入考评。', '记在5月。'].sort());
  });

  it('is refused with a reason, and applied for again once, as a new one that names it', async () => {
    const id = await told.submit();
    expect((await told.decide(id, { ...NO, reason: ' ' })).statusCode).toBe(422);
    await told.decide(id, NO);
    expect(await told.view(id)).toMatchObject({ state: 'refused', reason: NO.reason, actions: ['apply-again'] });
    const again = { ...TASK, earlierId: id };
    const answers = await Promise.all([told.post(officer, '', again), told.post(officer, '', again)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const next = (await told.view(id)).later!.id;
    expect(await told.view(next)).toMatchObject({ state: 'submitted', earlier: { id, state: 'refused' } });
    expect(await told.view(id)).toMatchObject({ state: 'refused', actions: [] });
    expect((await told.post(officer, '', { ...TASK, earlierId: next })).statusCode).toBe(409);
  });

  it('is withdrawn while nobody has decided, and either withdrawn or approved when both happen at once', async () => {
    const id = await told.submit();
    expect((await told.post(officer, `/${id}/withdraw`)).json()).toEqual({ id, state: 'withdrawn' });
    expect(codeOf(await told.decide(id))).toBe('applications.not-possible-withdrawn');
    for (let round = 0; round < 3; round += 1) {
      const next = await told.submit();
      const [taken, made] = await Promise.all([told.post(officer, `/${next}/withdraw`), told.decide(next)]);
      expect([taken.statusCode, made.statusCode].sort()).toEqual([200, 409]);
      expect((await told.view(next)).state).toBe(taken.statusCode === 200 ? 'withdrawn' : 'approved');
    }
  });

  it('is decided by one of two officers who decide at once', async () => {
    const id = await told.submit(FIRST);
    const answers = await Promise.all([told.decide(id), told.decide(id, NO), told.decide(id)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
    expect(await stage.rows('SELECT id FROM application_decision')).toHaveLength(1);
  });

  it('of the lead unit’s own is decided by nobody there', async () => {
    const id = await told.submit();
    const mine = await told.unitOf(LEAD);
    await stage.server.transactions.run(async (tx) => {
      await tx.query('UPDATE application SET unit_id = ? WHERE id = ?', [mine, id]);
      return null;
    });
    for (const answer of [await told.decide(id), await told.decide(id, NO)]) {
      expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'applications.own-application']);
    }
  });

  it('counts an added task in each month in which it was carried out (Q15)', async () => {
    const id = await told.approved();
    const unit = await told.unitOf('逊克县');
    const waits = { [unit]: [{ id, type: 'added-task', approved: false, standing: 'unconfirmed' }] };
    const counts = { [unit]: [{ id, type: 'added-task', approved: true }] };
    expect(await told.credited()).toEqual(waits);
    expect((await told.confirm(id)).statusCode).toBe(200);
    stage.at('2022-06-10T01:00:00.000Z');
    await told.confirm(id, '2022-06');
    expect([await told.credited('2022-04'), await told.credited(), await told.credited('2022-06')]).toEqual([
      {},
      counts,
      counts,
    ]);
    expect(await told.credited('2022-07')).toEqual(waits);
    expect((await told.view(id, lead)).creditedPeriods).toEqual([MAY, '2022-06']);
  });

  it('loses a month that was not carried out, which the unit hears of with the reason, and nothing is overwritten', async () => {
    const id = await told.approved();
    await told.confirm(id);
    expect((await told.confirm(id, MAY, 'not-carried-out', '')).statusCode).toBe(422);
    expect((await told.confirm(id, MAY, 'not-carried-out', '没有会议材料。')).statusCode).toBe(200);
    const refused = { standing: 'not-carried-out', reason: '没有会议材料。' };
    expect(Object.values(await told.credited())).toEqual([[{ id, type: 'added-task', approved: false, ...refused }]]);
    expect(await stage.rows('SELECT verdict FROM application_month ORDER BY number')).toEqual([
      { verdict: 'carried-out' },
      { verdict: 'not-carried-out' },
    ]);
    await stage.server.app.get(OutboxDispatcher).drain();
    const inbox = (await stage.ask({ url: '/api/inbox', as: officer })).json<InboxView>();
    expect(inbox.toKnow.map(({ title }) => title)).toContain('申报5月记为没落实：“信用+养老”试点');
  });

  it('is confirmed by one of two officers who confirm at once', async () => {
    const id = await told.approved();
    const answers = await Promise.all([told.confirm(id), told.confirm(id)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('is confirmed for no month outside the cycle, before it was applied for, or ahead', async () => {
    const id = await told.approved();
    const codes = [];
    for (const period of ['2022-03', '2023-01', '2022-04', '2022-06'])
      codes.push(codeOf(await told.confirm(id, period)));
    expect(codes).toEqual([
      'applications.month-outside',
      'applications.month-outside',
      'applications.month-before',
      'applications.month-ahead',
    ]);
    expect((await told.confirm(id, '2022-13')).statusCode).toBe(422);
    expect(codeOf(await told.confirm(await told.approved(FIRST)))).toBe('applications.counts-once');
  });

  it('shows the lead unit each month what waits for its word', async () => {
    const id = await told.approved();
    await told.approved(FIRST);
    const months = async (period: string): Promise<ApplicationMonthView> =>
      (await stage.ask({ url: `/api/application-months?period=${period}`, as: lead })).json();
    expect(await months(MAY)).toMatchObject({ periods: ['2022-04', MAY], rows: [{ id, verdict: null }] });
    await told.confirm(id);
    expect(await months(MAY)).toMatchObject({ rows: [{ id, verdict: 'carried-out' }] });
    expect((await months('2022-04')).rows).toEqual([]);
    expect((await months('2022-06')).rows).toEqual([]);
    expect((await stage.ask({ url: '/api/application-months', as: officer })).statusCode).toBe(403);
  });

  it('counts an innovation to the year for each event, and marks what is also 地方首创 (Q23)', async () => {
    const first = await told.approved(FIRST);
    const award = await told.approved({ ...AWARD, basis: TASK.basis });
    const waiting = await told.submit({ ...AWARD, title: '另一件事' });
    const scope = { groupId: stage.groupId, unitId: null };
    const innovations = await stage.server.app.get(ApplicationQueries).innovationsOf(scope, 2022);
    expect([...innovations.values()]).toEqual([
      [
        { id: award, kind: 2, approved: true },
        { id: waiting, kind: 2, approved: false },
      ],
    ]);
    expect(await told.view(award, lead)).toMatchObject({ isOverlapping: true, overlaps: [{ id: first }] });
    expect(await told.view(waiting, lead)).toMatchObject({ isOverlapping: false, overlaps: [] });
    expect(Object.values(await told.credited()).flat()).toEqual([
      { id: first, type: 'local-innovation', approved: true },
    ]);
  });

  it('has its approval withdrawn until a month to which it counts is published, and is decided about also later', async () => {
    const first = await told.approved(FIRST);
    const task = await told.approved();
    await told.confirm(task);
    const other = await told.approved({ ...FIRST, title: '撤销的一项' });
    expect((await told.post(lead, `/${other}/revoke`, { reason: '' })).statusCode).toBe(422);
    expect((await told.post(lead, `/${other}/revoke`, { reason: '和上年重复。' })).json()).toMatchObject({
      state: 'revoked',
    });
    expect((await told.view(other)).history.map(({ kind }) => kind)).toEqual(['submitted', 'approved', 'revoked']);
    publish(MAY);
    const late = await told.submit({ ...FIRST, title: '来晚的一项' });
    const later = await told.submit({ ...FIRST, title: '再晚的一项' });
    const answers = [
      await told.post(lead, `/${first}/revoke`, { reason: '不算。' }),
      await told.post(lead, `/${task}/revoke`, { reason: '不算。' }),
    ];
    expect(answers.map(codeOf)).toEqual(Array.from({ length: 2 }, () => 'information.month-published'));
    expect((await told.confirm(task, MAY, 'not-carried-out', '没有办。')).statusCode).toBe(200);
    expect((await told.decide(late)).statusCode).toBe(200);
    expect((await told.decide(later, NO)).statusCode).toBe(200);
    expect(await told.view(first, lead)).toMatchObject({ actions: [], isTold: true });
    expect((await told.view(task, lead)).actions).toEqual(expect.arrayContaining(['end', 'confirm-month']));
    publish(...Array.from({ length: 9 }, (_, month) => `2022-${String(month + 4).padStart(2, '0')}`));
    expect((await told.view(task, lead)).actions).toContain('confirm-month');
  });

  it('is closed once the year’s result is final', async () => {
    const award = await told.approved(AWARD);
    const task = await told.approved();
    stage.server.app.get(ClosedYears).register((_, groupId, year) => {
      return Promise.resolve(groupId === stage.groupId && year === 2022);
    });
    const answers = [
      await told.post(officer, '', AWARD),
      await told.post(lead, `/${award}/revoke`, { reason: '不算。' }),
      await told.confirm(task),
    ];
    expect(answers.map(codeOf)).toEqual(Array.from({ length: 3 }, () => 'applications.year-closed'));
  });

  it('is for its own unit and the lead unit, and made by counties alone', async () => {
    const id = await told.submit();
    const neighbour = await stage.as('孙吴县', 'liaison');
    expect((await stage.ask({ url: `/api/applications/${id}`, as: neighbour })).statusCode).toBe(404);
    expect((await told.post(neighbour, `/${id}/withdraw`)).statusCode).toBe(404);
    expect((await told.post(neighbour, '', { ...TASK, earlierId: id })).statusCode).toBe(404);
    expect((await told.list(neighbour)).rows).toEqual([]);
    expect((await told.post(officer, `/${id}/decide`, YES)).statusCode).toBe(403);
    expect((await told.post(lead, '', TASK)).statusCode).toBe(403);
    const department = await stage.as('市司法局', 'liaison');
    expect(codeOf(await told.post(department, '', TASK))).toBe('applications.not-open');
    expect((await told.list(department)).mayApply).toBe(false);
    expect(codeOf(await told.post(officer, '', { ...TASK, year: 2023 }))).toBe('applications.not-open');
  });

  it('keeps hostile text as text, and refuses what is none', async () => {
    const title = "<img src=x onerror=alert(1)>'; DROP TABLE application; --";
    const id = await told.submit({ ...TASK, title: `  ${title}\u202E\n`, text: '一\u0000二😀\r\n三' });
    expect(await told.view(id, lead)).toMatchObject({ title, text: '一二😀\n三' });
    const bad = [
      { ...TASK, title: '' },
      { ...TASK, title: '长'.repeat(61) },
      { ...TASK, kind: '__proto__' },
      { ...TASK, fromPeriod: '2022-03' },
      { ...TASK, basis: [] },
      { ...TASK, basis: { ...TASK.basis, date: '2022-05-19' } },
      { ...TASK, evidence: [{ id: 'e1', title: '通知', kind: 'virus', attachmentId: null }] },
      { ...TASK, evidence: { length: 3 } },
      { ...TASK, unitId: 'another' },
      { ...TASK, earlierId: { $ne: null } },
      { ...TASK, text: { $gt: '' } },
    ];
    for (const body of bad) {
      const { statusCode } = await told.post(officer, '', body);
      expect(statusCode).toBeGreaterThanOrEqual(400);
      expect(statusCode).toBeLessThan(500);
    }
    expect((await told.list()).rows).toHaveLength(1);
  });

  it('handed in twice under one key is one', async () => {
    const request = {
      method: 'POST',
      url: '/api/applications',
      as: officer,
      body: TASK,
      key: 'from-a-lift-1',
    } as const;
    const answers = await Promise.all([stage.ask(request), stage.ask(request)]);
    expect(answers[0].json()).toEqual(answers[1].json());
    expect((await told.list()).rows).toHaveLength(1);
  });
});
