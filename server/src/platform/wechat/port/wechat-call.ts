import { meaningOf, type FaultKind } from './error-table';
import { exchange, type Exchange, type HttpTarget, type WechatRequest } from './http-exchange';
import { asRecord, asText, parseJsonText } from './json-text';
import { maskSecrets, ridOf, WechatError, type WechatFault } from './wechat-error';

/** One line for the operator's log. Nothing in it is secret: no token, code, secret or message text. */
export interface WechatLogEntry {
  readonly level: 'info' | 'warn';
  readonly call: string;
  readonly result: string;
  readonly errcode: number | null;
  readonly errmsg: string | null;
  readonly rid: string | null;
}

/** Where the port writes its log. */
export type WechatLog = (entry: WechatLogEntry) => void;

/** A request with its name for the log, and the values that must never be seen in log or error. */
export interface NamedRequest extends WechatRequest {
  readonly call: string;
  readonly secrets: readonly string[];
}

/** What WeChat said, told apart by what can be done with it. */
export type CallResult =
  | { readonly kind: 'json'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'bytes'; readonly contentType: string; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly faultKind: FaultKind; readonly fault: WechatFault }
  | { readonly kind: 'unsent'; readonly cause: string }
  | { readonly kind: 'unanswered'; readonly cause: 'timeout' | 'cut' | 'unreadable' };

/** Makes one call, reads the answer and writes one log line. Never throws. */
export async function callWechat(target: HttpTarget, log: WechatLog, request: NamedRequest): Promise<CallResult> {
  const result = readExchange(await exchange(target, request), request.secrets);
  log({ call: request.call, ...logLine(result) });
  return result;
}

/** The error that stands for a result without the answer that was asked for. */
export function errorOf(call: string, result: Exclude<CallResult, { kind: 'json' | 'bytes' }>): WechatError {
  if (result.kind === 'fault') return new WechatError(call, result.faultKind, result.fault);
  return new WechatError(call, 'unreachable', { errcode: null, errmsg: `${result.kind} ${result.cause}`, rid: null });
}

/** The error for an answer of WeChat that lacks what its documentation promises. */
export function unreadable(call: string): WechatError {
  return new WechatError(call, 'unreadable', {
    errcode: null,
    errmsg: 'answer without the expected fields',
    rid: null,
  });
}

function readExchange(exchanged: Exchange, secrets: readonly string[]): CallResult {
  if (exchanged.kind !== 'answered') return exchanged;
  const { contentType, bytes } = exchanged;
  if (contentType.startsWith('image/')) return { kind: 'bytes', contentType, bytes };
  const body = asRecord(parseJsonText(new TextDecoder().decode(bytes)));
  if (body === null) return { kind: 'unanswered', cause: 'unreadable' };
  const errcode = Number(asText(body['errcode']) ?? 0);
  if (errcode === 0)
    return exchanged.status < 400 ? { kind: 'json', body } : { kind: 'unanswered', cause: 'unreadable' };
  const errmsg = maskSecrets(asText(body['errmsg']) ?? '', secrets).slice(0, 500);
  return { kind: 'fault', faultKind: meaningOf(errcode).kind, fault: { errcode, errmsg, rid: ridOf(errmsg) } };
}

function logLine(result: CallResult): Omit<WechatLogEntry, 'call'> {
  if (result.kind === 'fault') return { level: 'warn', result: result.faultKind, ...result.fault };
  const calm = result.kind === 'json' || result.kind === 'bytes';
  const text = calm ? 'ok' : `${result.kind} ${result.cause}`;
  return { level: calm ? 'info' : 'warn', result: text, errcode: null, errmsg: null, rid: null };
}
