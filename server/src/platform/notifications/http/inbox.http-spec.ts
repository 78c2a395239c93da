import { DEMO_CREDENTIALS, SAMPLE_TEMPLATES } from '../../wechat';
import { describeOnEachDatabase, type TestDatabase } from '../../../../test/databases';
import { ReminderStage } from '../../../../test/reminder-stage';

const DUE_SOON = SAMPLE_TEMPLATES.purposes['due-soon'];

describeOnEachDatabase('The inbox and the grants of an officer', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database);
    await stage.at('2022-05-17T00:30:00.000Z');
  });
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  it('opening a notice is the receipt, and only the first time counts', async () => {
    const [notice] = (await stage.inbox('逊克县', 'liaison')).toDo;
    const url = `/api/inbox/${notice!.id}/open`;
    const first = await stage.ask('逊克县', 'liaison', { method: 'POST', url });
    expect(first.json()).toEqual({ id: notice!.id, openedAt: '2022-05-17T00:30:00.000Z' });
    await stage.pass(60);
    expect((await stage.ask('逊克县', 'liaison', { method: 'POST', url })).json()).toEqual(first.json());
    expect(await stage.inbox('逊克县', 'liaison')).toMatchObject({
      toDo: [{ isUnread: false, openedAt: '2022-05-17T00:30:00.000Z' }],
    });
  });

  it('nobody sees or opens somebody else’s notice', async () => {
    const [notice] = (await stage.inbox('北安市', 'liaison')).toDo;
    const request = { method: 'POST', url: `/api/inbox/${notice!.id}/open` } as const;
    expect((await stage.ask('逊克县', 'liaison', request)).statusCode).toBe(404);
    expect((await stage.ask('市专班牵头单位', 'lead-officer', request)).statusCode).toBe(404);
    expect((await stage.ask('逊克县', 'liaison', { method: 'POST', url: '/api/inbox/x/open' })).statusCode).toBe(404);
    expect((await stage.inbox('北安市', 'liaison')).toDo).toMatchObject([{ isUnread: true }]);
    expect((await stage.inbox('北安市', 'leader')).toDo).toEqual([]);
  });

  it('is closed to whoever is not signed in, and to administrators, who get no notices', async () => {
    for (const url of ['/api/inbox', '/api/consents', '/api/call-list', '/api/reminders?period=2022-05']) {
      expect((await stage.server.ask({ url })).statusCode).toBe(401);
    }
    expect((await stage.ask('市专班牵头单位', 'administrator', { url: '/api/inbox' })).statusCode).toBe(403);
  });

  const report = (results: unknown, unit = '五大连池市') =>
    stage.ask(unit, 'liaison', { method: 'POST', url: '/api/consents', body: { results } });

  it('counts what WeChat’s sheet answered: any kind of accept is one more, anything else is not', async () => {
    const balances: number[] = [];
    for (const status of [
      'accept',
      'acceptWithAudio',
      'acceptWithForcePush',
      'ban',
      'filter',
      'ACCEPT',
      'yes',
      'reject',
      'accept',
    ]) {
      const answer = await report({ [DUE_SOON]: status, errMsg: 'requestSubscribeMessage:ok' });
      expect(answer.statusCode).toBe(200);
      balances.push(answer.json<{ templates: { balance: number }[] }>().templates[0]!.balance);
    }
    expect(balances).toEqual([1, 2, 3, 3, 3, 3, 3, 0, 1]);
  });

  it('lists every purpose with its template and what is left', async () => {
    const { templates } = await stage.consents('五大连池市', 'liaison');
    expect(templates.map((template) => template.purpose)).toEqual([
      'due-soon',
      'returned',
      'warning',
      'ticket',
      'meeting',
    ]);
    expect(templates[0]).toEqual({
      purpose: 'due-soon',
      title: '工作待办提醒',
      templateId: DUE_SOON,
      kind: 'one-time',
      balance: 1,
    });
  });

  it('passes over templates that are not ours and statuses that are no texts', async () => {
    const before = await stage.consents('五大连池市', 'liaison');
    const hostile = { somebodyElses: 'accept', [DUE_SOON]: { status: 'accept' } };
    expect((await report(hostile)).json()).toEqual(before);
  });

  it('refuses a report whose templates are named like what every object has, and counts nothing of it', async () => {
    const before = await stage.consents('五大连池市', 'liaison');
    const answer = await report({ constructor: 'accept', [DUE_SOON]: 'accept' });
    expect(answer.statusCode).toBe(422);
    expect(await stage.consents('五大连池市', 'liaison')).toEqual(before);
  });

  it.each([[null], ['accept'], [[]], [42]])('refuses a report that is %p', async (results) => {
    const answer = await report(results);
    expect(answer.statusCode).toBe(422);
  });

  it('counts a report that the phone sends twice with the same key once', async () => {
    const request = {
      method: 'POST',
      url: '/api/consents',
      key: 'sheet-in-the-lift',
      body: { results: { [DUE_SOON]: 'accept' } },
    } as const;
    await stage.ask('市司法局', 'liaison', request);
    await stage.ask('市司法局', 'liaison', request);
    expect((await stage.consents('市司法局', 'liaison')).templates[0]).toMatchObject({ balance: 1 });
  });

  it('says what to do when the account is not bound to WeChat', async () => {
    const answer = await report({ [DUE_SOON]: 'accept' }, '孙吴县');
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'notifications.not-bound' });
    expect((await stage.consents('孙吴县', 'liaison')).templates.every((template) => template.balance === 0)).toBe(
      true,
    );
  });

  it('never shows an account’s openid', async () => {
    const openId = stage.simulator.state.openidOf(DEMO_CREDENTIALS.appId, 'heihe-2022/5/liaison');
    const answers = [
      await report({ [DUE_SOON]: 'accept' }),
      await stage.ask('市专班牵头单位', 'lead-officer', { url: '/api/call-list' }),
      await stage.ask('市专班牵头单位', 'lead-officer', { url: '/api/reminder-readiness' }),
    ];
    for (const answer of answers) expect(answer.body).not.toContain(openId);
  });
});

describeOnEachDatabase('The address that WeChat pushes to', (open) => {
  let database: TestDatabase;
  let stage: ReminderStage;
  const { appId } = DEMO_CREDENTIALS;
  const userId = 'heihe-2022/6/liaison';

  beforeAll(async () => {
    database = await open();
    stage = await ReminderStage.open(database, { isListening: true });
  });
  beforeEach(() => stage.reset());
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  const event = () => {
    const openid = stage.simulator.state.openidOf(appId, userId);
    const item = { TemplateId: DUE_SOON, SubscribeStatusString: 'accept', PopupScene: '0' };
    return stage.simulator.events.eventOf('subscribe_msg_popup_event', { appId, openid }, [item]);
  };
  const balance = async (): Promise<number> => {
    await stage.pass(1);
    return (await stage.consents('逊克县', 'liaison')).templates[0]!.balance;
  };

  it('answers at once, and counts the event', async () => {
    expect(await stage.simulator.events.deliverStamped(event(), {})).toBe(true);
    expect(await balance()).toBe(1);
  });

  it('refuses a wrong signature', async () => {
    expect(await stage.simulator.events.deliverStamped(event(), { spoilt: 'signature' })).toBe(false);
    expect(await balance()).toBe(0);
  });

  it('counts a push that somebody plays again once', async () => {
    const pushed = event();
    const stamp = { nonce: '486452656' };
    for (let time = 0; time < 3; time += 1) await stage.simulator.events.deliverStamped(pushed, stamp);
    expect(await balance()).toBe(1);
    expect(await stage.rows('SELECT digest FROM handled_push')).toHaveLength(1);
  });

  it('needs no session and no key, and refuses rubbish without an error of its own', async () => {
    for (const body of [{}, { Encrypt: 'AAAA' }, { ToUserName: 'x', Encrypt: 5 }, []]) {
      const answer = await stage.server.ask({ method: 'POST', url: '/api/wechat/callback?timestamp=1&nonce=2', body });
      expect([400, 403]).toContain(answer.statusCode);
    }
    const xml = { 'content-type': 'text/xml' };
    const answer = await stage.server.ask({
      method: 'POST',
      url: '/api/wechat/callback',
      headers: xml,
      body: '<xml><a>',
    });
    expect([400, 403]).toContain(answer.statusCode);
    expect(
      (await stage.server.ask({ url: '/api/wechat/callback?echostr=hi&timestamp=1&nonce=2&signature=x' })).statusCode,
    ).toBe(403);
  });
});
