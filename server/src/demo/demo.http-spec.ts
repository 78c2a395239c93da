import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { boardOfAnswer, type BoardAnswer, type BoardView } from '@jiannuo/shared/obligations';
import type { DirectoryView } from '@jiannuo/shared/people';
import type { NoticeStanding } from '@jiannuo/shared/supervision';
import { buildApplication } from '../main';
import { ConfigurationError } from '../platform/configuration';
import { DEMO_CREDENTIALS } from '../platform/wechat';
import type { DemoClockView } from './clock-view';
import type { DemoMessage } from './demo-wechat';
import { DemoWorld } from './demo-world';
import { prepareDemo, type PreparedDemo } from './index';

const OFFICER = 'heihe-2022/6/liaison';
const LEAD = 'heihe-2022/1/lead-officer';
const DUE_SOON = 'sample-due-soon'.padEnd(43, '0');

describe('the demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-demo-spec-'));
  let demo: PreparedDemo;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    demo = await prepareDemo({ DEMO: '1', DATA_DIR: folder, LOG_LEVEL: 'silent' });
    app = await buildApplication(demo);
    await demo.fill(app);
    demo.clock.switchTo('frozen');
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await demo.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (url: string, body?: object) => {
    const answer = await app.inject({
      method: body ? 'POST' : 'GET',
      url: `/api/demo/${url}`,
      ...(body ? { payload: body } : {}),
    });
    return { status: answer.statusCode, view: answer.json() };
  };
  const messages = async (account: string): Promise<readonly DemoMessage[]> =>
    (await ask(`messages?account=${account}`)).view.messages;
  const grantsOfOfficer = (): number => {
    const { state } = app.get(DemoWorld).simulator;
    return state.grants.balance(state.openidOf(DEMO_CREDENTIALS.appId, OFFICER), DUE_SOON);
  };
  const board = async (period: string): Promise<BoardView> => {
    const { token } = (await ask('sign-in', { account: LEAD })).view;
    const headers = { authorization: `Bearer ${token}` };
    return boardOfAnswer((await app.inject({ url: `/api/board?period=${period}`, headers })).json<BoardAnswer>());
  };

  it('begins on 17 May 2022, one minute before the first reminder', async () => {
    const view: DemoClockView = (await ask('clock')).view;
    expect([view.date, view.time, view.weekday]).toEqual(['5月17日', '08:29', '周二']);
  });

  it('has April in the past: everybody reported, one of them late, and the self-assessments came by e-mail', async () => {
    const [reports, assessments] = (await board('2022-04')).columns;
    expect(reports!.sums).toMatchObject({ expected: 20, handedIn: 20, late: 1 });
    expect(assessments!.sums).toMatchObject({ expected: 6, handedIn: 6 });
  });

  it('has May half done: four in, two of them sent back, one let off', async () => {
    expect((await board('2022-05')).columns[0]!.sums).toMatchObject({ handedIn: 4, returned: 2, waived: 1 });
  });

  it('refuses to go back, and what is no moment', async () => {
    expect(await ask('clock', { local: '2022-05-16T08:00' })).toMatchObject({
      status: 422,
      view: { code: 'demo.clock-back' },
    });
    expect(await ask('clock', { local: 'tomorrow' })).toMatchObject({
      status: 422,
      view: { code: 'demo.moment-unreadable' },
    });
    expect(await ask('clock', { local: '2031-01-01T00:00' })).toMatchObject({
      status: 422,
      view: { code: 'demo.year-over' },
    });
  });

  it('shows what a notice asks for among the things to come, and the night after it', async () => {
    const call = async <T>(account: string, url: string, body?: object): Promise<T> => {
      const { token } = (await ask('sign-in', { account })).view;
      const headers = { authorization: `Bearer ${token}`, ...(body ? { 'idempotency-key': randomUUID() } : {}) };
      return (
        await app.inject({ method: body ? 'POST' : 'GET', url, headers, ...(body ? { payload: body } : {}) })
      ).json<T>();
    };
    const { rows } = await call<DirectoryView>(LEAD, '/api/appointments');
    const unitId = rows.find(({ unit }) => unit.name === '孙吴县')!.unit.id;
    const content = {
      title: '赋码进度滞后',
      ground: 'late',
      requirement: '查明原因。',
      fields: { facts: '占比20.11%。' },
      answer: 'feedback',
      dueAt: '2022-05-19T10:00:00.000Z',
      addressees: [{ unitId, part: 'main' }],
      earlierId: null,
      link: null,
      evidence: [],
      readerIds: [],
    };
    const { id } = await call<NoticeStanding>(LEAD, '/api/supervision/notices', {
      kind: 'order',
      content,
      correctsId: null,
    });
    for (const [account, action] of [
      [LEAD, 'send'],
      [`${LEAD}-2`, 'check'],
      [LEAD, 'issue'],
    ] as const) {
      const { version } = await call<NoticeStanding>(account, `/api/supervision/notices/${id}`);
      await call(account, `/api/supervision/notices/${id}/steps`, { action, version, reason: '' });
    }
    const { events, ruler }: DemoClockView = (await ask('clock')).view;
    expect(ruler.dues.map(({ day }) => day)).toEqual([18, 19, 20, 23]);
    expect(events.map(({ day, title }) => `${day} ${title}`)).toEqual(
      expect.arrayContaining([
        '18日 督办单〔2022〕1号签收截止',
        '19日 督办单〔2022〕1号反馈截止',
        '20日 看要不要督导建议',
      ]),
    );
  });

  it('brings the reminder to the officer when the clock goes to the next event, and to nobody who has reported', async () => {
    const before = (await messages(OFFICER)).length;
    const view: DemoClockView = (await ask('clock', { step: 'next' })).view;
    expect(view.time).toBe('08:30');
    const now = await messages(OFFICER);
    expect(now).toHaveLength(before + 1);
    expect(now.at(-1)!.lines.find((line) => line.label === '事项')?.value).toBe('5月月报');
    const reported = await messages('heihe-2022/2/liaison');
    expect(reported.filter((message) => message.at >= '2022-05-17')).toEqual([]);
  });

  it('goes on where it stood when the server is started again, and WeChat takes what it was allowed', async () => {
    const stood = (await ask('clock')).view;
    const grants = grantsOfOfficer();
    expect(grants).toBeGreaterThan(0);
    await app.close();
    await demo.close();
    demo = await prepareDemo({ DEMO: '1', DATA_DIR: folder, LOG_LEVEL: 'silent' });
    app = await buildApplication(demo);
    await demo.fill(app);
    demo.clock.switchTo('frozen');
    const view: DemoClockView = (await ask('clock')).view;
    expect([view.date, view.time]).toEqual([stood.date, stood.time]);
    expect(grantsOfOfficer()).toBe(grants);
  }, 60_000);

  it('tells which templates the sheet asks about, and stops asking once a choice is kept', async () => {
    const templateIds = [DUE_SOON];
    expect((await ask('subscriptions/open', { account: OFFICER, templateIds })).view.templates).toHaveLength(1);
    const choices = { [DUE_SOON]: 'accept' };
    const answer = { account: OFFICER, templateIds, choices, isKept: true };
    expect((await ask('subscriptions', answer)).view.results).toEqual(choices);
    expect((await ask('subscriptions/open', { account: OFFICER, templateIds })).view.templates).toEqual([]);
  });

  it('lets the others hand in while the days go by, and counts who is late after the 20th', async () => {
    await ask('clock', { local: '2022-05-21T20:00' });
    const sums = (await board('2022-05')).columns[0]!.sums;
    expect(sums.handedIn).toBeGreaterThan(10);
    expect(sums.late).toBe(1);
  }, 30_000);

  it('knows no account but the invented ones', async () => {
    expect(await ask('sign-in', { account: 'root' })).toMatchObject({
      status: 404,
      view: { code: 'demo.account-unknown' },
    });
  });

  it('serves its page and nothing else from the folder', async () => {
    expect((await app.inject({ url: '/' })).body).toContain('演示');
    for (const path of ['..%2fdemo.module.ts', '%2e%2e/main.ts', 'nothing.js']) {
      expect((await app.inject({ url: `/demo/${path}` })).statusCode).toBe(404);
    }
  });

  it('starts again from the beginning', async () => {
    await ask('restart', {});
    const view: DemoClockView = (await ask('clock')).view;
    expect(view.time).toBe('08:29');
    expect((await board('2022-05')).columns[0]!.sums.handedIn).toBe(4);
  }, 60_000);

  it('never starts with real credentials', async () => {
    await expect(prepareDemo({ DEMO: '1', DATA_DIR: folder, WECHAT_SECRET: 'x' })).rejects.toThrow(ConfigurationError);
  });
});
