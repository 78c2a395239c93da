import type { LightMyRequestResponse } from 'fastify';
import { aReport, HEIHE_2022 } from '@jiannuo/shared/samples';
import { describeOnEachDatabase } from '../../../test/databases';
import { COMPLETE, openReportStage, type ReportStage } from '../../../test/report-stage';

const STRANGE_IDS = ['', "' OR 1=1 --", '01ARZ3NDEKTSV4RRFFQ69G5FAV', '%2e%2e', 'null', '{}'];

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describeOnEachDatabase('Reports under bad input', (open) => {
  let stage: ReportStage;
  let officer: string;
  let id: string;

  beforeAll(async () => {
    stage = await openReportStage(open);
    officer = await stage.as('逊克县', 'liaison');
    id = await stage.open('逊克县');
  });
  afterAll(() => stage.close());

  function submit(content: unknown, as = officer, report = id): Promise<LightMyRequestResponse> {
    const body = { revision: 1, device: 'phone-1', content };
    return stage.ask({ method: 'POST', url: `/api/reports/${report}/submit`, as, body });
  }

  it('names every gap of an unfinished report, the first one first', async () => {
    const answer = await submit(aReport(HEIHE_2022.form).content);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'reporting.gap-heading', sentence: expect.stringContaining('（一）') });
    expect(answer.json().details.length).toBeGreaterThan(10);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['a list', []],
    ['null', null],
    ['an empty record', {}],
    ['an unknown field', { ...COMPLETE, admin: true }],
    ['a deep nest', { ...COMPLETE, problems: nested(40) }],
    ['an overlong text', { ...COMPLETE, problems: [{ id: 'p1', text: '长'.repeat(5_001) }] }],
    ['two lines of one id', { ...COMPLETE, plans: [COMPLETE.plans[0], COMPLETE.plans[0]] }],
    ['a file of nobody', { ...COMPLETE, signOff: { ...COMPLETE.signOff, sealAttachmentId: 'seal-1' } }],
  ])('refuses %s with a sentence, and nothing is handed in', async (_what, content) => {
    const answer = await submit(content);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().sentence).toMatch(/[。]$/);
    expect(answer.json().sentence).not.toContain('！');
    expect(await stage.obligation('逊克县')).toMatchObject({ met_at: null });
  });

  it('refuses what nests without end before anybody looks at it', async () => {
    const answer = await submit({ ...COMPLETE, problems: nested(500) });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.unreadable']);
    expect(await stage.obligation('逊克县')).toMatchObject({ met_at: null });
  });

  it('refuses 10 MB of text as too large', async () => {
    const answer = await submit({ ...COMPLETE, problems: [{ id: 'p1', text: '长'.repeat(3_500_000) }] });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ code: 'request.too-large' });
  });

  it.each(STRANGE_IDS)('finds no report under the id %j', async (strange) => {
    const url = `/api/reports/${encodeURIComponent(strange)}`;
    if (strange !== '') expect((await stage.ask({ url, as: officer })).statusCode).toBe(404);
    expect((await stage.ask({ url: `${url}/receipt`, as: officer })).statusCode).toBe(404);
    expect((await submit(COMPLETE, officer, encodeURIComponent(strange))).statusCode).toBe(404);
  });

  it.each(['', '/receipt', '/history', '/versions/1', '/differences?from=1&to=1'])(
    "does not show another unit's report at %s, whoever knows its id",
    async (path) => {
      for (const [unit, role] of [
        ['北安市', 'liaison'],
        ['北安市', 'leader'],
        ['东岭区', 'liaison'],
        ['市招商办', 'lead-officer'],
      ] as const) {
        const as = await stage.as(unit, role);
        const answer = await stage.ask({ url: `/api/reports/${id}${path}`, as });
        expect(answer.statusCode).toBe(404);
        expect(answer.json()).toMatchObject({ code: 'reporting.not-found' });
      }
    },
  );

  it('lets nobody but its own unit hand in, take back, or open it', async () => {
    const other = await stage.as('北安市', 'liaison');
    expect((await submit(COMPLETE, other)).statusCode).toBe(404);
    const back = { method: 'POST', url: `/api/reports/${id}/withdraw`, as: other } as const;
    expect((await stage.ask(back)).statusCode).toBe(404);
    const { id: obligationId } = await stage.obligation('逊克县');
    const opened = await stage.ask({ method: 'POST', url: '/api/reports', as: other, body: { obligationId } });
    expect(opened.statusCode).toBe(404);
    expect((await submit(COMPLETE, await stage.as('逊克县', 'leader'))).statusCode).toBe(403);
  });

  it('lets the leader read what the unit is writing, and do nothing', async () => {
    const view = await stage.view(await stage.as('逊克县', 'leader'), id);
    expect(view).toMatchObject({ state: 'draft', actions: [] });
    expect(view.draft.revision).toBe(1);
  });

  it("does not take another group's lead unit for its own", async () => {
    const stranger = await stage.as('市招商办', 'lead-officer');
    const { id: obligationId } = await stage.obligation('逊克县');
    const reason = { reason: '别的专班' };
    const waived = await stage.ask({
      method: 'POST',
      url: `/api/obligations/${obligationId}/waive`,
      as: stranger,
      body: reason,
    });
    expect(waived.statusCode).toBe(404);
    const board = await stage.ask({ url: '/api/board?period=2022-05', as: stranger });
    expect(JSON.stringify(board.json())).not.toContain('逊克县');
  });

  it.each([
    [{ remarks: [] }, 'reporting.remark-missing'],
    [{ remarks: [{ path: '', text: ' ' }] }, 'reporting.remark-missing'],
    [{ remarks: [{ path: 'headings/h99', text: '改' }] }, 'reporting.remark-place-unknown'],
    [{ remarks: [{ path: 'problems/p1', text: '改'.repeat(501) }] }, 'reporting.remark-too-long'],
    [{ remarks: [7, null, 'x'] }, 'reporting.remark-place-unknown'],
  ])('refuses a return of %j', async (body, code) => {
    const handedIn = await handedInOnce();
    const lead = await stage.as('市专班牵头单位', 'lead-officer');
    const answer = await stage.ask({ method: 'POST', url: `/api/reports/${handedIn}/return`, as: lead, body });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code });
  });

  it('refuses a report in a session that a handover has ended', async () => {
    const old = await stage.server.signInAs('孙吴县', 'liaison');
    const report = await stage.open('孙吴县');
    await stage.server.transactions.run(async (tx) => {
      await tx.query(
        `UPDATE appointment SET ended_at = '2022-05-17T02:00:00.000Z', valid_to = '2022-05-17', liaison_slot = NULL
         WHERE role = 'liaison' AND unit_id = (SELECT id FROM unit WHERE name = '孙吴县')`,
      );
      return null;
    });
    const answer = await submit(COMPLETE, old, report);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'session.ended' });
    expect(await stage.obligation('孙吴县')).toMatchObject({ met_at: null });
  });

  async function handedInOnce(): Promise<string> {
    const report = await stage.open('爱辉区');
    await stage.submit('爱辉区', report);
    return report;
  }
});
