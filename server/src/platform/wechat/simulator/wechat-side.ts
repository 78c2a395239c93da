import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EventDispatcher } from './callback/event-dispatcher';
import { clearQuotaEndpoint, ridEndpoint, templateListEndpoint } from './endpoints/account';
import { checkMethod, type Endpoint, type EndpointAnswer, type IncomingCall } from './endpoints/endpoint';
import { loginEndpoint } from './endpoints/login';
import { pause } from './endpoints/pause';
import { phoneEndpoint } from './endpoints/phone';
import { qrCodeEndpoint } from './endpoints/qr-code';
import { sendEndpoint } from './endpoints/send';
import { plainTokenEndpoint, stableTokenEndpoint } from './endpoints/token';
import type { ScriptedFault } from './state/fault-script';
import { SimulatedRefusal } from './state/refusal';
import type { SimulatorState } from './state/simulator-state';

const ENDPOINTS: readonly Endpoint[] = [
  loginEndpoint,
  plainTokenEndpoint,
  stableTokenEndpoint,
  phoneEndpoint,
  sendEndpoint,
  qrCodeEndpoint,
  clearQuotaEndpoint,
  ridEndpoint,
  templateListEndpoint,
];

type Answered = EndpointAnswer & { readonly status: number };

/** Adds the paths of WeChat's server interface. */
export function addWechatSide(server: FastifyInstance, state: SimulatorState, events: EventDispatcher): void {
  for (const endpoint of ENDPOINTS) {
    server.all(endpoint.path, async (request, reply) => {
      const fault = state.faults.take(endpoint.path);
      if (fault !== null && failsBefore(fault)) return failBefore(reply, fault);
      const answered = await answerCall({ endpoint, state, events, call: incoming(request) });
      return fault === null ? write(reply, answered) : failAfter(reply, fault, answered);
    });
  }
}

function incoming(request: FastifyRequest): IncomingCall {
  const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null;
  return { method: request.method, query: request.query as Record<string, string>, body, ip: request.ip };
}

async function answerCall(parts: {
  endpoint: Endpoint;
  state: SimulatorState;
  events: EventDispatcher;
  call: IncomingCall;
}): Promise<Answered> {
  const { endpoint, state, events, call } = parts;
  try {
    checkMethod(endpoint, call.method);
    if (endpoint !== sendEndpoint) await pause(state.latencyMs);
    const answer = await endpoint.answer({ state, events, call });
    keep(state, endpoint.path, { errcode: 0, errmsg: 'ok' });
    return { ...answer, status: 200 };
  } catch (failure) {
    if (!(failure instanceof SimulatedRefusal)) throw failure;
    const errmsg = keep(state, endpoint.path, failure);
    const status = state.readings['error-status'] === '400' ? 400 : 200;
    return { json: JSON.stringify({ errcode: failure.errcode, errmsg }), status };
  }
}

/** Keeps the call, and gives the error text with its rid. */
function keep(state: SimulatorState, path: string, { errcode, errmsg }: { errcode: number; errmsg: string }): string {
  const rid = state.requests.newRid();
  const text = errcode === 0 ? errmsg : `${errmsg} rid: ${rid}`;
  state.requests.keep({ rid, path, errcode, errmsg: text, at: state.now() });
  return text;
}

function write(reply: FastifyReply, answered: Answered): FastifyReply {
  reply.code(answered.status);
  if ('bytes' in answered) return reply.type(answered.contentType).send(Buffer.from(answered.bytes));
  return reply.type('application/json; charset=UTF-8').send(answered.json);
}

function failsBefore(fault: ScriptedFault): boolean {
  return fault.kind === 'busy' || fault.kind === 'errcode' || fault.kind === 'bad-gateway' || fault.kind === 'hang';
}

function failBefore(reply: FastifyReply, fault: ScriptedFault): FastifyReply {
  if (fault.kind === 'hang') return reply.hijack();
  if (fault.kind === 'bad-gateway') {
    return reply.code(502).type('text/html').send('<html><body><h1>502 Bad Gateway</h1></body></html>');
  }
  const [errcode, errmsg] = fault.kind === 'errcode' ? [fault.errcode, fault.errmsg] : [-1, 'system error'];
  return reply
    .type('application/json; charset=UTF-8')
    .send(JSON.stringify({ errcode, errmsg: `${errmsg} rid: 00000000-00000000-00000000` }));
}

async function failAfter(reply: FastifyReply, fault: ScriptedFault, answered: Answered): Promise<FastifyReply> {
  if (fault.kind === 'slow') {
    await pause(fault.milliseconds);
    return write(reply, answered);
  }
  reply.hijack();
  if (fault.kind === 'cut-after-accepting') reply.raw.destroy();
  return reply;
}
