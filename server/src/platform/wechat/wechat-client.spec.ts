import { grant, messageFor } from './testing/messages';
import { APP_ID, openStage, type Stage } from './testing/stage';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
});

afterEach(() => stage.close());

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
  const order = { openid, message: messageFor('due-soon'), page: 'pages/report/index?id=1', attempt: 1 };
  await grant(stage);
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
