import { SimulatedRefusal } from '../state/refusal';
import { jsonAnswer, secretApp, type Endpoint, type EndpointAnswer, type EndpointContext } from './endpoint';

const CALLS_A_MINUTE = 100;

/** Exchanges a login code for the person's openid. */
export const loginEndpoint: Endpoint = { method: 'GET', path: '/sns/jscode2session', answer };

function answer({ state, call }: EndpointContext): EndpointAnswer {
  const { appid, secret, js_code: code = '', grant_type: grantType } = call.query;
  const app = secretApp(state, { appid, secret });
  if (grantType !== 'authorization_code') throw new SimulatedRefusal(40002, 'invalid grant_type');
  if (code === '') throw new SimulatedRefusal(41008, 'missing code');
  const now = state.nowMs();
  const userId = state.codes.ownerOf('login', app.appId, code, now);
  state.limits.countInMinute(`login|${app.appId}|${userId}`, CALLS_A_MINUTE, now);
  if (state.blockedUsers.has(userId)) throw new SimulatedRefusal(40226, 'code blocked');
  state.codes.use(code);
  const unionid = state.user(userId)?.unionid;
  return jsonAnswer({
    session_key: `${state.random.text(22)}==`,
    openid: state.openidOf(app.appId, userId),
    ...(unionid === undefined ? {} : { unionid }),
  });
}
