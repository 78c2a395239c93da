import { SAMPLE_TEMPLATES } from '../../templates/sample-templates';
import type { TemplateContract } from '../../templates/template-contract';
import { balance, DUE_SOON, grant, messageFor } from '../../testing/messages';
import { APP_ID, openStage, type Stage } from '../../testing/stage';

const { returned: RETURNED } = SAMPLE_TEMPLATES.purposes;
const IDS = SAMPLE_TEMPLATES.templates.map((template) => template.priTmplId);
const [SAMPLE] = SAMPLE_TEMPLATES.templates as [TemplateContract];
const TWIN: TemplateContract = { ...SAMPLE, priTmplId: 'twin-of-due-soon' };
const STANDING: TemplateContract = { ...SAMPLE, priTmplId: 'long-term-due-soon', title: '月报待办长期提醒', type: 3 };
let stage: Stage;

beforeEach(async () => {
  stage = await openStage({
    templates: [...SAMPLE_TEMPLATES.templates, TWIN, STANDING],
    limitedTemplates: [{ templateId: 'limited-due-soon', codeKey: 'thing3', period: 'month' }],
  });
});

afterEach(() => stage.close());

function tap(
  templateIds: unknown,
  statuses: Record<string, string> = {},
  always = false,
): Promise<Record<string, unknown>> {
  return stage.control('/users/officer/subscribe', { templateIds, answers: statuses, always });
}

async function send(
  templateId: string,
  target = stage,
): ReturnType<ReturnType<Stage['client']>['sendSubscribeMessage']> {
  const openid = target.simulator.state.openidOf(APP_ID, 'officer');
  const message = { ...messageFor('due-soon'), templateId };
  return target.client().sendSubscribeMessage({ openid, message, page: null, attempt: 1 });
}

test('S24: one tap earns one send of each of five templates, and two taps two', async () => {
  const accepted = Object.fromEntries(IDS.map((id) => [id, 'accept']));
  expect(await tap(IDS, accepted)).toEqual({ errMsg: 'requestSubscribeMessage:ok', ...accepted });
  await tap(IDS, accepted);
  expect(IDS.map((id) => balance(stage, id))).toEqual([2, 2, 2, 2, 2]);
});

test('S24: what is not accepted earns nothing, and the call still succeeds', async () => {
  expect(await tap([DUE_SOON, RETURNED], { [RETURNED]: 'accept' })).toEqual({
    errMsg: 'requestSubscribeMessage:ok',
    [DUE_SOON]: 'reject',
    [RETURNED]: 'accept',
  });
  expect([balance(stage), balance(stage, RETURNED)]).toEqual([0, 1]);
});

test('S24: of two templates with the same title, the second is filtered', async () => {
  const both = { [DUE_SOON]: 'accept', [TWIN.priTmplId]: 'accept' };
  expect(await tap([DUE_SOON, TWIN.priTmplId], both)).toMatchObject({
    [DUE_SOON]: 'accept',
    [TWIN.priTmplId]: 'filter',
  });
  expect(balance(stage, TWIN.priTmplId)).toBe(0);
});

test.each([
  ['six templates', [...IDS, TWIN.priTmplId], 20003],
  ['none', [], 10001],
  ['a text instead of a list', DUE_SOON, 10004],
  ['an unknown template', ['unknown'], 20001],
  ['one-time and long-term together', [DUE_SOON, STANDING.priTmplId], 20002],
])('S24: a call with %s fails', async (_name, templateIds, errCode) => {
  expect(await tap(templateIds)).toMatchObject({ errCode, errMsg: expect.stringContaining(':fail') as string });
});

test('S16: a banned template answers ban, and a banned app fails', async () => {
  await stage.control(`/templates/${DUE_SOON}/banned`, { banned: true });
  expect(await tap([DUE_SOON], { [DUE_SOON]: 'accept' })).toMatchObject({ [DUE_SOON]: 'ban' });
  await stage.control('/app/banned', { banned: true });
  expect(await tap([RETURNED])).toMatchObject({ errCode: 20005 });
});

test('S25: a kept acceptance is silent and earns one more; it is listed as a choice, never as a count', async () => {
  await tap([DUE_SOON], { [DUE_SOON]: 'accept' }, true);
  expect(await tap([DUE_SOON], { [DUE_SOON]: 'reject' })).toMatchObject({ [DUE_SOON]: 'accept' });
  expect(balance(stage)).toBe(2);
  expect(await stage.control('/users/officer/setting')).toEqual({
    subscriptionsSetting: { mainSwitch: true, itemSettings: { [DUE_SOON]: 'accept' } },
  });
});

test('S25: a kept refusal stays silent until the settings page changes it', async () => {
  await tap([DUE_SOON], {}, true);
  expect(await tap([DUE_SOON], { [DUE_SOON]: 'accept' })).toMatchObject({ [DUE_SOON]: 'reject' });
  expect(balance(stage)).toBe(0);
  await stage.control('/users/officer/kept-choice', { templateId: DUE_SOON, choice: null });
  expect(await tap([DUE_SOON], { [DUE_SOON]: 'accept' })).toMatchObject({ [DUE_SOON]: 'accept' });
});

test('S25: with the main switch off, asking fails and says so', async () => {
  await stage.control('/users/officer/main-switch', { on: false });
  expect(await tap([DUE_SOON], { [DUE_SOON]: 'accept' })).toMatchObject({ errCode: 20004 });
});

test('S26: after a refusal in the message menu nothing more is taken', async () => {
  await grant(stage, 2);
  await stage.control('/users/officer/refuse-from-menu', { templateId: DUE_SOON });
  expect(await send(DUE_SOON)).toMatchObject({ kind: 'refused', reason: 'no-grant', ledger: 'clear' });
});

test('S27: a long-term grant is not used up by sending', async () => {
  await tap([STANDING.priTmplId], { [STANDING.priTmplId]: 'accept' });
  expect([(await send(STANDING.priTmplId)).kind, (await send(STANDING.priTmplId)).kind]).toEqual([
    'delivered',
    'delivered',
  ]);
  await stage.control('/users/officer/refuse-from-menu', { templateId: STANDING.priTmplId });
  expect(await send(STANDING.priTmplId)).toMatchObject({ reason: 'no-grant' });
});

test.each([
  ['43101', { kind: 'refused', reason: 'no-grant' }],
  ['45009', { kind: 'retryable', reason: 'day-quota' }],
] as const)(
  'S27: a limited template takes one message a month, and refuses the second with %s',
  async (reading, refused) => {
    const template = { ...STANDING, priTmplId: 'limited-due-soon' };
    const limited = await openStage({
      templates: [template],
      limitedTemplates: [{ templateId: template.priTmplId, codeKey: 'thing3', period: 'month' }],
      readings: { 'limited-refusal': reading },
    });
    try {
      await limited.control('/users/officer/subscribe', {
        templateIds: [template.priTmplId],
        answers: { [template.priTmplId]: 'accept' },
      });
      expect(await send(template.priTmplId, limited)).toMatchObject({ kind: 'delivered' });
      expect(await send(template.priTmplId, limited)).toMatchObject(refused);
      limited.clock.advance(15 * 86_400);
      expect(await send(template.priTmplId, limited)).toMatchObject({ kind: 'delivered' });
    } finally {
      await limited.close();
    }
  },
);
