import type { EventDispatcher } from '../callback/event-dispatcher';
import type { SimulatedApp } from '../options';
import { SimulatedRefusal } from '../state/refusal';
import type { SimulatorState } from '../state/simulator-state';

/** A call as it arrived. */
export interface IncomingCall {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly ip: string;
}

/** What every endpoint works on. */
export interface EndpointContext {
  readonly state: SimulatorState;
  readonly events: EventDispatcher;
  readonly call: IncomingCall;
}

/** An answer as JSON text, or a picture. */
export type EndpointAnswer = { readonly json: string } | { readonly bytes: Uint8Array; readonly contentType: string };

/** One path of WeChat's server interface. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly answer: (context: EndpointContext) => Promise<EndpointAnswer> | EndpointAnswer;
}

/** An answer from an object. */
export function jsonAnswer(body: object): EndpointAnswer {
  return { json: JSON.stringify(body) };
}

/** Refuses the wrong method. */
export function checkMethod(endpoint: Endpoint, method: string): void {
  if (method === endpoint.method) return;
  if (endpoint.method === 'POST') throw new SimulatedRefusal(43002, 'require POST method');
  throw new SimulatedRefusal(43001, 'require GET method');
}

/** The body as a JSON object. Refuses an empty body, what is not UTF-8, and what is not a JSON object. */
export function readBody(call: IncomingCall): Readonly<Record<string, unknown>> {
  if (call.body === null || call.body.length === 0) throw new SimulatedRefusal(44002, 'empty post data');
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(call.body));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Readonly<Record<string, unknown>>;
    }
  } catch {
    // Not UTF-8 or not JSON: WeChat tells both by the same code.
  }
  throw new SimulatedRefusal(47001, 'data format error');
}

/** The app of the access token. Refuses a missing, unknown, expired or superseded token. */
export function authorizedApp({ state, call }: EndpointContext): SimulatedApp {
  const token = call.query['access_token'] ?? '';
  const app = state.appOfToken(token) ?? state.options.apps[0];
  if (app === undefined) throw new SimulatedRefusal(40013, 'invalid appid');
  state.tokensOf(app.appId).check(token, state.nowMs());
  return app;
}

/** The app whose id and secret are given. Refuses missing and wrong ones. */
export function secretApp(state: SimulatorState, given: { appid: unknown; secret: unknown }): SimulatedApp {
  if (typeof given.appid !== 'string' || given.appid === '') throw new SimulatedRefusal(41002, 'appid missing');
  const app = state.app(given.appid);
  if (app === null) throw new SimulatedRefusal(40013, 'invalid appid');
  if (typeof given.secret !== 'string' || given.secret === '') throw new SimulatedRefusal(41004, 'appsecret missing');
  if (given.secret !== app.secret) throw new SimulatedRefusal(40125, 'invalid appsecret');
  return app;
}
