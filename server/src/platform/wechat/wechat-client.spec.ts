import { composeMessage, type ComposedMessage } from './templates/compose-message';
import { SAMPLE_TEMPLATES } from './templates/sample-templates';
import { templateFor } from './templates/template-file';
import { APP_ID, openStage, type Stage } from './testing/stage';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
});

afterEach(() => stage.close());

const DUE_SOON = SAMPLE_TEMPLATES.purposes['due-soon'];

function dueSoonMessage(): ComposedMessage {
  const template = templateFor(SAMPLE_TEMPLATES, 'due-soon');
  if (template === null) throw new Error('sample template is missing');
  const composed = composeMessage(template, {
    thing1: '5月工作情况月报',
    time2: '2022年5月20日 23:59',
    thing3: '某县专班',
    thing4: '请在20日24时前报送',
  });
  if (!composed.ok) throw new Error(composed.refusals[0].code);
  return composed.value;
}

async function codeFor(userId: string, kind: 'login-code' | 'phone-code'): Promise<string> {
  return String((await stage.control(`/users/${userId}/${kind}`, {}))['code']);
}

test('an officer signs in with a login code and is the same person next time', async () => {
  const client = stage.client();
  const first = await client.code2Session(await codeFor('officer', 'login-code'));
  const second = await client.code2Session(await codeFor('officer', 'login-code'));
  expect(first).toEqual({ openid: stage.simulator.state.openidOf(APP_ID, 'officer'), unionid: null });
  expect(second).toEqual(first);
});

test('the phone button gives the number WeChat has verified', async () => {
  const phone = await stage.client().phoneNumber(await codeFor('officer', 'phone-code'));
  expect(phone).toEqual({ full: '13800000101', national: '13800000101', countryCode: '86' });
});

test('a granted message reaches the phone once, and the next is refused for want of a grant (S23)', async () => {
  const client = stage.client();
  const openid = stage.simulator.state.openidOf(APP_ID, 'officer');
  const order = { openid, message: dueSoonMessage(), page: 'pages/report/index?id=1', attempt: 1 };
  await stage.control('/users/officer/subscribe', { templateIds: [DUE_SOON], answers: { [DUE_SOON]: 'accept' } });
  const delivered = await client.sendSubscribeMessage(order);
  expect(delivered).toEqual({
    kind: 'delivered',
    messageId: expect.stringMatching(/^\d{19}$/) as string,
    ledger: 'spend-one',
  });
  const refused = await client.sendSubscribeMessage(order);
  expect(refused).toMatchObject({ kind: 'refused', reason: 'no-grant', ledger: 'clear', fault: { errcode: 43101 } });
  expect((await stage.control('/users/officer/messages'))['messages']).toMatchObject([
    {
      title: '工作待办提醒',
      page: 'pages/report/index?id=1',
      lines: [{ label: '事项', value: '5月工作情况月报' }, {}, {}, {}],
    },
  ]);
});

test('a code to scan comes as a picture, and a scene WeChat would refuse is found before asking (S37)', async () => {
  const client = stage.client();
  const picture = await client.qrCodeUnlimited({ scene: 'k=ab12', page: 'pages/home/index' });
  expect([picture.contentType, ...picture.bytes.slice(1, 4)]).toEqual(['image/png', 0x50, 0x4e, 0x47]);
  await expect(client.qrCodeUnlimited({ scene: '登录', page: 'pages/home/index' })).rejects.toMatchObject({
    kind: 'request',
  });
  await expect(client.qrCodeUnlimited({ scene: 'a', page: 'pages/none' })).rejects.toMatchObject({
    kind: 'page',
    errcode: 41030,
  });
});
