import Taro from '@tarojs/taro';
import { newIdentifier } from '../identifiers';
import { currentToken, forgetSession } from '../session/token';
import { errorFromAnswer, offlineError, type ApiError } from './api-error';

/** One call. `idempotencyKey` is made anew unless given; give the same one when repeating the same wish. */
export interface ServerCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly timeout?: number;
}

const TIMEOUT = 15_000;

/** The address of a route on the server. */
export function serverAddress(path: string): string {
  return `${SERVER_ADDRESS}${path}`;
}

/** The headers every call carries: who asks, and for a write the key under which it counts only once. */
export function callHeaders(idempotencyKey: string | null): Record<string, string> {
  const token = currentToken();
  return {
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
  };
}

/**
 * The error for an answer that is not 2xx, to a call made with `token`. When the server does not know that token any
 * more, its session is forgotten here; an answer that comes late does not end a session that began since.
 */
export function errorOfCall(token: string | null, status: number, body: unknown): ApiError {
  const error = errorFromAnswer(status, body);
  if (status === 401 && token !== null && token === currentToken()) forgetSession(error);
  return error;
}

function readAnswer(data: unknown): unknown {
  if (typeof data !== 'string' || data === '') return data;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return data;
  }
}

/** Asks the server and answers its view; throws an ApiError for any answer that is not 2xx, and for none. */
export async function callServer<T>(call: ServerCall): Promise<T> {
  const method = call.method ?? 'GET';
  const key = method === 'GET' ? null : (call.idempotencyKey ?? newIdentifier());
  const hasBody = call.body !== undefined;
  const token = currentToken();
  let answer: { statusCode: number; data: unknown };
  try {
    answer = await Taro.request<unknown>({
      url: serverAddress(call.path),
      method,
      header: {
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
        accept: 'application/json',
        ...callHeaders(key),
      },
      ...(hasBody ? { data: JSON.stringify(call.body) } : {}),
      dataType: 'text',
      timeout: call.timeout ?? TIMEOUT,
    });
  } catch (error) {
    throw errorOfThrown(token, error);
  }
  const body = readAnswer(answer.data);
  if (answer.statusCode < 200 || answer.statusCode > 299) throw errorOfCall(token, answer.statusCode, body);
  return body as T;
}

/** The browser build rejects for some statuses instead of answering them; both become the same error. */
function errorOfThrown(token: string | null, error: unknown): Error {
  const status = (error as { statusCode?: unknown; status?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 300) {
    return errorOfCall(token, status, readAnswer((error as { data?: unknown }).data));
  }
  return offlineError();
}
