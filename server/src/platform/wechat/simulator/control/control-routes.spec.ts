import { DUE_SOON, grant, messageFor } from '../../testing/messages';
import { APP_ID, openStage, type Stage } from '../../testing/stage';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
});

afterEach(() => stage.close());

test('a person who joins later can sign in, give the phone number and be sent to', async () => {
  await stage.control('/users', { id: 'newcomer', phone: '13800000103' });
  const client = stage.client();
  const { openid } = await client.code2Session(String((await stage.control('/users/newcomer/login-code', {}))['code']));
  const phone = await client.phoneNumber(String((await stage.control('/users/newcomer/phone-code', {}))['code']));
  await grant(stage, 1, DUE_SOON, 'newcomer');
  const outcome = await client.sendSubscribeMessage({
    openid,
    message: messageFor('due-soon'),
    page: null,
    attempt: 1,
  });
  expect([phone.national, outcome.kind]).toEqual(['13800000103', 'delivered']);
});

test('the phone shows its messages as labelled lines with the time on the clock', async () => {
  await grant(stage);
  const openid = stage.simulator.state.openidOf(APP_ID, 'officer');
  const page = 'pages/report/index?id=1';
  await stage.client().sendSubscribeMessage({ openid, message: messageFor('due-soon'), page, attempt: 1 });
  expect(await stage.control('/users/officer/messages')).toMatchObject({
    messages: [
      {
        title: '工作待办提醒',
        page,
        at: '2022-05-17T01:00:00.000Z',
        lines: [
          { label: '事项', value: '5月工作情况月报' },
          { label: '截止时间', value: '2022年5月20日 23:59' },
          { label: '报送单位', value: '某县专班' },
          { label: '备注', value: '请按时报送' },
        ],
      },
    ],
  });
  expect(await stage.control('/users/lead/messages')).toEqual({ messages: [] });
});

test('what WeChat really holds can be looked at here, as nobody outside can', async () => {
  await grant(stage, 2);
  expect((await stage.control('/users/officer/grants'))['grants']).toMatchObject({ [DUE_SOON]: 2 });
});

test.each([
  ['/users/nobody/login-code', {}, 'no user nobody'],
  ['/users/officer/login-code', { appId: 'wx0' }, 'no such app'],
  ['/users/officer/main-switch', {}, 'on must be true or false'],
  ['/users/officer/kept-choice', { templateId: DUE_SOON, choice: 'maybe' }, 'choice must be accept, reject or null'],
  ['/faults', { path: '/x', fault: { kind: 'earthquake' } }, 'unknown kind'],
  ['/faults', { path: '/x', fault: { kind: 'busy' }, times: -1 }, 'times must be a number'],
  ['/events/manner', { manner: 'late' }, 'unknown kind'],
  ['/users', {}, 'id must be a text'],
])('a request to %s with %j is told what is wrong', async (path, body, message) => {
  expect(await stage.control(path, body)).toEqual({ message });
});

test('a control body that is not JSON is told, and nothing breaks', async () => {
  const { status, body } = await stage.ask('/__sim/faults', { method: 'POST', body: '{' });
  expect([status, body]).toEqual([400, { message: 'body must be a JSON object' }]);
});

test('the overview shows clock, people, templates and readings, and no secret', async () => {
  const { text, body } = await stage.ask('/__sim/state');
  expect(body).toMatchObject({
    now: '2022-05-17T01:00:00.000Z',
    apps: [APP_ID],
    users: [{ id: 'officer' }, { id: 'lead' }],
  });
  expect(text).not.toContain('app-secret');
});
