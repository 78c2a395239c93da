import type { MessagePurpose } from '@jiannuo/shared/notifications';
import { composeMessage, type ComposedMessage } from '../templates/compose-message';
import { SAMPLE_TEMPLATES } from '../templates/sample-templates';
import { templateFor } from '../templates/template-file';
import { APP_ID, type Stage } from './stage';

/** The template that serves reminders before a due time. */
export const DUE_SOON = SAMPLE_TEMPLATES.purposes['due-soon'];

const VALUES: Readonly<Record<'due-soon' | 'returned', Readonly<Record<string, string>>>> = {
  'due-soon': { thing1: '5月工作情况月报', time2: '2022年5月20日 23:59', thing3: '某县专班', thing4: '请按时报送' },
  returned: { thing1: '5月工作情况月报', phrase2: '已退回', time3: '2022年5月21日 09:00', thing4: '请修改后再报' },
};

/** A message of a purpose that fits its template, with single values replaced. */
export function messageFor(
  purpose: MessagePurpose & keyof typeof VALUES,
  replaced: Readonly<Record<string, string>> = {},
): ComposedMessage {
  const template = templateFor(SAMPLE_TEMPLATES, purpose);
  const composed = template === null ? null : composeMessage(template, { ...VALUES[purpose], ...replaced });
  if (composed?.ok !== true) throw new Error(`sample message for ${purpose} does not fit`);
  return composed.value;
}

/** Has a person tap accept on the sheet as often as told. */
export async function grant(stage: Stage, times = 1, templateId = DUE_SOON, userId = 'officer'): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await stage.control(`/users/${userId}/subscribe`, {
      templateIds: [templateId],
      answers: { [templateId]: 'accept' },
    });
  }
}

/** One-time sends that WeChat still holds for a person. */
export function balance(stage: Stage, templateId = DUE_SOON, userId = 'officer'): number {
  const { state } = stage.simulator;
  return state.grants.balance(state.openidOf(APP_ID, userId), templateId);
}

/** A send to WeChat's side without our port, with parts of the body replaced or, by undefined, left out. */
export async function rawSend(
  stage: Stage,
  replaced: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>> {
  const token = await stage.client().accessToken();
  const body = {
    touser: stage.simulator.state.openidOf(APP_ID, 'officer'),
    template_id: DUE_SOON,
    page: 'pages/report/index?id=1',
    data: messageFor('due-soon').data,
    miniprogram_state: 'formal',
    lang: 'zh_CN',
    ...replaced,
  };
  const path = `/cgi-bin/message/subscribe/send?access_token=${token}`;
  return (await stage.ask(path, { method: 'POST', body: JSON.stringify(body) })).body;
}
