import type { LightMyRequestResponse } from 'fastify';
import type { ApplicationMonthView } from '@jiannuo/shared/applications';
import type { InboxView } from '@jiannuo/shared/notifications';
import { ClosedYears } from '.';
import { codeOf, FIRST, openApplicationStage, TASK, type ApplicationStage } from '../../../test/application-stage';
import { describeOnEachDatabase } from '../../../test/databases';
import { MAY, type ReportStage } from '../../../test/report-stage';
import { OutboxDispatcher } from '../../platform/outbox';
import { PublishedMonths } from '../information';

const [JUNE, JULY] = ['2022-06', '2022-07'];
const REASON = '上级任务取消了。';

describeOnEachDatabase('An approved application that stops to count (停止记分)', (open) => {
  let told: ApplicationStage;
  let stage: ReportStage;
  let lead: string;
  let id: string;
  let published: readonly string[];

  beforeEach(async () => {
    told = await openApplicationStage(open);
    ({ stage, lead } = told);
    published = [];
    stage.server.app.get(PublishedMonths).register((_, __, period) => Promise.resolve(published.includes(period)));
    id = await told.approved();
    await told.confirm(id);
    published = [MAY];
    stage.at('2022-06-10T01:00:00.000Z');
    lead = await stage.as('市专班牵头单位', 'lead-officer');
  });
  afterEach(() => stage.close());

  const end = (fromPeriod: string, reason = REASON): Promise<LightMyRequestResponse> =>
    told.post(lead, `/${id}/end`, { fromPeriod, reason });
  const county = (): Promise<string> => stage.as('逊克县', 'liaison');
  const counts = async (period: string): Promise<unknown> => Object.values(await told.credited(period)).flat();

  it('keeps the month that was told to all and counts in none behind it, though it can be revoked no more', async () => {
    await told.confirm(id, JUNE);
    expect(codeOf(await told.post(lead, `/${id}/revoke`, { reason: REASON }))).toBe('information.month-published');
    expect(await told.view(id, lead)).toMatchObject({
      actions: ['end', 'confirm-month'],
      endMonths: [JUNE, JULY, '2022-08', '2022-09', '2022-10', '2022-11', '2022-12'],
    });
    expect((await end(JUNE)).json()).toEqual({ id, state: 'approved' });
    expect([await counts(MAY), await counts(JUNE), await counts(JULY)]).toEqual([
      [{ id, type: 'added-task', approved: true }],
      [],
      [],
    ]);
    expect(await told.view(id, lead)).toMatchObject({
      state: 'approved',
      creditedPeriods: [MAY],
      endedFrom: JUNE,
      actions: ['confirm-month'],
      endMonths: [],
    });
  });

  it('tells the county from when on and why, and keeps both in its history', async () => {
    expect((await end(JUNE, ' ')).statusCode).toBe(422);
    await end(JUNE);
    await stage.server.app.get(OutboxDispatcher).drain();
    const { toKnow } = (await stage.ask({ url: '/api/inbox', as: await county() })).json<InboxView>();
    expect(toKnow).toContainEqual(
      expect.objectContaining({
        title: '申报从6月起停止记分：“信用+养老”试点',
        body: `理由：${REASON}`,
        target: { kind: 'application', id },
      }),
    );
    const { history, actions, endMonths } = await told.view(id, await county());
    expect(history.at(-1)).toMatchObject({ kind: 'ended', period: JUNE, reason: REASON });
    expect([actions, endMonths]).toEqual([[], []]);
  });

  it('is confirmed for the months before, and asked about for none behind', async () => {
    await end(JULY);
    const months = async (period: string): Promise<ApplicationMonthView> =>
      (await stage.ask({ url: `/api/application-months?period=${period}`, as: lead })).json();
    expect((await months(JUNE)).rows).toMatchObject([{ id, verdict: null }]);
    expect((await told.confirm(id, JUNE)).statusCode).toBe(200);
    stage.at('2022-07-10T01:00:00.000Z');
    lead = await stage.as('市专班牵头单位', 'lead-officer');
    expect((await months(JULY)).rows).toEqual([]);
    const late = await told.post(lead, `/${id}/months`, { period: JULY, verdict: 'carried-out', reason: '' });
    expect([late.statusCode, codeOf(late)]).toEqual([422, 'applications.month-ended']);
    expect([await counts(JUNE), await counts(JULY)]).toEqual([[{ id, type: 'added-task', approved: true }], []]);
  });

  it('can end still earlier, and never in a month that was told to all', async () => {
    expect((await end(JULY)).statusCode).toBe(200);
    expect((await end(JUNE)).statusCode).toBe(200);
    expect((await told.view(id, lead)).endedFrom).toBe(JUNE);
    const again = await end(JULY);
    expect([again.statusCode, codeOf(again)]).toEqual([409, 'applications.already-ended']);
    id = await told.approved({ ...TASK, fromPeriod: JUNE });
    published = [MAY, JUNE];
    const late = await end(JUNE);
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'applications.told']);
    expect(codeOf(await end('2022-13'))).toBe('request.invalid');
    expect(codeOf(await end('2023-01'))).toBe('applications.month-outside');
  });

  it('can still be revoked where no month counts that was told to all', async () => {
    id = await told.approved({ ...TASK, fromPeriod: JUNE });
    expect(codeOf(await end(JUNE))).toBe('applications.ends-at-once');
    await end(JULY);
    expect(await counts(JUNE)).toContainEqual({ id, type: 'added-task', approved: false, standing: 'unconfirmed' });
    expect(await told.view(id, lead)).toMatchObject({ actions: ['revoke', 'confirm-month'] });
    expect((await told.post(lead, `/${id}/revoke`, { reason: REASON })).json()).toEqual({ id, state: 'revoked' });
    expect(await counts(JUNE)).not.toContainEqual(expect.objectContaining({ id }));
  });

  it('is ended by one of two officers who end it at once', async () => {
    const answers = await Promise.all([end(JUNE), end(JUNE)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await stage.rows("SELECT id FROM application_decision WHERE state = 'ended'")).toHaveLength(1);
  });

  it('is for the lead unit alone, for what counts month by month, until the year’s result is final', async () => {
    expect((await told.post(await county(), `/${id}/end`, { fromPeriod: JUNE, reason: REASON })).statusCode).toBe(403);
    const monthly = id;
    id = await told.approved(FIRST);
    expect(codeOf(await end(JULY))).toBe('applications.counts-once');
    id = monthly;
    stage.server.app.get(ClosedYears).register(() => Promise.resolve(true));
    expect(codeOf(await end(JUNE))).toBe('applications.year-closed');
    expect(await told.view(id, lead)).toMatchObject({ endedFrom: null, endMonths: [] });
  });
});
