/** How a call to the server failed. `offline`: no answer came, so nothing is known about what the server did. */
export type ApiErrorKind = 'offline' | 'refused' | 'signed-out' | 'broken';

/** The body of every refusal: a stable code, one sentence for the reader, and the number to quote. */
export interface RefusalBody {
  readonly code: string;
  readonly sentence: string;
  readonly requestId: string;
  readonly details?: unknown;
}

/** A failed call. `sentence` may be shown as it is. */
export class ApiError extends Error {
  constructor(
    readonly kind: ApiErrorKind,
    readonly status: number,
    readonly body: RefusalBody,
  ) {
    super(`${body.code} ${String(status)}`);
    this.name = 'ApiError';
  }

  get code(): string {
    return this.body.code;
  }

  get sentence(): string {
    return this.body.sentence;
  }

  get details(): unknown {
    return this.body.details;
  }
}

/** The error for a call that no answer came to. */
export function offlineError(): ApiError {
  return new ApiError('offline', 0, {
    code: 'network.unreachable',
    sentence: '服务器没有回应。请看看网络，再试一次。',
    requestId: '',
  });
}

function isRefusal(body: unknown): body is RefusalBody {
  if (typeof body !== 'object' || body === null) return false;
  const { code, sentence } = body as Record<string, unknown>;
  return typeof code === 'string' && typeof sentence === 'string';
}

/** The error for an answer whose status is not 2xx; an answer that is not ours gets a sentence of its own. */
export function errorFromAnswer(status: number, body: unknown): ApiError {
  const refusal = isRefusal(body)
    ? { ...body, requestId: typeof body.requestId === 'string' ? body.requestId : '' }
    : { code: `server.${String(status)}`, sentence: '服务器出了问题。您填的都在，请过几分钟再试。', requestId: '' };
  if (status === 401) return new ApiError('signed-out', status, refusal);
  return new ApiError(status >= 500 ? 'broken' : 'refused', status, refusal);
}

/** Reads any thrown value as an ApiError, so that a screen can always say something true. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError('broken', 0, {
    code: 'app.unexpected',
    sentence: '这里出了问题。请退出这一页再进来。',
    requestId: '',
  });
}
