import { asRecord } from './json-text';

/** A request to WeChat's server; `query` may hold secrets and is never logged. */
export interface WechatRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: object | null;
}

/**
 * What came of a request. `unsent`: the connection was never opened, so WeChat has not seen it.
 * `unanswered`: it may have been seen and done.
 */
export type Exchange =
  | { readonly kind: 'answered'; readonly status: number; readonly contentType: string; readonly bytes: Uint8Array }
  | { readonly kind: 'unsent'; readonly cause: string }
  | { readonly kind: 'unanswered'; readonly cause: 'timeout' | 'cut' };

/** How to reach WeChat, the simulator, or Cloud Run. */
export interface HttpTarget {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
}

const NEVER_OPENED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Sends one request and reads the whole answer within the time limit. Never throws. */
export async function exchange(target: HttpTarget, request: WechatRequest): Promise<Exchange> {
  const query = new URLSearchParams(request.query).toString();
  const url = `${target.baseUrl.replace(/\/+$/, '')}${request.path}${query === '' ? '' : `?${query}`}`;
  try {
    const answer = await target.fetch(url, {
      method: request.method,
      headers: request.body === null ? {} : { 'content-type': 'application/json; charset=utf-8' },
      body: request.body === null ? null : JSON.stringify(request.body),
      redirect: 'error',
      signal: AbortSignal.timeout(target.timeoutMs),
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { kind: 'answered', status: answer.status, contentType: answer.headers.get('content-type') ?? '', bytes };
  } catch (failure) {
    return failedExchange(failure);
  }
}

function failedExchange(failure: unknown): Exchange {
  const name = asRecord(failure)?.['name'];
  if (name === 'TimeoutError' || name === 'AbortError') return { kind: 'unanswered', cause: 'timeout' };
  const code = causeCode(failure);
  return NEVER_OPENED.has(code) ? { kind: 'unsent', cause: code } : { kind: 'unanswered', cause: 'cut' };
}

/** Only the code is read: the text of such an error may quote the address with its token. */
function causeCode(failure: unknown): string {
  const cause = asRecord(asRecord(failure)?.['cause']);
  const code = cause?.['code'] ?? asRecord(Array.isArray(cause?.['errors']) ? cause['errors'][0] : null)?.['code'];
  return typeof code === 'string' ? code : '';
}
