import { balance, DUE_SOON, grant, messageFor, rawSend } from '../testing/messages';
import { APP_ID, openStage, type Stage } from '../testing/stage';
import type { SendOrder } from '../port/wechat-client';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage({
    appPages: { published: ['pages/home/index', 'pages/report/index'], trial: ['pages/new/index'] },
  });
  await grant(stage);
});

afterEach(() => stage.close());

function order(replaced: Partial<SendOrder> = {}): SendOrder {
  const openid = stage.simulator.state.openidOf(APP_ID, 'officer');
  return { openid, message: messageFor('due-soon'), page: 'pages/report/index?id=1', attempt: 1, ...replaced };
}

test('S14: a person of another app is refused, and the binding is known to be broken', async () => {
  const outcome = await stage.client().sendSubscribeMessage(order({ openid: 'o-somebody-else' }));
  expect(outcome).toMatchObject({ kind: 'refused', reason: 'bad-openid', fault: { errcode: 40003 }, ledger: 'none' });
});

test('S15: an unknown and a deleted template are refused', async () => {
  const unknown = { ...messageFor('due-soon'), templateId: 'unknown' };
  const refused = { kind: 'refused', reason: 'template-broken', fault: { errcode: 40037 }, ledger: 'none' };
  expect(await stage.client().sendSubscribeMessage(order({ message: unknown }))).toMatchObject(refused);
  await stage.control(`/templates/${DUE_SOON}/deleted`, { deleted: true });
  expect(await stage.client().sendSubscribeMessage(order())).toMatchObject(refused);
});

test('S16: a banned template and a banned app are refused', async () => {
  const refused = { kind: 'refused', reason: 'template-broken', fault: { errcode: 43107 }, ledger: 'none' };
  await stage.control(`/templates/${DUE_SOON}/banned`, { banned: true });
  expect(await stage.client().sendSubscribeMessage(order())).toMatchObject(refused);
  await stage.control(`/templates/${DUE_SOON}/banned`, { banned: false });
  await stage.control('/app/banned', { banned: true });
  expect(await stage.client().sendSubscribeMessage(order())).toMatchObject(refused);
});

test('S17: a page that the released version does not have is refused; the trial version has its own', async () => {
  const refused = { kind: 'refused', reason: 'page', fault: { errcode: 41030 } };
  expect(await stage.client().sendSubscribeMessage(order({ page: 'pages/none' }))).toMatchObject(refused);
  expect(await stage.client().sendSubscribeMessage(order({ page: 'pages/new/index' }))).toMatchObject(refused);
  const trial = stage.client({ miniprogramState: 'trial' });
  expect(await trial.sendSubscribeMessage(order({ page: 'pages/new/index' }))).toMatchObject({ kind: 'delivered' });
});

test('S17: the port never sends a leading slash, and can send no page at all', async () => {
  await grant(stage);
  const slashed = await stage.client().sendSubscribeMessage(order({ page: '/pages/home/index' }));
  const none = await stage.client().sendSubscribeMessage(order({ page: null }));
  expect([slashed.kind, none.kind]).toEqual(['delivered', 'delivered']);
  expect(stage.simulator.state.mailbox.of('officer').map((message) => message.page)).toEqual([
    'pages/home/index',
    null,
  ]);
});

test('S18: state and language outside their lists are refused, and the port always sends both', async () => {
  await grant(stage, 4);
  expect(await rawSend(stage, { miniprogram_state: 'published' })).toMatchObject({ errcode: 47003 });
  expect(await rawSend(stage, { lang: 'zh' })).toMatchObject({ errcode: 47003 });
  expect(await stage.client().sendSubscribeMessage(order())).toMatchObject({ kind: 'delivered' });
});

test('S19: data as a text, and values that are not wrapped, are refused', async () => {
  await grant(stage, 4);
  const { data } = messageFor('due-soon');
  expect(await rawSend(stage, { data: JSON.stringify(data) })).toMatchObject({ errcode: 47003 });
  expect(await rawSend(stage, { data: { ...data, thing1: '5月工作情况月报' } })).toMatchObject({ errcode: 47003 });
  expect(await rawSend(stage, { data: { ...data, thing1: { value: 5 } } })).toMatchObject({ errcode: 47003 });
  expect(await rawSend(stage, { data: undefined })).toMatchObject({ errcode: 47003 });
});

test('S20: a missing key is told by name, and so is a key too many', async () => {
  await grant(stage, 4);
  const { thing1, ...others } = messageFor('due-soon').data;
  expect((await rawSend(stage, { data: others }))['errmsg']).toMatch(
    /^argument invalid! data\.thing1\.value is empty rid: /,
  );
  const extra = await rawSend(stage, { data: { ...others, thing1, thing9: { value: '值' } } });
  expect(extra).toMatchObject({ errcode: 47003, errmsg: expect.stringContaining('data.thing9') as string });
});

test.each([
  ['thing1', '一'.repeat(21)],
  ['thing1', '上\n下'],
  ['time2', '2022年5月20日 09:00\uff5e18:00'],
  ['time2', '2022年5月20日'],
])('S21: %s with "%s" is refused, past the port', async (key, value) => {
  await grant(stage, 1);
  const { data } = messageFor('due-soon');
  const answer = await rawSend(stage, { data: { ...data, [key]: { value } } });
  expect(answer['errmsg']).toMatch(new RegExp(`^argument invalid! data\\.${key}\\.value invalid rid: `));
});

test('S22: a sensitive word is refused and told apart from a wrong value', async () => {
  await stage.control('/sensitive-words', { word: '月报', isSensitive: true });
  const outcome = await stage.client().sendSubscribeMessage(order());
  expect(outcome).toMatchObject({
    kind: 'refused',
    reason: 'sensitive',
    fault: { errcode: 45168 },
    ledger: 'uncertain',
  });
});

test('S23: three acceptances are three messages, counted for each person and template', async () => {
  await grant(stage, 2);
  const client = stage.client();
  const kinds: string[] = [];
  for (let count = 0; count < 4; count += 1) kinds.push((await client.sendSubscribeMessage(order())).kind);
  expect(kinds).toEqual(['delivered', 'delivered', 'delivered', 'refused']);
  const lead = stage.simulator.state.openidOf(APP_ID, 'lead');
  expect(await client.sendSubscribeMessage(order({ openid: lead }))).toMatchObject({ reason: 'no-grant' });
  expect(await client.sendSubscribeMessage(order({ message: messageFor('returned') }))).toMatchObject({
    reason: 'no-grant',
  });
});

test('S23: a refused send leaves the grant', async () => {
  await stage.client().sendSubscribeMessage(order({ page: 'pages/none' }));
  expect(balance(stage)).toBe(1);
});

test('S28: two sends at once to one person from two servers collide; the port of one server lets them queue', async () => {
  await grant(stage, 3);
  stage.simulator.state.latencyMs = 30;
  const client = stage.client();
  await client.accessToken();
  const queued = await Promise.all([client.sendSubscribeMessage(order()), client.sendSubscribeMessage(order())]);
  expect(queued.map(({ kind }) => kind)).toEqual(['delivered', 'delivered']);
  const apart = [stage.client({ random: () => 0 }), stage.client({ random: () => 0 })];
  await Promise.all(apart.map((each) => each.accessToken()));
  const outcomes = await Promise.all(apart.map((each) => each.sendSubscribeMessage(order())));
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['delivered', 'retryable']);
  expect(outcomes.find(({ kind }) => kind === 'retryable')).toMatchObject({
    reason: 'concurrent',
    retryAt: '2022-05-17T01:00:01.000Z',
    fault: { errcode: 43108 },
    ledger: 'none',
  });
});

test('S29: past the quota of the day, sending waits for the next Beijing day or a cleared quota', async () => {
  await grant(stage, 2);
  await stage.control('/daily-sends', { limit: 1 });
  const client = stage.client();
  await client.sendSubscribeMessage(order());
  expect(await client.sendSubscribeMessage(order())).toMatchObject({
    kind: 'retryable',
    reason: 'day-quota',
    retryAt: '2022-05-17T16:00:00.000Z',
    fault: { errcode: 45009 },
  });
  const token = await client.accessToken();
  await stage.ask(`/cgi-bin/clear_quota?access_token=${token}`, {
    method: 'POST',
    body: JSON.stringify({ appid: APP_ID }),
  });
  expect(await client.sendSubscribeMessage(order())).toMatchObject({ kind: 'delivered' });
  stage.clock.advance(15 * 3600);
  expect(await client.sendSubscribeMessage(order())).toMatchObject({ kind: 'delivered' });
});

test('S29: past the quota of the minute, sending waits for the next clock minute', async () => {
  await grant(stage, 1);
  await stage.control('/minute-sends', { limit: 1 });
  const client = stage.client();
  await client.sendSubscribeMessage(order());
  const outcome = await client.sendSubscribeMessage(order());
  expect(outcome).toMatchObject({
    reason: 'minute-quota',
    retryAt: '2022-05-17T01:01:00.000Z',
    fault: { errcode: 45011 },
  });
});

test('S30: the message id is a 19-digit number that JavaScript cannot hold, and comes to us unchanged', async () => {
  const outcome = await stage.client().sendSubscribeMessage(order());
  const [message] = stage.simulator.state.mailbox.of('officer');
  expect(outcome).toMatchObject({ kind: 'delivered', messageId: message?.messageId });
  expect(message?.messageId).toMatch(/^\d{19}$/);
  expect(String(Number(message?.messageId))).not.toBe(message?.messageId);
  await grant(stage);
  const token = await stage.client().accessToken();
  const { touser, data } = { touser: order().openid, data: order().message.data };
  const body = JSON.stringify({ touser, template_id: DUE_SOON, data, miniprogram_state: 'formal', lang: 'zh_CN' });
  const { text } = await stage.ask(`/cgi-bin/message/subscribe/send?access_token=${token}`, { method: 'POST', body });
  expect(text).toMatch(/"msgid":\d{19}\}$/);
});

test('an app without the right to send is told so', async () => {
  await stage.control('/app/unauthorized', { unauthorized: true });
  const outcome = await stage.client().sendSubscribeMessage(order());
  expect(outcome).toMatchObject({ kind: 'refused', reason: 'unauthorized', fault: { errcode: 48001 } });
});
