import type { EventDispatcher } from '../callback/event-dispatcher';
import type { SimulatorState } from '../state/simulator-state';

/** A request to the control side of the simulator. */
export interface ControlRequest {
  readonly state: SimulatorState;
  readonly events: EventDispatcher;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One path below `/__sim`. The answer is JSON. */
export interface ControlRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly answer: (request: ControlRequest) => Promise<object> | object;
}

/** Thrown when a control request does not make sense; answered with 400. */
export class ControlFault extends Error {
  override readonly name = 'ControlFault';
}

/** The app and person a request is about: `appId` of body or query, or the only app there is. */
export function personOf(request: ControlRequest): { appId: string; userId: string } {
  const userId = request.params['userId'] ?? '';
  if (request.state.user(userId) === null) throw new ControlFault(`no user ${userId}`);
  return { appId: appIdOf(request), userId };
}

/** The app a request is about. */
export function appIdOf({ state, body, query }: ControlRequest): string {
  const appId = body['appId'] ?? query['appId'] ?? state.options.apps[0]?.appId;
  if (typeof appId !== 'string' || state.app(appId) === null) throw new ControlFault('no such app');
  return appId;
}

/** A text of the body. */
export function textOf({ body }: ControlRequest, field: string): string {
  const value = body[field];
  if (typeof value !== 'string') throw new ControlFault(`${field} must be a text`);
  return value;
}

/** A claim of the body. */
export function claimOf({ body }: ControlRequest, field: string): boolean {
  const value = body[field];
  if (typeof value !== 'boolean') throw new ControlFault(`${field} must be true or false`);
  return value;
}

/** Puts a member into a set or takes it out. */
export function setMember(set: Set<string>, member: string, isIn: boolean): object {
  if (isIn) set.add(member);
  else set.delete(member);
  return { ok: true };
}
