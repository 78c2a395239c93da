import {
  claimOf,
  ControlFault,
  personOf,
  setMember,
  textOf,
  type ControlRequest,
  type ControlRoute,
} from './control-route';
import { grantsOf, refuseFromMenu, subscriptionSetting } from './person-acts';
import { tapSheet } from './subscribe-sheet';

const PERSON = '/__sim/users/:userId';

function issueCode(request: ControlRequest, kind: 'login' | 'phone'): object {
  const { appId, userId } = personOf(request);
  return { code: request.state.codes.issue(kind, appId, userId, request.state.nowMs()) };
}

function keptChoice(value: unknown): 'accept' | 'reject' | null {
  if (value === 'accept' || value === 'reject' || value === null) return value;
  throw new ControlFault('choice must be accept, reject or null');
}

/** What a person can do with the phone, and what the phone shows. */
export const PERSON_ROUTES: readonly ControlRoute[] = [
  { method: 'POST', path: `${PERSON}/login-code`, answer: (request) => issueCode(request, 'login') },
  { method: 'POST', path: `${PERSON}/phone-code`, answer: (request) => issueCode(request, 'phone') },
  {
    method: 'POST',
    path: `${PERSON}/subscribe`,
    answer(request) {
      const { templateIds, answers, always } = request.body;
      const given = typeof answers === 'object' && answers !== null ? (answers as Record<string, unknown>) : {};
      return tapSheet(request.state, request.events, {
        ...personOf(request),
        templateIds,
        answers: given,
        isKept: always === true,
      });
    },
  },
  {
    method: 'POST',
    path: `${PERSON}/refuse-from-menu`,
    async answer(request) {
      const templateId = textOf(request, 'templateId');
      await refuseFromMenu(request.state, request.events, { ...personOf(request), templateId });
      return { ok: true };
    },
  },
  {
    method: 'POST',
    path: `${PERSON}/main-switch`,
    answer(request) {
      const { appId, userId } = personOf(request);
      request.state.grants.setMainSwitch(request.state.openidOf(appId, userId), claimOf(request, 'on'));
      return { ok: true };
    },
  },
  {
    method: 'POST',
    path: `${PERSON}/kept-choice`,
    answer(request) {
      const { appId, userId } = personOf(request);
      const openid = request.state.openidOf(appId, userId);
      request.state.grants.keep(openid, textOf(request, 'templateId'), keptChoice(request.body['choice']));
      return { ok: true };
    },
  },
  {
    method: 'POST',
    path: `${PERSON}/blocked`,
    answer: (request) => setMember(request.state.blockedUsers, personOf(request).userId, claimOf(request, 'blocked')),
  },
  {
    method: 'GET',
    path: `${PERSON}/messages`,
    answer(request) {
      const { userId } = personOf(request);
      return { messages: request.state.mailbox.of(userId, request.query['appId'] ?? null) };
    },
  },
  {
    method: 'GET',
    path: `${PERSON}/setting`,
    answer: (request) => ({ subscriptionsSetting: subscriptionSetting(request.state, personOf(request)) }),
  },
  {
    method: 'GET',
    path: `${PERSON}/grants`,
    answer: (request) => ({ grants: grantsOf(request.state, personOf(request)) }),
  },
];
