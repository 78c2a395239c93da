import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { LightMyRequestResponse } from 'fastify';
import type { ReceiptView, ReportContent } from '@jiannuo/shared/reporting';
import { describeOnEachDatabase } from '../../../test/databases';
import { COMPLETE, MAY_DUE, openReportStage, type ReportStage } from '../../../test/report-stage';

describeOnEachDatabase('Handing in when two things happen at once', (open) => {
  let stage: ReportStage;
  let officer: string;
  let id: string;

  beforeEach(async () => {
    stage = await openReportStage(open);
    officer = await stage.as('逊克县', 'liaison');
    id = await stage.open('逊克县');
  });
  afterEach(() => stage.close());

  function submit(content: ReportContent, key: string, revision = 1): Promise<LightMyRequestResponse> {
    const body = { revision, device: 'phone-1', content };
    return stage.ask({ method: 'POST', url: `/api/reports/${id}/submit`, as: officer, body, key });
  }

  /** Occupies the one connection of SQLite, and more than MariaDB's pool has. */
  async function holdEveryConnection(): Promise<{ readonly letGo: () => Promise<unknown> }> {
    let release = (): void => undefined;
    const end = new Promise<void>((resolve) => {
      release = resolve;
    });
    const holding = Promise.all(Array.from({ length: 40 }, () => stage.server.transactions.run(() => end)));
    await pause(100);
    return {
      letGo: () => {
        release();
        return holding;
      },
    };
  }

  async function versions(): Promise<readonly { number: number; content: string }[]> {
    return stage.rows('SELECT number, content FROM report_version WHERE report_id = ? ORDER BY number', [id]);
  }

  it('gives the same submit twice at once under one key one version and the same receipt', async () => {
    const answers = await Promise.all([submit(COMPLETE, 'one-key-1'), submit(COMPLETE, 'one-key-1')]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200]);
    expect(answers[0].json()).toEqual(answers[1].json());
    expect(await versions()).toHaveLength(1);
    expect(await stage.rows("SELECT id FROM audit_entry WHERE action = 'report.submit'")).toHaveLength(1);
  });

  it('gives the same submit twice at once under two keys one version, and tells the other that it is in', async () => {
    const answers = await Promise.all([submit(COMPLETE, 'key-number-1'), submit(COMPLETE, 'key-number-2')]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
    const refused = answers.find((answer) => answer.statusCode === 409)!.json();
    expect(refused).toMatchObject({ code: 'reporting.not-possible-submitted', details: { state: 'submitted' } });
    expect(await versions()).toHaveLength(1);
  });

  it('answers a key that comes back with another content with a refusal, not with the old receipt', async () => {
    await submit(COMPLETE, 'one-key-1');
    const answer = await submit({ ...COMPLETE, plans: [{ id: 'n1', text: '改过的计划。' }] }, 'one-key-1');
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'request.key-reused' });
  });

  it('lets one of two officers hand in, and hands the other the draft so that nothing is lost', async () => {
    const one = { ...COMPLETE, plans: [{ id: 'n1', text: '第一个人的计划。' }] };
    const other = { ...COMPLETE, plans: [{ id: 'n1', text: '第二个人的计划。' }] };
    const answers = await Promise.all([submit(one, 'officer-one'), submit(other, 'officer-two')]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
    const winner = answers[0].statusCode === 200 ? one : other;
    const refused = answers.find((answer) => answer.statusCode === 409)!;
    expect(refused.json().details.draft.content).toEqual(winner);
    expect(JSON.parse((await versions())[0]!.content)).toEqual(winner);
  });

  it('refuses a submit that has not seen what another device wrote, and hands over the draft as it stands', async () => {
    const changes = [{ path: 'plans/n7', from: null, to: '电脑上写的计划。' }];
    const body = { revision: 1, device: 'desk-1', changes };
    await stage.ask({ method: 'PUT', url: `/api/reports/${id}/draft`, as: officer, body });
    const answer = await submit(COMPLETE, 'stale-submit', 1);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({
      code: 'reporting.draft-behind',
      sentence: '另一台设备刚改过，（一）诚信黑河品牌第1条和您交的不一样。请再看一眼，再交。',
      details: { draft: { revision: 2, content: { plans: [{ id: 'n7', text: '电脑上写的计划。' }] } } },
    });
    expect(await versions()).toHaveLength(0);
    expect(await stage.obligation('逊克县')).toMatchObject({ met_at: null });
  });

  it('keeps every version number once when many hand in at the same moment', async () => {
    const units = ['爱辉区', '北安市', '嫩江市', '孙吴县', '市发改委', '市司法局', '市财政局', '市住建局'];
    const opened = await Promise.all(units.map(async (unit) => ({ unit, report: await stage.open(unit) })));
    const answers = await Promise.all(opened.map(({ unit, report }) => stage.submit(unit, report)));
    expect(answers.map((answer) => answer.statusCode)).toEqual(units.map(() => 200));
    const met = await stage.rows("SELECT id FROM obligation WHERE kind = 'monthly-report' AND met_at IS NOT NULL");
    expect(met).toHaveLength(units.length);
  });

  it.each([
    ['2022-05-20T15:59:59.999Z', true, 'on-time'],
    [MAY_DUE, false, 'late'],
  ])('counts a hand-in at %s as on time: %s', async (instant, isOnTime, standing) => {
    stage.at(instant);
    const answer = await submit(COMPLETE, 'at-the-edge');
    expect(answer.json<ReceiptView>()).toMatchObject({ isOnTime, receivedAt: instant });
    const board = await stage.board();
    expect(board.rows.find((row) => row.unitName === '逊克县')?.cells[0]).toMatchObject({ standing });
  });

  it('counts a hand-in by when it had arrived, however long the server then let it wait', async () => {
    const inTime = '2022-05-20T15:59:59.900Z';
    stage.at(inTime);
    const everything = await holdEveryConnection();
    const answering = submit(COMPLETE, 'just-in-time');
    await pause(100);
    stage.at('2022-05-20T16:00:00.400Z');
    await everything.letGo();
    expect((await answering).json<ReceiptView>()).toMatchObject({ isOnTime: true, receivedAt: inTime });
    expect(await stage.obligation('逊克县')).toMatchObject({ met_at: inTime });
  });

  it('counts a hand-in whose last byte came when the due time had passed as late', async () => {
    stage.at('2022-05-20T15:59:59.900Z');
    await stage.server.app.listen(0, '127.0.0.1');
    const sent = request(`${await stage.server.app.getUrl()}/api/reports/${id}/submit`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${officer}`,
        'idempotency-key': 'slow-sender',
        'content-type': 'application/json',
      },
    });
    const answering = once(sent, 'response');
    const text = JSON.stringify({ revision: 1, device: 'phone-1', content: COMPLETE });
    sent.write(text.slice(0, -1));
    await pause(100);
    stage.at(MAY_DUE);
    sent.end(text.slice(-1));
    const [answer] = (await answering) as [IncomingMessage];
    expect(await json(answer)).toMatchObject({ isOnTime: false, receivedAt: MAY_DUE });
  });

  it('does not let a phone with a wrong clock say when it handed in', async () => {
    const body = { revision: 1, device: 'phone-1', content: COMPLETE, submittedAt: '2022-05-01T00:00:00.000Z' };
    const answer = await stage.ask({ method: 'POST', url: `/api/reports/${id}/submit`, as: officer, body });
    expect(answer.statusCode).toBe(422);
    expect(await versions()).toHaveLength(0);
  });
});
