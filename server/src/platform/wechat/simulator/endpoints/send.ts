import { fieldsOf, type TemplateContract } from '../../templates/template-contract';
import type { SimulatedApp, SimulatedUser } from '../options';
import { SimulatedRefusal } from '../state/refusal';
import type { SimulatorState } from '../state/simulator-state';
import { authorizedApp, readBody, type Endpoint, type EndpointAnswer, type EndpointContext } from './endpoint';
import { checkedData } from './message-data';
import { limitedKeyOf, spendGrant, checkGrant } from './send-grants';
import { pause } from './pause';

interface Letter {
  readonly app: SimulatedApp;
  readonly user: SimulatedUser;
  readonly openid: string;
  readonly template: TemplateContract;
  readonly page: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

const STATES: readonly unknown[] = ['developer', 'trial', 'formal'];
const LANGUAGES: readonly unknown[] = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

/** Takes a subscription message, or refuses it as WeChat would. */
export const sendEndpoint: Endpoint = { method: 'POST', path: '/cgi-bin/message/subscribe/send', answer };

async function answer(context: EndpointContext): Promise<EndpointAnswer> {
  const { state } = context;
  const app = authorizedApp(context);
  const body = readBody(context.call);
  if (state.unauthorizedApps.has(app.appId)) throw new SimulatedRefusal(48001, 'api unauthorized');
  state.limits.countSend(app.appId, state.nowMs());
  const { user, openid } = addressee(state, app, body['touser']);
  const flight = `${app.appId}|${openid}`;
  if (state.sendsInFlight.has(flight)) {
    throw new SimulatedRefusal(43108, 'Cannot make concurrent calls to the same OpenID, please try again');
  }
  state.sendsInFlight.add(flight);
  try {
    await pause(state.latencyMs);
    const template = checkedTemplate(state, app, body['template_id']);
    return await deliver(context, { app, user, openid, template, page: checkedPage(state, body), body });
  } finally {
    state.sendsInFlight.delete(flight);
  }
}

async function deliver({ state, events }: EndpointContext, letter: Letter): Promise<EndpointAnswer> {
  const { app, user, openid, template, page, body } = letter;
  const values = checkedValues(state, letter);
  spendGrant(state, { openid, template, values });
  const messageId = state.random.messageId();
  const lines = fieldsOf(template.content).map(({ key, label }) => ({ label, value: values.get(key) ?? '' }));
  const miniprogramState = typeof body['miniprogram_state'] === 'string' ? body['miniprogram_state'] : 'formal';
  state.mailbox.put({
    messageId,
    appId: app.appId,
    userId: user.id,
    openid,
    templateId: template.priTmplId,
    title: template.title,
    lines,
    page,
    miniprogramState,
    at: state.now(),
  });
  await events.sent({ appId: app.appId, openid, templateId: template.priTmplId, messageId });
  const msgid = state.readings['msgid-type'] === 'number' ? messageId : `"${messageId}"`;
  return { json: `{"errcode":0,"errmsg":"ok","msgid":${msgid}}` };
}

/** Grant and data are both looked at; which first is an open question. */
function checkedValues(state: SimulatorState, { openid, template, body }: Letter): ReadonlyMap<string, string> {
  const isGrantFirst = state.readings['check-order'] === 'grant-first';
  if (isGrantFirst) checkGrant(state, openid, template);
  const values = checkData(state, { openid, template, body });
  if (!isGrantFirst) checkGrant(state, openid, template);
  const limited = limitedKeyOf(state, { openid, template, values });
  if (limited !== null && state.limitedSends.has(limited)) {
    throw new SimulatedRefusal(Number(state.readings['limited-refusal']), 'message of this period was sent before');
  }
  const word = [...state.sensitiveWords].find((candidate) => [...values.values()].join('\n').includes(candidate));
  if (word === undefined) return values;
  if (state.readings['sensitive-spends-grant'] === 'spent') state.grants.spend(openid, template.priTmplId);
  throw new SimulatedRefusal(45168, 'hit sensitive word');
}

function checkData(
  state: SimulatorState,
  { openid, template, body }: Pick<Letter, 'openid' | 'template' | 'body'>,
): ReadonlyMap<string, string> {
  try {
    checkStateAndLanguage(state, body);
    return checkedData(template, body['data'], state.readings);
  } catch (refusal) {
    if (state.readings['bad-data-spends-grant'] === 'spent') state.grants.spend(openid, template.priTmplId);
    throw refusal;
  }
}

function checkStateAndLanguage(state: SimulatorState, body: Letter['body']): void {
  const isOptional = state.readings['state-and-lang'] === 'optional';
  for (const [field, allowed] of [
    ['miniprogram_state', STATES],
    ['lang', LANGUAGES],
  ] as const) {
    if (isOptional && body[field] === undefined) continue;
    if (!allowed.includes(body[field])) throw new SimulatedRefusal(47003, `argument invalid! ${field} invalid`);
  }
}

function addressee(state: SimulatorState, app: SimulatedApp, touser: unknown): { user: SimulatedUser; openid: string } {
  const user = typeof touser === 'string' ? state.userOf(app.appId, touser) : null;
  if (user === null) throw new SimulatedRefusal(40003, 'invalid openid');
  return { user, openid: state.openidOf(app.appId, user.id) };
}

function checkedTemplate(state: SimulatorState, app: SimulatedApp, templateId: unknown): TemplateContract {
  const template = typeof templateId === 'string' ? state.template(templateId) : null;
  if (template === null) throw new SimulatedRefusal(40037, 'invalid template_id');
  if (state.bannedApps.has(app.appId) || state.bannedTemplates.has(template.priTmplId)) {
    throw new SimulatedRefusal(43107, 'app or template is banned from subscribing');
  }
  return template;
}

function checkedPage(state: SimulatorState, body: Letter['body']): string | null {
  const { page } = body;
  if (page === undefined || page === '') return null;
  if (typeof page !== 'string') throw new SimulatedRefusal(41030, 'invalid page');
  const isSlashTaken = state.readings['page-leading-slash'] === 'taken';
  const path = (isSlashTaken ? page.replace(/^\//, '') : page).split('?')[0] ?? '';
  const isTrialTaken = body['miniprogram_state'] !== 'formal' || state.readings['page-only-in-trial'] === 'taken';
  const known = isTrialTaken ? [...state.pages.published, ...state.pages.trial] : state.pages.published;
  if (!known.includes(path)) throw new SimulatedRefusal(41030, 'invalid page');
  return page.replace(/^\//, '');
}
