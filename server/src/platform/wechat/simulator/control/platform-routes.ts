import { ASSUMPTIONS, isReading } from '../assumptions';
import type { EventManner } from '../callback/event-dispatcher';
import type { ScriptedFault } from '../state/fault-script';
import {
  appIdOf,
  claimOf,
  ControlFault,
  setMember,
  textOf,
  type ControlRequest,
  type ControlRoute,
} from './control-route';

const FAULT_KINDS: readonly unknown[] = [
  'busy',
  'errcode',
  'bad-gateway',
  'hang',
  'hang-after-accepting',
  'cut-after-accepting',
  'slow',
];
const MANNER_KINDS: readonly unknown[] = ['on-time', 'late', 'twice', 'lost', 'held', 'before-answer'];

function kindOf<T>(value: unknown, kinds: readonly unknown[]): T {
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined;
  if (!kinds.includes(kind)) throw new ControlFault('unknown kind');
  return value as T;
}

function countOf({ body }: ControlRequest, field: string, otherwise: number): number {
  const value = body[field] ?? otherwise;
  if (typeof value !== 'number' || !(value >= 0)) throw new ControlFault(`${field} must be a number`);
  return value;
}

function chooseReading(request: ControlRequest): object {
  const id = textOf(request, 'id');
  const reading = textOf(request, 'reading');
  if (!isReading(id, reading)) throw new ControlFault('no such assumption or reading');
  request.state.readings = { ...request.state.readings, [id]: reading };
  return { ok: true };
}

function addUser(request: ControlRequest): object {
  const { name, phone } = request.body;
  request.state.addUser({
    id: textOf(request, 'id'),
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof phone === 'string' ? { phone } : {}),
  });
  return { ok: true };
}

function overview({ state, events }: ControlRequest): object {
  return {
    now: state.now(),
    apps: state.options.apps.map(({ appId }) => appId),
    users: state.users().map(({ id, name }) => ({ id, name: name ?? id })),
    templates: state.options.templates,
    readings: state.readings,
    faults: state.faults.waiting(),
    messages: state.mailbox.all().length,
    drawnCodes: state.drawnCodes,
    deliveries: events.deliveries.length,
  };
}

/** What an operator of the simulated platform can look at and do. */
export const PLATFORM_ROUTES: readonly ControlRoute[] = [
  { method: 'GET', path: '/__sim/state', answer: overview },
  {
    method: 'GET',
    path: '/__sim/assumptions',
    answer: ({ state }) => ({ assumptions: ASSUMPTIONS, readings: state.readings }),
  },
  { method: 'POST', path: '/__sim/assumptions', answer: chooseReading },
  { method: 'POST', path: '/__sim/users', answer: addUser },
  { method: 'GET', path: '/__sim/calls', answer: ({ state }) => ({ calls: state.requests.all() }) },
  { method: 'GET', path: '/__sim/messages', answer: ({ state }) => ({ messages: state.mailbox.all() }) },
  { method: 'GET', path: '/__sim/drawn-codes', answer: ({ state }) => ({ drawnCodes: state.drawnCodes }) },
  { method: 'GET', path: '/__sim/events', answer: ({ events }) => ({ deliveries: events.deliveries }) },
  {
    method: 'POST',
    path: '/__sim/events/manner',
    answer(request) {
      const manner = kindOf<EventManner>(request.body['manner'], MANNER_KINDS);
      request.events.script(Array.from({ length: countOf(request, 'times', 1) }, () => manner));
      return { ok: true };
    },
  },
  {
    method: 'POST',
    path: '/__sim/events/deliver',
    async answer({ events }) {
      await events.deliverDue();
      return { deliveries: events.deliveries.length };
    },
  },
  {
    method: 'POST',
    path: '/__sim/faults',
    answer(request) {
      const fault = kindOf<ScriptedFault>(request.body['fault'], FAULT_KINDS);
      const order = {
        path: textOf(request, 'path'),
        fault,
        times: countOf(request, 'times', 1),
        skip: countOf(request, 'skip', 0),
      };
      request.state.faults.add(order);
      return { ok: true };
    },
  },
  {
    method: 'POST',
    path: '/__sim/faults/clear',
    answer({ state }) {
      state.faults.clear();
      return { ok: true };
    },
  },
  {
    method: 'POST',
    path: '/__sim/latency',
    answer(request) {
      request.state.latencyMs = countOf(request, 'milliseconds', 0);
      return { ok: true };
    },
  },
  {
    method: 'POST',
    path: '/__sim/daily-sends',
    answer(request) {
      request.state.limits.setDailySends(appIdOf(request), countOf(request, 'limit', 10_000_000));
      return { ok: true };
    },
  },
  {
    method: 'POST',
    path: '/__sim/minute-sends',
    answer(request) {
      request.state.limits.setMinuteSends(appIdOf(request), countOf(request, 'limit', 1_000_000));
      return { ok: true };
    },
  },
  {
    method: 'POST',
    path: '/__sim/sensitive-words',
    answer: (request) =>
      setMember(request.state.sensitiveWords, textOf(request, 'word'), claimOf(request, 'isSensitive')),
  },
  {
    method: 'POST',
    path: '/__sim/templates/:templateId/banned',
    answer: (request) =>
      setMember(request.state.bannedTemplates, request.params['templateId'] ?? '', claimOf(request, 'banned')),
  },
  {
    method: 'POST',
    path: '/__sim/templates/:templateId/deleted',
    answer: (request) =>
      setMember(request.state.deletedTemplates, request.params['templateId'] ?? '', claimOf(request, 'deleted')),
  },
  {
    method: 'POST',
    path: '/__sim/app/banned',
    answer: (request) => setMember(request.state.bannedApps, appIdOf(request), claimOf(request, 'banned')),
  },
  {
    method: 'POST',
    path: '/__sim/app/unauthorized',
    answer: (request) => setMember(request.state.unauthorizedApps, appIdOf(request), claimOf(request, 'unauthorized')),
  },
];
