import type { SimulatedApp } from '../options';
import { SimulatedRefusal } from '../state/refusal';
import type { SimulatorState } from '../state/simulator-state';
import { jsonAnswer, readBody, secretApp, type Endpoint, type EndpointAnswer, type EndpointContext } from './endpoint';

/** The old token call, whose every answer ages the token before. */
export const plainTokenEndpoint: Endpoint = {
  method: 'GET',
  path: '/cgi-bin/token',
  answer({ state, call }) {
    const app = tokenApp(state, call.query, call.ip);
    return tokenAnswer(state.tokensOf(app.appId).plain(state.nowMs()));
  },
};

/** The stable token call. */
export const stableTokenEndpoint: Endpoint = {
  method: 'POST',
  path: '/cgi-bin/stable_token',
  answer({ state, call }: EndpointContext) {
    const body = readBody(call);
    const app = tokenApp(state, body, call.ip);
    const ledger = state.tokensOf(app.appId);
    const now = state.nowMs();
    return tokenAnswer(body['force_refresh'] === true ? ledger.forced(now) : ledger.stable(now));
  },
};

function tokenApp(state: SimulatorState, given: Readonly<Record<string, unknown>>, ip: string): SimulatedApp {
  if (given['grant_type'] !== 'client_credential') throw new SimulatedRefusal(40002, 'invalid grant_type');
  const app = secretApp(state, { appid: given['appid'], secret: given['secret'] });
  if (app.allowedIps !== undefined && !app.allowedIps.includes(ip)) {
    throw new SimulatedRefusal(40164, `invalid ip ${ip} ipv6 ::ffff:${ip}, not in whitelist`);
  }
  return app;
}

function tokenAnswer(held: { token: string; expires_in: number }): EndpointAnswer {
  return jsonAnswer({ access_token: held.token, expires_in: held.expires_in });
}
