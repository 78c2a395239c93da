import type { SendOutcome } from '../port/send-outcome';
import { SAMPLE_TEMPLATES } from '../templates/sample-templates';
import { balance, DUE_SOON, grant, messageFor, rawSend } from '../testing/messages';
import { openPushServer } from '../testing/push-server';
import { APP_ID, openStage, SECRET, StageClock, type Stage } from '../testing/stage';
import { ASSUMPTIONS, isReading, readingsOf, type AssumptionId, type Readings } from './assumptions';

/** Runs a trial on a simulator with one reading chosen. */
async function under<Id extends AssumptionId, Result>(
  id: Id,
  reading: Readings[Id],
  trial: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const stage = await openStage({
    readings: { [id]: reading },
    appPages: { published: ['pages/home/index', 'pages/report/index'], trial: ['pages/new/index'] },
  });
  try {
    return await trial(stage);
  } finally {
    await stage.close();
  }
}

const { data: DATA } = messageFor('due-soon');

/** Our own port, sending a good message. */
function send(stage: Stage): Promise<SendOutcome> {
  const openid = stage.simulator.state.openidOf(APP_ID, 'officer');
  return stage
    .client()
    .sendSubscribeMessage({ openid, message: messageFor('due-soon'), page: '/pages/home/index', attempt: 1 });
}

/** The errcode of a send past our port, with a grant there. */
async function codeOf(stage: Stage, replaced: Readonly<Record<string, unknown>>): Promise<unknown> {
  await grant(stage);
  return (await rawSend(stage, replaced))['errcode'];
}

test('a profile takes one reading of every open question', () => {
  for (const [at, profile] of (['strict', 'lenient'] as const).entries()) {
    const readings = readingsOf(profile);
    for (const assumption of ASSUMPTIONS) expect(readings[assumption.id]).toBe(assumption.readings[at]);
  }
  expect(isReading('extra-keys', 'ignored')).toBe(true);
  expect(isReading('extra-keys', 'whatever')).toBe(false);
});

const BOTH_READINGS = ASSUMPTIONS.flatMap(({ id, readings }) => readings.map((reading) => [id, reading] as const));

test.each(BOTH_READINGS)('%s = %s: our own messages arrive and a missing grant is seen', async (id, reading) => {
  await under(id, reading as never, async (stage) => {
    await grant(stage);
    expect(await send(stage)).toMatchObject({
      kind: 'delivered',
      messageId: expect.stringMatching(/^19\d{17}$/) as string,
    });
    expect(await send(stage)).toMatchObject({ kind: 'refused', reason: 'no-grant', ledger: 'clear' });
  });
});

test.each([
  ['page-leading-slash', 'refused', { page: '/pages/home/index' }, 41030],
  ['page-leading-slash', 'taken', { page: '/pages/home/index' }, 0],
  ['page-only-in-trial', 'refused', { page: 'pages/new/index' }, 41030],
  ['page-only-in-trial', 'taken', { page: 'pages/new/index' }, 0],
  ['state-and-lang', 'required', { lang: undefined }, 47003],
  ['state-and-lang', 'required', { miniprogram_state: undefined }, 47003],
  ['state-and-lang', 'optional', { lang: undefined, miniprogram_state: undefined }, 0],
  ['extra-keys', 'refused', { data: { ...DATA, thing9: { value: '值' } } }, 47003],
  ['extra-keys', 'ignored', { data: { ...DATA, thing9: { value: '值' } } }, 0],
  ['bare-date-in-time', 'refused', { data: { ...DATA, time2: { value: '2022年5月20日' } } }, 47003],
  ['bare-date-in-time', 'taken', { data: { ...DATA, time2: { value: '2022年5月20日' } } }, 0],
  ['astral-characters', 'two', { data: { ...DATA, thing1: { value: '😀'.repeat(11) } } }, 47003],
  ['astral-characters', 'one', { data: { ...DATA, thing1: { value: '😀'.repeat(11) } } }, 0],
] as const)('%s = %s: a send with %j answers %i', async (id, reading, replaced, errcode) => {
  expect(await under(id, reading, (stage) => codeOf(stage, replaced))).toBe(errcode);
});

test.each([
  ['grant-first', 43101],
  ['data-first', 47003],
] as const)('check-order = %s: without grant, wrong data answers %i', async (reading, errcode) => {
  const answer = await under('check-order', reading, (stage) => rawSend(stage, { data: {} }));
  expect(answer['errcode']).toBe(errcode);
});

test.each([
  ['cleared', 'refused'],
  ['kept', 'delivered'],
] as const)('refusal-clears-grants = %s: after a refusal in the menu a banked send is %s', async (reading, kind) => {
  const outcome = await under('refusal-clears-grants', reading, async (stage) => {
    await grant(stage, 2);
    await stage.control('/users/officer/refuse-from-menu', { templateId: DUE_SOON });
    return send(stage);
  });
  expect(outcome.kind).toBe(kind);
});

test.each([
  ['stopped', 'refused'],
  ['sent', 'delivered'],
] as const)('main-switch-stops-sends = %s: with the main switch off a banked send is %s', async (reading, kind) => {
  const outcome = await under('main-switch-stops-sends', reading, async (stage) => {
    await grant(stage);
    await stage.control('/users/officer/main-switch', { on: false });
    return send(stage);
  });
  expect(outcome.kind).toBe(kind);
});

test.each([
  ['none', 1],
  ['pushed', 2],
] as const)(
  'silent-acceptance-event = %s: a kept choice used once more makes %i event(s) in all',
  async (reading, count) => {
    const clock = new StageClock('2022-05-17T01:00:00.000Z');
    const push = await openPushServer(clock, { mode: 'safe', format: 'json' });
    const apps = [{ appId: APP_ID, secret: SECRET, callback: push.callback }];
    const stage = await openStage({ clock, apps, readings: { 'silent-acceptance-event': reading } });
    const tap = { templateIds: [DUE_SOON], answers: { [DUE_SOON]: 'accept' }, always: true };
    await stage.control('/users/officer/subscribe', tap);
    await stage.control('/users/officer/subscribe', tap);
    await new Promise((resolve) => setImmediate(resolve));
    await stage.close();
    await push.close();
    expect(push.events).toHaveLength(count);
    expect(balance(stage)).toBe(2);
  },
);

test.each([
  ['spent', 0],
  ['kept', 1],
] as const)('sensitive-spends-grant = %s: after a refused word %i send is left', async (reading, left) => {
  const after = await under('sensitive-spends-grant', reading, async (stage) => {
    await grant(stage);
    await stage.control('/sensitive-words', { word: '月报', isSensitive: true });
    expect(await send(stage)).toMatchObject({ kind: 'refused', reason: 'sensitive', ledger: 'uncertain' });
    return balance(stage);
  });
  expect(after).toBe(left);
});

test.each([
  ['spent', 0],
  ['kept', 1],
] as const)('bad-data-spends-grant = %s: after a refused value %i send is left', async (reading, left) => {
  const after = await under('bad-data-spends-grant', reading, async (stage) => {
    await codeOf(stage, { data: {} });
    return balance(stage);
  });
  expect(after).toBe(left);
});

test.each(['number', 'text'] as const)('msgid-type = %s: the port reads the same 19 digits', async (reading) => {
  const [messageId, received] = await under('msgid-type', reading, async (stage) => {
    await grant(stage);
    const outcome = await send(stage);
    return [outcome.kind === 'delivered' ? outcome.messageId : null, stage.simulator.state.mailbox.all()[0]?.messageId];
  });
  expect(messageId).toBe(received);
});

test.each([
  ['400', 400],
  ['200', 200],
] as const)('error-status = %s: an error comes with HTTP status %i and is understood', async (reading, status) => {
  await under('error-status', reading, async (stage) => {
    expect((await stage.ask('/cgi-bin/token')).status).toBe(status);
    await expect(stage.client().code2Session('made-up')).rejects.toMatchObject({ errcode: 40029 });
  });
});

test('a reading can be changed while the simulator runs, and an unknown one is told', async () => {
  const stage = await openStage();
  await stage.control('/assumptions', { id: 'extra-keys', reading: 'ignored' });
  expect((await stage.control('/assumptions'))['readings']).toMatchObject({ 'extra-keys': 'ignored' });
  expect(await stage.control('/assumptions', { id: 'extra-keys', reading: 'maybe' })).toEqual({
    message: 'no such assumption or reading',
  });
  await stage.close();
});

test('the templates of the account can be listed as the sample file has them', async () => {
  const stage = await openStage();
  const { body } = await stage.ask(`/wxaapi/newtmpl/gettemplate?access_token=${await stage.client().accessToken()}`);
  const listed = (body['data'] as { priTmplId: string; content: string }[]).map(({ priTmplId, content }) => ({
    priTmplId,
    content,
  }));
  expect(listed).toEqual(SAMPLE_TEMPLATES.templates.map(({ priTmplId, content }) => ({ priTmplId, content })));
  await stage.close();
});
